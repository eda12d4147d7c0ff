// SQL that is put together from parts; every value in it becomes a parameter.
export { empty, type Sql, sqltag as sql } from '@prisma/client/runtime/client';
