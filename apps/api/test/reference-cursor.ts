/** As PostgreSQL writes a JSON list. */
export const encodeCursor = (values: readonly unknown[]): string =>
  Buffer.from(`[${values.map((value) => JSON.stringify(value ?? null)).join(', ')}]`).toString('base64url')

export const decodeCursor = (cursor: string): readonly unknown[] =>
  JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
