/**
 * Who may import whom. Data walks one way: commands → features, from the last floor below to the first →
 * deliveries → charts, discord, db, time. An arrow that runs back up fails the build.
 */
const FEATURES = [
  'clubs',
  'athletes',
  'reminders',
  'bests',
  'sessions',
  'habits',
  'pain',
  'plans',
  'exercises',
  'checkins',
  'insights',
  'progress',
  'summaries',
  'history',
  'privacy',
];

/** Each feature may use those below it: here, from the ground up. */
const FLOORS = [
  ['clubs'],
  ['athletes'],
  ['reminders', 'bests'],
  ['sessions', 'habits'],
  ['pain', 'plans'],
  ['exercises', 'checkins'],
  ['insights', 'progress'],
  ['summaries', 'history', 'privacy'],
];

const above = FLOORS.map((floor, index) => ({
  name: `${floor.join('-and-')}-below-what-stands-on-them`,
  severity: 'error',
  from: { path: `^src/(${floor.join('|')})/` },
  to: {
    path: `^src/(${
      FLOORS.slice(index + 1)
        .flat()
        .join('|') || 'none'
    })/`,
  },
}));

export default {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...above,
    {
      name: 'rules-are-pure',
      comment: 'rules know other rules, types and days; no clock, no database, no Discord',
      severity: 'error',
      from: { path: `^src/(${FEATURES.join('|')})/.*rules\\.ts$` },
      to: {
        pathNot: `^src/(${FEATURES.join('|')})/[^/]*(rules|types|facts|areas|menu|work|shorthand[^/]*)\\.ts$|^src/time/(?!clock)|^src/[^/]+/store\\.ts$`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'stores-know-the-database-only',
      severity: 'error',
      from: { path: `^src/(${FEATURES.join('|')})/.*store\\.ts$` },
      to: {
        path: '^src/(discord|deliveries)/|messages\\.ts$|^src/app\\.ts$',
        pathNot: '[/-]store\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'messages-do-not-act',
      severity: 'error',
      from: { path: 'messages\\.ts$' },
      to: { path: '[/-]store\\.ts$|^src/db/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'commands-speak-to-verbs',
      comment: 'commands/X.ts and its parts in commands/X/ know these parts, and no other command',
      severity: 'error',
      from: { path: '^commands/([^/.]+)' },
      to: { path: '^src/db/|^src/deliveries/|^src/bot\\.ts|^commands/', pathNot: '^commands/$1/' },
    },
    {
      name: 'parts-are-for-their-command',
      comment: 'whoever wants a command takes the whole of it',
      severity: 'error',
      from: { pathNot: '^commands/' },
      to: { path: '^commands/[^/]+/' },
    },
    {
      name: 'commands-read-no-store',
      severity: 'error',
      from: { path: '^commands/' },
      to: { path: '[/-]store\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-platform-knows-no-feature',
      severity: 'error',
      from: { path: '^src/(deliveries|charts|discord|db|time)/' },
      to: { path: `^src/(${FEATURES.join('|')})/|^src/(app|bot|faults|fault-messages)\\.ts$|^commands/` },
    },
    {
      name: 'generated-code-is-for-the-database-layer',
      severity: 'error',
      from: { pathNot: '^src/db/' },
      to: { path: '^src/db/generated/' },
    },
    {
      name: 'the-bot-never-imports-the-sandbox',
      severity: 'error',
      from: { path: '^(src|commands)/' },
      to: { path: '^(sandbox|test|bench|scripts)/' },
    },
    {
      name: 'the-sandbox-starts-the-bot-and-knows-nothing-else-of-it',
      severity: 'error',
      from: { path: '^sandbox/', pathNot: '^sandbox/start\\.ts$' },
      to: { path: '^(src|commands)/' },
    },
    {
      name: 'only-config-knows-the-environment',
      severity: 'error',
      from: { path: '^sandbox/start\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(bot|config|log)\\.ts$' },
    },
    {
      name: 'no-dev-packages-in-the-bot',
      severity: 'error',
      from: { path: '^(src|commands)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['src/db/generated/.*/(internal|models)/', '^sandbox/page/client/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
