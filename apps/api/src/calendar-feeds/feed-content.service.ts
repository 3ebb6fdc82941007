/** What stands in a person's calendar: their tasks of plans, by codes alone. Neither title nor client: whose program fetches it, nobody knows. */
import { createHash } from 'node:crypto'
import {
  addressOfPage,
  DEFAULT_LOCALE,
  grantsOf,
  hasPermission,
  localDate,
  noticePage,
  NOTICES_PAGE,
  PLAN_MEANS_LABELS,
  PLAN_TASK_STATUS_LABELS,
  say,
  text,
  type Actor,
  type PlanMeans,
  type PlanTaskStatus,
  type PortalPage,
} from '@steward/domain'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { DataSource, EntityManager } from 'typeorm'
import { readActor } from '../access/session.ts'
import { hashToken } from '../access/token.ts'
import { withTenant } from '../database/with-tenant.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { NoticePreferenceEntity } from '../notices/notice.entity.ts'
import { OrganizationProfile, Staff } from '../organization/organization.entity.ts'
import { CalendarFeed } from './calendar-feed.entity.ts'
import { organizationOfFeed } from './feed-secret.ts'

const DAY_MS = 86_400_000
/** Of the last month and the next half year. */
const PAST_DAYS = 31
const COMING_DAYS = 184
const MOST = 1_000

/** `$1` organization, `$2` whose, `$3` and `$4` from and to which day, `$5` whether everything is theirs to read, `$6` their projects. */
const TASKS = `
select t.id, t.means, t.status, t.scheduled_on::text as "scheduledOn", t.due_on::text as "dueOn", t.version, p.number
  from plan_task t join maintenance_plan p on p.org_id = t.org_id and p.id = t.plan_id
 where t.org_id = $1 and t.assignee_id = $2 and t.status <> 'CANCELLED' and t.scheduled_on between $3 and $4
   and ($5::boolean or t.project_id = any($6::uuid[])) order by t.scheduled_on, t.id limit ${MOST}`

interface Row {
  readonly id: string
  readonly means: PlanMeans
  readonly status: PlanTaskStatus
  readonly scheduledOn: string
  readonly dueOn: string
  readonly version: number
  readonly number: string
}

export interface FetchedFeed {
  readonly body: string
  /** The same for the same content. */
  readonly etag: string
}

const NAME = text('我的维护任务 · 管家', 'My care tasks · Steward')
const IN_TIME = (on: string) => text(`最晚 ${on} 完成`, `In time until ${on}`)

/** The task where they may open it. */
const pageOf = (actor: Actor, subjectId: string): PortalPage =>
  noticePage({ subjectType: 'PlanTask', subjectId, complaintId: null, revision: null }, (permission) =>
    hasPermission(actor, permission),
  ) ?? NOTICES_PAGE

interface Services {
  readonly dataSource: DataSource
  readonly now: Date
  readonly publicUrl: URL
}

/** Undefined where the secret opens nothing: unknown, revoked, or of somebody who is not here any more. */
export const fetchFeed = async (
  { dataSource, now, publicUrl }: Services,
  secret: string,
): Promise<FetchedFeed | undefined> => {
  const orgId = organizationOfFeed(secret)
  if (orgId === undefined) return undefined
  return withTenant(dataSource, orgId, async (manager) => {
    const feed = await manager.findOneBy(CalendarFeed, { orgId, secretHash: hashToken(secret) })
    if (!feed || feed.revokedAt) return undefined
    const { staffId } = feed
    const staff = await manager.findOneBy(Staff, { orgId, id: staffId })
    const actor = await readActor(manager, orgId, staffId)
    if (!staff || staff.disabledAt || !actor) return undefined
    const profile = await manager.findOneByOrFail(OrganizationProfile, { orgId })
    const day = (days: number) => localDate(new Date(now.getTime() + days * DAY_MS), profile.timeZone)
    const scopes = grantsOf(actor, 'planTask:read')
    const rows =
      scopes.length === 0
        ? []
        : await manager.query<Row[]>(TASKS, [
            orgId,
            staffId,
            day(-PAST_DAYS),
            day(COMING_DAYS),
            scopes.includes('any') || scopes.includes('assigned'),
            actor.projectIds,
          ])
    await noteFetched(manager, feed, now)
    const locale =
      (await manager.findOneBy(NoticePreferenceEntity, { orgId, staffId }))?.locale ?? DEFAULT_LOCALE
    const calendar = ical({
      name: say(NAME, locale),
      prodId: { company: 'Steward', product: 'Calendar', language: locale.slice(0, 2).toUpperCase() },
      method: ICalCalendarMethod.PUBLISH,
      ttl: 3_600,
    })
    for (const { id, means, status, scheduledOn, dueOn, version, number } of rows)
      calendar.createEvent({
        id: `${toGlobalId('PlanTask', id)}@steward`,
        // The same task is the same text until it changes, so that nothing is fetched twice.
        stamp: feed.madeAt,
        sequence: version - 1,
        start: new Date(`${scheduledOn}T00:00:00Z`),
        end: new Date(Date.parse(`${scheduledOn}T00:00:00Z`) + DAY_MS),
        allDay: true,
        summary: `${number} · ${say(PLAN_MEANS_LABELS[means], locale)}`,
        description: `${say(PLAN_TASK_STATUS_LABELS[status], locale)} · ${say(IN_TIME(dueOn), locale)}`,
        status: ICalEventStatus.CONFIRMED,
        url: new URL(addressOfPage(pageOf(actor, toGlobalId('PlanTask', id))), publicUrl).href,
      })
    const body = calendar.toString()
    return { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` }
  })
}

/** To about a minute: a program that comes often writes seldom. */
const noteFetched = async (
  manager: EntityManager,
  { orgId, id, fetchedAt }: CalendarFeed,
  now: Date,
): Promise<void> => {
  if (fetchedAt && now.getTime() - fetchedAt.getTime() < 60_000) return
  await manager.update(CalendarFeed, { orgId, id }, { fetchedAt: now })
}
