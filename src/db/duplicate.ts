/** Whether a write was refused because a row with this unique value is there already (Prisma's P2002). */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002';
}
