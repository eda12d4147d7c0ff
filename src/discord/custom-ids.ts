/** A set of exercises, of either menu, and the reminder that opens one. */
const EXERCISE_SET = {
  show: ['delivery'],
  done: ['set'],
  how: ['set', 'answer'],
  swap: ['set'],
  'swap-out': ['set'],
  shift: ['set', 'by'],
  'not-today': ['set'],
  back: ['set'],
  'made-by': ['set'],
  'save-kit': ['set'],
  arching: ['set', 'how'],
  'save-minutes': ['set'],
} as const;

/**
 * Every button, select and form that the bot ever sends, by command and action, with the names of its arguments.
 * The id carries all that the press needs, so a button works after a restart. A press that no longer decodes
 * gets a polite answer instead of an error.
 */
export const customIdShapes = {
  setup: {
    'coach-role': [],
    'summary-channel': [],
    'reminder-channel': [],
    zone: [],
    times: [],
    form: ['draft'],
    'save-times': [],
    confirm: [],
    undelivered: [],
    look: ['delivery'],
    again: [],
  },
  join: { submit: ['draft'], open: ['draft'], leave: [], 'leave-yes': [] },
  log: {
    form: ['draft'],
    submit: ['draft'],
    type: ['draft'],
    stretched: ['session'],
    core: ['session'],
    edit: ['session'],
    save: ['session'],
    more: ['session'],
    'save-more': ['session'],
    undo: ['session'],
    warmup: ['session'],
    effort: ['session'],
    modality: ['session'],
    'no-pain': ['session'],
  },
  pain: {
    open: [],
    form: ['draft'],
    submit: ['draft'],
    now: ['report'],
    start: ['report'],
    screen: ['report', 'answer'],
    update: ['report'],
    save: ['report'],
    trend: ['report', 'trend'],
    number: ['report'],
    resolved: ['report'],
    reviewed: ['report'],
    'reviewed-yes': ['report'],
    echo: ['delivery', 'report', 'answer'],
    'echo-open': ['delivery'],
  },
  'should-i-stop': {
    begin: [],
    area: ['day'],
    start: ['day', 'area', 'start'],
    now: ['day', 'area', 'start', 'now'],
    feel: ['day', 'area', 'start', 'now', 'feel'],
    back: ['day', 'area', 'start'],
  },
  insights: { class: [], try: ['type', 'habit'], stop: ['trial'] },
  me: { show: [], theme: ['theme'], best: [], form: ['draft'], save: [] },
  remind: {
    done: ['delivery'],
    'warm-up': ['delivery'],
    'got-it': ['delivery'],
    'own-text': ['delivery'],
    about: ['delivery'],
    save: ['draft'],
    change: ['draft'],
    'save-change': ['draft'],
    form: ['draft'],
    edit: ['reminder'],
    'save-edit': ['reminder'],
    delete: ['reminder'],
    snooze: ['delivery'],
    list: [],
    open: [],
    pause: ['reminder'],
    resume: ['reminder'],
    health: [],
    test: [],
  },
  checkin: {
    open: [],
    start: ['delivery'],
    tell: ['delivery', 'day'],
    edit: ['day'],
    submit: ['day'],
    'weekly-start': [],
    'weekly-none': ['day'],
    'weekly-area': ['day', 'part'],
    weekly: ['day', 'area', 'answers'],
  },
  team: { now: ['delivery', 'day'], 'board-now': ['delivery'], board: [] },
  core: EXERCISE_SET,
  stretch: EXERCISE_SET,
  history: {
    first: ['filter'],
    older: ['filter', 'at'],
    newer: ['filter', 'at'],
    show: [],
    open: ['filter', 'at'],
    back: ['filter', 'at'],
    mend: ['entry', 'filter', 'at'],
    save: ['entry', 'filter', 'at'],
    delete: ['kind', 'entry', 'filter', 'at'],
    sure: ['kind', 'entry', 'filter', 'at'],
    keep: ['kind', 'entry', 'filter', 'at'],
  },
  undo: { back: ['kept', 'kind', 'entry'] },
  plan: {
    log: ['delivery'],
    'warm-up': ['delivery'],
    day: ['plan'],
    save: ['plan', 'day'],
    times: ['plan'],
    'save-times': ['plan'],
    stop: ['plan'],
    'stop-yes': ['plan'],
    keep: ['plan'],
    sure: ['draft'],
    'keep-days': ['draft'],
    form: ['draft'],
    begin: ['draft'],
  },
} as const;

type Shapes = typeof customIdShapes;
export type CommandOf = keyof Shapes & string;
export type ActionOf<C extends CommandOf> = keyof Shapes[C] & string;
type ArgumentOf<C extends CommandOf, A extends ActionOf<C>> = Shapes[C][A] extends readonly (infer N extends
  string)[]
  ? N
  : never;

/** A decoded id. */
export interface CustomId {
  readonly command: string;
  readonly action: string;
  readonly args: Readonly<Record<string, string>>;
}

/** Discord's limit for a custom id, in characters. */
const MAX_LENGTH = 100;

/** Encodes an id. Throws RangeError when an argument holds a colon or the id is over 100 characters. */
export function customId<C extends CommandOf, A extends ActionOf<C>>(
  command: C,
  action: A,
  args: Readonly<Record<ArgumentOf<C, A>, string>>,
): string {
  const names = customIdShapes[command][action] as readonly ArgumentOf<C, A>[];
  const values = names.map((name) => args[name]);
  const id = [command, action, ...values].join(':');
  if (values.some((value) => value.includes(':')) || id.length > MAX_LENGTH) {
    throw new RangeError(`custom id does not fit: ${id}`);
  }
  return id;
}

/** Decodes an id; undefined when this version of the bot never sends such an id. */
export function parseCustomId(id: string): CustomId | undefined {
  const [command = '', action = '', ...values] = id.split(':');
  const actions: Readonly<Record<string, readonly string[]>> | undefined = Object.hasOwn(
    customIdShapes,
    command,
  )
    ? customIdShapes[command as CommandOf]
    : undefined;
  const names = actions && Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (names === undefined || names.length !== values.length) return undefined;
  return { command, action, args: Object.fromEntries(names.map((name, i) => [name, values[i] ?? ''])) };
}
