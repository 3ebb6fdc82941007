/** From fates to planned cases: what is told at registration, and when each step was taken by whom. */
import { v7 as newId } from 'uuid'
import { atDesk, atWakingHour, DAY, HOUR } from '../calendar.ts'
import type { Chance } from '../chance.ts'
import { mobileNumber, personName } from '../organizations/names.ts'
import { idOf, type Member, type World } from '../organizations/world.ts'
import type { CaseInHand } from './case-in-hand.ts'
import type { Fate } from './fates.ts'
import { PHRASES } from './phrases.ts'
import type { StepDraft } from './step-draft.ts'
import { STEPS } from './steps.ts'
import { Intake } from './take-up-case.ts'

export interface PlannedStep extends Pick<StepDraft, 'verb' | 'by' | 'names' | 'input'> {
  readonly at: Date
}

export interface PlannedCase {
  /** Of the plan; the case's own id is known when it is registered. */
  readonly id: string
  readonly registeredAt: Date
  readonly registrar: Member
  /** What `register` is told. */
  readonly input: object
  readonly steps: readonly PlannedStep[]
  /** The planned case in which this one is taken up. */
  readonly mergedInto: string | undefined
}

/** All cases of an organization, oldest first. */
export const planCases = (
  world: World,
  fates: readonly Fate[],
  now: Date,
  chance: Chance,
): readonly PlannedCase[] => {
  const intake = new Intake(world, chance)
  const each = chance.shuffled(fates.flatMap((fate) => Array.from({ length: fate.cases }, () => fate)))
  const [twins, originals] = [each.filter(isTwin), each.filter((fate) => !isTwin(fate))]
  const planned = originals.map((fate) => {
    const days = chance.from(...fate.days)
    const it = intake.take(fate)
    return { it, days, plan: plan(it, registrationTime(it, days, now), now) }
  })
  for (const fate of twins) {
    const old = planned.filter(
      ({ it, days }) => !isTwin(it.fate) && days > fate.days[0] && days < fate.days[1],
    )
    for (const { it, days, plan: original } of chance.shuffled(old)) {
      const twin = intake.twin(fate, it)
      if (!twin) continue
      const anHourLater = original.registeredAt.getTime() + HOUR
      const next = atWakingHour(new Date(anHourLater + chance.from(1, 30) * HOUR), chance)
      const later = new Date(Math.max(next.getTime(), anHourLater))
      planned.push({ it: twin, days, plan: { ...plan(twin, later, now), mergedInto: original.id } })
      break
    }
  }
  return planned
    .map(({ plan: one }) => one)
    .toSorted((one, other) => one.registeredAt.getTime() - other.registeredAt.getTime())
}

const isTwin = (fate: Fate): boolean => fate.steps.includes('merge')

const plan = (it: CaseInHand, registeredAt: Date, now: Date): PlannedCase => {
  const input = registration(it, registeredAt)
  const started = it.fate.steps.length > 0 && it.formal?.containment !== undefined && !isTwin(it.fate)
  const drafts = (started ? (['contain', ...it.fate.steps] as const) : it.fate.steps).flatMap(
    (name) => STEPS[name](it) ?? [],
  )
  const times = timesOf(drafts, registeredAt, now, it.chance)
  return {
    id: newId(),
    registeredAt,
    registrar: it.registrar,
    input,
    steps: drafts.map(({ verb, by, names, input: stated }, at) => ({
      verb,
      by,
      ...(names ? { names } : {}),
      input: stated,
      at: times[at]!,
    })),
    mergedInto: undefined,
  }
}

const registrationTime = ({ formal, chance }: CaseInHand, days: number, now: Date): Date => {
  const at = new Date(now.getTime() - days * DAY)
  const awake = atWakingHour(at, chance)
  return formal?.urgent || days <= 1 ? at : awake
}

/** One after the other, at the desk; where that would reach past now, the same steps in the time there was. */
const timesOf = (
  drafts: readonly StepDraft[],
  registeredAt: Date,
  now: Date,
  chance: Chance,
): readonly Date[] => {
  let at = registeredAt
  const times = drafts.map(({ hours, atOnce }) => {
    const next = new Date(at.getTime() + chance.from(...hours) * HOUR)
    return (at = atOnce ? next : atDesk(next, chance))
  })
  const there = now.getTime() - registeredAt.getTime()
  const latest = there - Math.min(chance.from(2, 90) * 60_000, there / 2)
  const needed = (times.at(-1) ?? registeredAt).getTime() - registeredAt.getTime()
  if (needed <= latest) return times
  return times.map(
    (time) =>
      new Date(registeredAt.getTime() + ((time.getTime() - registeredAt.getTime()) * latest) / needed),
  )
}

const READ_BACK = ['PHONE', 'COUNTER', 'VISIT']

const registration = (it: CaseInHand, at: Date): object => {
  const { matter, fate, client, chance, channel } = it
  const excessive = fate.steps.includes('decline') ? it.formal?.excessive?.demand : undefined
  const usual = matter.demand ?? (matter.kind === 'COMPLAINT' ? PHRASES.quickDemand : undefined)
  const demand = excessive ? [excessive] : usual
  return {
    kind: matter.kind,
    channel,
    track: fate.track,
    severity: chance.pick(matter.severity),
    purpose: matter.purpose ?? null,
    categoryId: idOf(it.world.categories, matter.category),
    anonymous: it.anonymous,
    ...(client && { clientId: client.id, ...contactOf(it) }),
    ...placeOf(it),
    summary: it.tell(matter.summary),
    facts: it.tell(matter.facts),
    demand: demand ? (demand === PHRASES.quickDemand ? it.say(demand) : it.tell(demand)) : null,
    occurredAt: chance.happens(0.5) ? new Date(at.getTime() - chance.from(0.2, 20) * HOUR) : null,
    readBack: READ_BACK.includes(channel) && chance.happens(0.7),
  }
}

/** Whom to call: the client, or whoever speaks for the company. */
const contactOf = ({ client, chance }: CaseInHand): object =>
  client?.kind === 'COMPANY'
    ? { contactName: personName(chance).name, contactPhone: mobileNumber(chance) }
    : { contactName: client?.name, contactPhone: client?.phone }

const placeOf = ({ matter, project, building, unit }: CaseInHand): object => {
  if (matter.spot === 'project' || !building) return { projectId: project.id }
  return unit && matter.spot !== 'building' ? { unitId: unit.id } : { buildingId: building.id }
}
