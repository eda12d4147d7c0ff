// For Prisma's own tools (`npx prisma migrate status`, `npx prisma studio`); the bot does not read it.
// The provider follows DATABASE_URL, as it does in the bot.
import { defineConfig } from 'prisma/config';

const url = process.env.DATABASE_URL || 'file:./data/backstraight.db';
const postgresql = /^postgres(ql)?:/.test(url);

export default defineConfig({
  schema: postgresql ? 'prisma/postgresql/schema.prisma' : 'prisma/schema.prisma',
  migrations: { path: postgresql ? 'prisma/migrations/postgresql' : 'prisma/migrations/sqlite' },
  datasource: { url },
});
