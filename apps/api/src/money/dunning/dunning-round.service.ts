/** Each morning: which steps of dunning have become due since, told to who collects, each step of a charge once. What is held is not. */
import {
  dayAfter,
  dunningRulesInForce,
  HOLDING_CATEGORIES,
  OPEN_STATUSES,
  rolesHolding,
  startOfDay,
  text,
  type DunningStep,
} from '@steward/domain'
import { In, IsNull, type EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { tellStaff, type NoticePlace } from '../../notices/tell-staff.ts'
import {
  OrganizationProfile,
  Staff,
  StaffRole,
  StaffTerritory,
} from '../../organization/organization.entity.ts'
import { dueSweep, type DueRow } from '../../worker/due-sweep.ts'
import { dayOf } from '../day-of-organization.service.ts'
import { dunningFactsOf, FACTS_AT_ONCE, rulesOf, type DunningRow } from './dunning-facts.service.ts'
import { DunningDue } from './dunning.entity.ts'
import { judged } from './dunning.query.ts'

/** Local: before the counters open. */
const MORNING_MS = 8.5 * 3_600_000
const EVERYWHERE = [true, [], [], null] as const

const TOLD = `
insert into dunning_told (org_id, id, receivable_id, step, told_at)
select $1, s.id, s.receivable_id, s.step, $3 from json_to_recordset($2) as s(id uuid, receivable_id uuid, step text)
on conflict (org_id, receivable_id, step) do nothing returning receivable_id as "receivableId"`

interface Collectors {
  /** Who may collect at all and is there: a step is told once, so never to somebody who is gone. */
  readonly able: ReadonlySet<string>
  readonly onSite: ReadonlyMap<string, readonly string[]>
  readonly finance: readonly string[]
}

const collectorsOf = async (manager: EntityManager, orgId: string): Promise<Collectors> => {
  const taking = rolesHolding('dunning:take')
  const holding = await manager.findBy(StaffRole, { orgId, role: In([...taking]) })
  const there = await manager.findBy(Staff, {
    orgId,
    id: In(holding.map(({ staffId }) => staffId)),
    disabledAt: IsNull(),
  })
  const able = new Set(there.map(({ id }) => id))
  const held = holding.filter(({ staffId }) => able.has(staffId))
  const sites = new Set(held.filter(({ role }) => role === 'SITE_MANAGER').map(({ staffId }) => staffId))
  const onSite = new Map<string, string[]>()
  for (const { staffId, projectId, buildingId } of await manager.findBy(StaffTerritory, { orgId }))
    if (sites.has(staffId)) {
      const place = buildingId ?? projectId
      onSite.set(place, [...(onSite.get(place) ?? []), staffId])
    }
  const finance = held.filter(({ role }) => role === 'FINANCE').map(({ staffId }) => staffId)
  return { able, onSite, finance }
}

/** Whoever answers for the client; else whose site it is; else finance. */
const collectorOf = (row: DunningRow, { able, onSite, finance }: Collectors): readonly string[] => {
  if (row.keyAccountManagerId !== null && able.has(row.keyAccountManagerId)) return [row.keyAccountManagerId]
  const here = (place: string | null) => (place === null ? [] : (onSite.get(place) ?? []))
  const site = [...new Set([...here(row.buildingId), ...here(row.projectId)])]
  return site.length > 0 ? site : finance
}

interface Due {
  readonly receivableId: string
  readonly step: DunningStep
}

const tellDue = async (
  manager: EntityManager,
  place: NoticePlace,
  orgId: string,
  now: Date,
): Promise<void> => {
  const today = await dayOf(manager, orgId, now)
  const rules = dunningRulesInForce(await rulesOf(manager, orgId))
  const holding = { open: [...OPEN_STATUSES], categories: HOLDING_CATEGORIES }
  const collectors = await collectorsOf(manager, orgId)
  const dueTo = new Map<string, Due[]>()
  let rows: readonly DunningRow[]
  let after: string | null = null
  do {
    rows = await dunningFactsOf(manager, { orgId, scope: EVERYWHERE, today, holding, after })
    const due = rows.flatMap((row) => {
      const { step } = judged(row, rules, today)
      const named = step === null ? [] : collectorOf(row, collectors)
      // Where nobody is there to collect, nobody was told: it is told once somebody is.
      return step === null || named.length === 0 ? [] : [{ receivableId: row.id, step, named }]
    })
    const asked = due.map(({ receivableId, step }) => ({ id: newId(), receivable_id: receivableId, step }))
    const told =
      asked.length === 0
        ? []
        : await manager.query<{ receivableId: string }[]>(TOLD, [orgId, JSON.stringify(asked), now])
    const fresh = new Set(told.map(({ receivableId }) => receivableId))
    for (const { receivableId, step, named } of due)
      if (fresh.has(receivableId))
        for (const staffId of named)
          dueTo.set(staffId, [...(dueTo.get(staffId) ?? []), { receivableId, step }])
    after = rows.at(-1)?.id ?? null
  } while (rows.length === FACTS_AT_ONCE)
  for (const [staffId, due] of dueTo) {
    const count = String(due.length)
    const happening = {
      orgId,
      id: newId(),
      subjectType: 'Receivable',
      subjectId: due[0]!.receivableId,
      version: null,
      verb: 'system',
      actorId: null,
      at: now,
    } as const
    await tellStaff(manager, place, happening, {
      kind: 'DUNNING_DUE',
      named: [staffId],
      values: { charges: text(count, count) },
    })
  }
}

export const dunningRound = dueSweep<DueRow>({
  name: 'dunning',
  table: 'dunning_due',
  work: async (manager, { orgId, id }, now, { config }) => {
    await tellDue(manager, config, orgId, now)
    const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
    const next = startOfDay(dayAfter(await dayOf(manager, orgId, now)), timeZone).getTime() + MORNING_MS
    await manager.update(DunningDue, { orgId, id }, { dueAt: new Date(next), attempts: 0 })
  },
  failed: 'due steps of dunning not told of',
})
