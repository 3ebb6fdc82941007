import { z } from 'zod'
import { id, optional } from '../input.ts'
import { IMPORT_ENCODINGS } from './mapping.ts'
import { COMPLAINT_MAPPINGS } from './mappings.ts'

/** What a person says to start an import. */
export const START_IMPORT = z.object({
  fileId: id(),
  mapping: z.enum(COMPLAINT_MAPPINGS.map(({ name }) => name)),
  /** Absent: it is found out. */
  encoding: optional(z.enum(IMPORT_ENCODINGS)),
  /** Only looks: nothing is written. */
  dryRun: z.boolean(),
})
