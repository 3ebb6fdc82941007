import { z } from 'zod'
import type { FieldError } from '../errors.ts'
import { expectedVersion, words } from '../input.ts'
import { text } from '../text.ts'
import { SPECIAL_DAY_KINDS, specialDayErrors, type SpecialDay } from './calendar.ts'
import { WEEKDAYS, type Weekday } from './local-day.ts'
import { weekErrors, type WorkingSlot, type WorkingWeek } from './slots.ts'

/** A week as it is stored and sent: one list. */
export interface WeekSlot extends WorkingSlot {
  readonly weekday: Weekday
}

/** The week that a list of slots makes. */
export const weekOf = (slots: readonly WeekSlot[]): WorkingWeek =>
  Object.fromEntries(
    WEEKDAYS.map((weekday) => [
      weekday,
      slots
        .filter((slot) => slot.weekday === weekday)
        .map(({ fromMinute, toMinute }) => ({ fromMinute, toMinute })),
    ]),
  ) as unknown as WorkingWeek

/** What is wrong with a week, named by the slot's place in the list: `slots.3`. */
const weekSlotErrors = (slots: readonly WeekSlot[]): readonly FieldError[] =>
  weekErrors(weekOf(slots), 'slots').map(({ path, message }) => {
    const [, weekday, nth] = path.split('.')
    if (weekday === undefined) return { path, message }
    const ofDay = slots.flatMap((slot, index) => (slot.weekday === weekday ? [index] : []))
    return { path: `slots.${ofDay[Number(nth)]}`, message }
  })

/** A special day as it is stored and sent. */
export interface NamedDay extends Omit<SpecialDay, 'name'> {
  readonly nameZh: string
  readonly nameEn: string
}

export const specialDayOf = ({ nameZh, nameEn, on, kind, slots = [] }: NamedDay): SpecialDay => ({
  on,
  kind,
  name: text(nameZh, nameEn),
  slots,
})

const report = (ctx: z.RefinementCtx, errors: readonly FieldError[]): void => {
  for (const { path, message } of errors)
    ctx.addIssue({ code: 'custom', path: path.split('.'), params: { text: message } })
}

const step = { expectedVersion: expectedVersion() }
/** Minutes after midnight; their order and bounds are the slots' own rules. */
const minutes = { fromMinute: z.int(), toMinute: z.int() }
const MOST_SLOTS_A_DAY = 6

export const CALENDAR_INPUTS = {
  changeWorkingWeek: z
    .object({
      ...step,
      slots: z.array(z.object({ weekday: z.enum(WEEKDAYS), ...minutes })).max(7 * MOST_SLOTS_A_DAY),
    })
    .superRefine(({ slots }, ctx) => report(ctx, weekSlotErrors(slots))),
  addSpecialDay: z
    .object({
      ...step,
      on: z.string(),
      kind: z.enum(SPECIAL_DAY_KINDS),
      nameZh: words(30),
      nameEn: words(60),
      slots: z.array(z.object(minutes)).max(MOST_SLOTS_A_DAY).default([]),
    })
    .superRefine((day, ctx) => report(ctx, specialDayErrors(specialDayOf(day)))),
  removeSpecialDay: z.object({ ...step, on: z.string() }),
  publishHolidayYear: z.object({ ...step, year: z.int().min(2000).max(2100) }),
} as const

export type CalendarVerb = keyof typeof CALENDAR_INPUTS
export type CalendarInput<V extends CalendarVerb> = z.output<(typeof CALENDAR_INPUTS)[V]>
