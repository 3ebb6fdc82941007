import { localDate } from '@steward/domain'
import { withTenant } from '../../database/with-tenant.ts'
import { OrganizationProfile } from '../../organization/organization.entity.ts'
import type { Sweep } from '../../worker/sweeps.ts'
import { tellDue } from './tell-due.service.ts'
import { sayCalendarDue } from './grading-due.service.ts'

/** Once an hour: has a directory grown older than the organization wants it? Said once of each directory; what is due is told each morning. */
export const gradingCalendarSweep: Sweep = {
  name: 'grading-calendar',
  everyMilliseconds: 3_600_000,
  sweep: async ({ dataSource, clock, config }) => {
    const now = clock()
    const organizations = await dataSource.query<{ id: string }[]>('select id from organization order by id')
    for (const { id: orgId } of organizations)
      await withTenant(dataSource, orgId, async (manager) => {
        const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
        const today = localDate(now, timeZone)
        await sayCalendarDue(manager, orgId, today, now)
        await tellDue(manager, config, { orgId, timeZone, today }, now)
      })
    return 0
  },
}
