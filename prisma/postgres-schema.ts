/**
 * The PostgreSQL schema for a SQLite one: another provider and another output folder, the models untouched.
 *
 * @throws Error when the SQLite schema no longer has the lines that are replaced.
 */
export function derivePostgresSchema(sqliteSchema: string): string {
  const replacements = [
    ['provider = "sqlite"', 'provider = "postgresql"'],
    ['"../src/db/generated/sqlite"', '"../../src/db/generated/postgresql"'],
  ] as const;
  const models = replacements.reduce((schema, [from, to]) => {
    if (schema.split(from).length !== 2) throw new Error(`prisma/schema.prisma must contain ${from} once`);
    return schema.replace(from, to);
  }, sqliteSchema);
  return `// Derived from prisma/schema.prisma by \`npm run generate\`: change that file, not this one.\n${models}`;
}
