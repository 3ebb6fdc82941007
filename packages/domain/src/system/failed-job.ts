import { z } from 'zod'
import { expectedVersion, id } from '../input.ts'

export const FAILED_JOB_INPUTS = {
  retry: z.object({ failedJobId: id(), expectedVersion: expectedVersion() }),
} as const
