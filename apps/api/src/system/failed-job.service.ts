/** What an administrator does about a job that failed. */
import { FAILED_JOB_INPUTS, parseInput } from '@steward/domain'
import type { RequestContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { FailedJob } from '../worker/worker.entity.ts'

/** Has it tried again at once; the worker takes the wish within a second. Refuses WRONG_STATUS for one that is done. */
export const retryFailedJob = (context: RequestContext, input: object): Promise<FailedJob | UserError> =>
  transaction(context, 'failedJob:retry', async (tx) => {
    const { failedJobId, expectedVersion } = orRefuse(parseInput(FAILED_JOB_INPUTS.retry, withUuids(input)))
    const job = await tx.lock(FailedJob, failedJobId, expectedVersion)
    if (job.settledAt)
      throw new Refused({ code: 'WRONG_STATUS', status: 'SETTLED', action: 'retry', allowed: ['FAILED'] })
    return tx.patch(FailedJob, job, { retryRequestedAt: tx.now })
  })
