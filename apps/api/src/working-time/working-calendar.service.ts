/** Verbs on a calendar. Each raises its revision, tells the audit in words, and reckons anew what hangs on it. */
import {
  CALENDAR_INPUTS,
  invalidInput,
  parseInput,
  slotText,
  SPECIAL_DAY_KIND_LABELS,
  text,
  type CalendarInput,
  type CalendarVerb,
  type NamedDay,
  type WorkingSlot,
} from '@steward/domain'
import { In, type EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import type { RequestContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { onCalendarChanged } from './calendar-consumers.ts'
import { officialDays } from './official-holidays.ts'
import {
  HolidayYearEntity,
  SpecialDayEntity,
  SpecialDaySlotEntity,
  WorkingCalendarEntity,
  WorkingSlotEntity,
} from './working-calendar.entity.ts'
import { readCalendar } from './calendar-store.service.ts'

type Answer = Promise<WorkingCalendarEntity | UserError>

/** What a verb did, for the audit: a member of the calendar before and after. */
interface Told {
  readonly what: string
  readonly before: unknown
  readonly after: unknown
}

const verb =
  <V extends CalendarVerb>(
    name: V,
    work: (tx: Transaction, row: WorkingCalendarEntity, input: CalendarInput<V>) => Promise<Told>,
  ) =>
  (context: RequestContext, input: { readonly calendarId: string }): Answer =>
    transaction(context, `calendar:${name}`, async (tx) => {
      const { calendarId, ...stated } = withUuids(input)
      const parsed = orRefuse(parseInput(CALENDAR_INPUTS[name], stated)) as CalendarInput<V>
      const row = await tx.lock(WorkingCalendarEntity, calendarId as string, parsed.expectedVersion)
      const before = await readCalendar(tx.manager, row)
      const { what, ...told } = await work(tx, row, parsed)
      const after = { ...(await readCalendar(tx.manager, row)), revision: row.version + 1 }
      const movedPromises = await onCalendarChanged(tx, { calendarId: row.id, before, after })
      const changed = await tx.patch(WorkingCalendarEntity, row, { movedPromises, updatedAt: tx.now })
      tx.tell(WorkingCalendarEntity, changed, what, told.before, told.after)
      return changed
    })

const hoursText = (slots: readonly WorkingSlot[]): string[] => slots.map((slot) => slotText(slot).en)

/** Replaces the whole week. */
export const changeWorkingWeek = verb('changeWorkingWeek', async ({ manager }, { orgId, id }, { slots }) => {
  const mine = { orgId, calendarId: id }
  const held = await manager.find(WorkingSlotEntity, { where: mine, order: { fromMinute: 'ASC' } })
  await manager.delete(WorkingSlotEntity, mine)
  await manager.insert(
    WorkingSlotEntity,
    slots.map((slot) => ({ ...slot, ...mine, id: newId() })),
  )
  return { what: 'week', before: weekText(held), after: weekText(slots) }
})

const weekText = (slots: readonly (WorkingSlot & { readonly weekday: string })[]) =>
  Object.fromEntries(
    [...new Set(slots.map(({ weekday }) => weekday))].map((weekday) => [
      weekday,
      hoursText(slots.filter((slot) => slot.weekday === weekday)),
    ]),
  )

const dayText = ({ on, kind, nameZh, slots = [] }: Omit<NamedDay, 'nameEn'>): string =>
  [on, nameZh, SPECIAL_DAY_KIND_LABELS[kind].zh, ...hoursText(slots)].join(' ')

const storedText = ({ fallsOn, kind, nameZh }: SpecialDayEntity): string =>
  dayText({ on: fallsOn, kind, nameZh })

/** Adds special days with their hours: one by hand, or a year's. */
export const insertDays = async (
  manager: EntityManager,
  mine: { readonly orgId: string; readonly calendarId: string; readonly isOfficial: boolean },
  days: readonly NamedDay[],
): Promise<void> => {
  if (days.length === 0) return
  const rows = days.map((day) => ({ ...day, id: newId() }))
  await manager.insert(
    SpecialDayEntity,
    rows.map(({ id, on: fallsOn, kind, nameZh, nameEn }) => ({ ...mine, id, fallsOn, kind, nameZh, nameEn })),
  )
  const slots = rows.flatMap(({ id, slots: hours = [] }) =>
    hours.map((slot) => ({ ...slot, orgId: mine.orgId, id: newId(), specialDayId: id })),
  )
  if (slots.length > 0) await manager.insert(SpecialDaySlotEntity, slots)
}

const removeDays = async (manager: EntityManager, orgId: string, ids: readonly string[]): Promise<void> => {
  await manager.delete(SpecialDaySlotEntity, { orgId, specialDayId: In([...ids]) })
  await manager.delete(SpecialDayEntity, { orgId, id: In([...ids]) })
}

/** Refuses DUPLICATE where the day is listed already. */
export const addSpecialDay = verb('addSpecialDay', async ({ manager }, { orgId, id }, input) => {
  const mine = { orgId, calendarId: id }
  if (await manager.existsBy(SpecialDayEntity, { ...mine, fallsOn: input.on }))
    throw new Refused({ code: 'DUPLICATE', existingId: null })
  const { expectedVersion: _, ...day } = input
  await insertDays(manager, { ...mine, isOfficial: false }, [day])
  return { what: 'specialDay', before: null, after: dayText(day) }
})

const NOT_LISTED = text('日历里没有这一天。', 'The calendar does not list this day.')

export const removeSpecialDay = verb('removeSpecialDay', async ({ manager }, { orgId, id }, { on }) => {
  const days = await manager.findBy(SpecialDayEntity, { orgId, calendarId: id })
  const day = days.find((it) => it.fallsOn === on)
  if (!day) throw new Refused(invalidInput({ path: 'on', message: NOT_LISTED }))
  await removeDays(manager, orgId, [day.id])
  return { what: 'specialDay', before: storedText(day), after: null }
})

const notAnnounced = (year: number): Refused => {
  const message = text(
    `随附的放假数据还没有 ${year} 年；请先逐日录入该年的法定节假日，再公布。`,
    `The data that comes with the program does not have ${year} yet; enter its public holidays by hand first, then publish.`,
  )
  return new Refused(invalidInput({ path: 'year', message }))
}

/**
 * Takes over the year's announced days and states it published. Days that we listed ourselves stand; announced ones of an
 * earlier publishing are replaced, so that a year may be published again after a revision. A year that the data does not know
 * is published as it was entered by hand.
 */
export const publishHolidayYear = verb(
  'publishHolidayYear',
  async ({ manager, now }, { orgId, id }, { year }) => {
    const mine = { orgId, calendarId: id }
    const held = (await manager.findBy(SpecialDayEntity, mine)).filter(({ fallsOn }) =>
      fallsOn.startsWith(`${year}-`),
    )
    const announced = officialDays(year)
    if (!announced && !held.some(({ kind }) => kind === 'HOLIDAY')) throw notAnnounced(year)
    if (announced) {
      const ours = held.filter(({ isOfficial }) => !isOfficial)
      await removeDays(
        manager,
        orgId,
        held.filter(({ isOfficial }) => isOfficial).map((day) => day.id),
      )
      const added = announced.filter(({ on }) => !ours.some((day) => day.fallsOn === on))
      await insertDays(manager, { ...mine, isOfficial: true }, added)
    }
    if (!(await manager.existsBy(HolidayYearEntity, { ...mine, year })))
      await manager.insert(HolidayYearEntity, { ...mine, id: newId(), year, publishedAt: now })
    const days = (list: readonly SpecialDayEntity[]) => list.map(storedText).toSorted()
    const after = await manager.findBy(SpecialDayEntity, mine)
    return {
      what: `holidays${year}`,
      before: days(held),
      after: days(after.filter(({ fallsOn }) => fallsOn.startsWith(`${year}-`))),
    }
  },
)
