/** History is told to nobody; what still waits at its end has a clock from then on. */
import type { DataSource } from 'typeorm'
import { withTenant } from '../database/with-tenant.ts'

const START = `
insert into signing_due (org_id, id, due_at)
select org_id, id, due_at from signing_step where org_id = $1 and state = 'OPEN' and due_at > $2`

export const startSigningClocks = (dataSource: DataSource, orgId: string, now: Date): Promise<unknown> =>
  withTenant(dataSource, orgId, (manager) => manager.query(START, [orgId, now]))
