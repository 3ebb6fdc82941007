import { invalidInput, text } from '@steward/domain'
import { QueryFailedError } from 'typeorm'
import { Refused } from './refused.ts'

/** The input names a record that is not there, or not the organization's: the field is named, nothing else is told. */
export const invalidReference = (path: string): Refused =>
  new Refused(
    invalidInput({
      path,
      message: text('没有该记录，请重新选择。', 'There is no such record; choose again.'),
    }),
  )

const FOREIGN_KEY = '23503'
const UNIQUE = '23505'
const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** What the keys of the database refuse, as the refusal that a person can act on; undefined for every other error. */
export const keyRefusal = (error: unknown): Refused | undefined => {
  if (!(error instanceof QueryFailedError)) return undefined
  const { code, constraint = '' } = error.driverError as Error & { code?: string; constraint?: string }
  if (code === UNIQUE) return new Refused({ code: 'DUPLICATE', existingId: null })
  // Row security keeps the column out of the error's detail; the constraint's name tells it.
  const column = /_org_id_(\w+)_fkey$/.exec(constraint)?.[1]
  return code === FOREIGN_KEY && column ? invalidReference(camel(column)) : undefined
}
