/** Every night it is reckoned where each client stands: in batches, so that no statement grows with the organization, and a kill goes on where it stopped. */
import { localDate, STEP_DAYS } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { addYearOf, NO_YEAR, type CompanyYear } from '../../money/value/company-year.service.ts'
import { assumedOf } from '../../money/value/value-assumption.service.ts'
import { OrganizationProfile } from '../../organization/organization.entity.ts'
import { dueSweep, type DueRow } from '../../worker/due-sweep.ts'
import { nextNight } from '../silence-sweep.service.ts'
import { BOUNDS, CELLS, FROM, MEASURE, NEXT, STEPS } from './measure-standing.ts'
import { StandingDue, StandingFigures, type Figures } from './standing.entity.ts'

const BATCH = 5_000
const DAY_MS = 86_400_000

/** Since when grumbles and complaints count. */
export const saidSince = (now: Date): Date => new Date(now.getTime() - STEP_DAYS * DAY_MS)

interface Place {
  readonly orgId: string
  readonly timeZone: string
  readonly today: string
}

/** @returns the last of them, null where there are no more, and what the company's year comes to with them */
const measure = async (
  manager: EntityManager,
  { orgId, timeZone, today }: Place,
  { after, sums, most }: { readonly after: string | null; readonly sums: CompanyYear; readonly most: number },
  now: Date,
): Promise<{ readonly last: string | null; readonly sums: CompanyYear }> => {
  const rows = await manager.query<{ id: string }[]>(NEXT, [orgId, after, most])
  const clientIds = rows.map(({ id }) => id)
  if (clientIds.length > 0) await manager.query(MEASURE, [orgId, clientIds, saidSince(now), today])
  const assumed = await assumedOf(manager, orgId)
  return {
    last: rows.length < most ? null : rows.at(-1)!.id,
    sums: await addYearOf(manager, { orgId, timeZone, assumed }, { today, clientIds }, sums),
  }
}

/** What the rows of a day come to. */
const conclude = async (
  manager: EntityManager,
  { orgId, today }: Pick<Place, 'orgId' | 'today'>,
  company: CompanyYear,
  now: Date,
): Promise<void> => {
  const steps = await manager.query<Figures['steps']>(STEPS, [orgId, today])
  const [from] = await manager.query<Figures['from'][]>(FROM, [orgId, today])
  const { recency, frequency, monetary } = from!
  const given = [orgId, today, recency, frequency, monetary]
  const cells = recency.length === 0 ? [] : await manager.query<Figures['cells']>(CELLS, given)
  const bounds = recency.length === 0 ? [] : await manager.query<Figures['bounds']>(BOUNDS, given)
  const figures: Figures = { steps, from: from!, cells, bounds, company }
  await manager.upsert(StandingFigures, { orgId, id: orgId, asOf: today, reckonedAt: now, figures }, [
    'orgId',
    'id',
  ])
}

interface Due extends DueRow {
  readonly after: string | null
}

const reckon = async (manager: EntityManager, { orgId, id }: Due, now: Date): Promise<void> => {
  const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
  const due = await manager.findOneByOrFail(StandingDue, { orgId, id })
  const today = due.after === null ? localDate(now, timeZone) : due.measuredOn!
  const place = { orgId, timeZone, today }
  const begun = { after: due.after, sums: due.after === null ? NO_YEAR : due.sums!, most: BATCH }
  const { last, sums } = await measure(manager, place, begun, now)
  if (last === null) await conclude(manager, place, sums, now)
  await manager.update(
    StandingDue,
    { orgId, id },
    last === null
      ? { dueAt: nextNight(now, timeZone), after: null, measuredOn: null, sums: null, attempts: 0 }
      : { dueAt: now, after: last, measuredOn: today, sums, attempts: 0 },
  )
}

export const standingSweep = dueSweep<Due>({
  name: 'standing',
  table: 'standing_due',
  step: 'after',
  work: reckon,
  failed: 'where clients stand not reckoned',
})
