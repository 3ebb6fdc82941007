/** Failed jobs of one's own organization; what concerns all of them together has no rows and is answered by its resolver. */
import { flag } from '../reads/filters.ts'
import { column, id, instant, projection } from '../reads/projection.ts'
import { connectionRoot, plainRoot } from '../reads/roots.ts'
import { FailedJob } from '../worker/worker.entity.ts'

const internal = { class: 'internal' } as const

export const failedJobProjection = projection('FailedJob', {
  table: 'failed_job',
  entity: FailedJob,
  permission: 'failedJob:read',
  fields: {
    id: id(),
    consumer: column('consumer', internal),
    kind: column('kind', internal),
    subjectType: column('subject_type', internal),
    reason: column('reason', internal),
    attempts: column('attempts', internal),
    firstFailedAt: instant('first_failed_at', internal),
    lastFailedAt: instant('last_failed_at', internal),
    nextTryAt: instant('next_try_at', internal),
    gaveUpAt: instant('gave_up_at', internal),
    retryRequestedAt: instant('retry_requested_at', internal),
    settledAt: instant('settled_at', internal),
    version: column('version', internal),
  },
})

export const systemRoots = {
  systemState: plainRoot(),
  failedJobs: connectionRoot('FailedJob', {
    filters: {
      settled: flag({
        discloses: ['settledAt'],
        sql: (alias) => `${alias}.settled_at is not null`,
        reference: (row) => row.settled_at !== null,
      }),
    },
    orders: { NEWEST: [['lastFailedAt', 'desc']] },
  }),
}
