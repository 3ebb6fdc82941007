/** What an organization has before anybody changed anything: office hours with the holidays that are announced. */
import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { slotOf, WEEKDAYS, type Weekday, type WorkingSlot } from '@steward/domain'
import { OFFICIAL_YEARS, officialDays } from './official-holidays.ts'
import {
  HolidayYearEntity,
  WorkingCalendarEntity,
  WorkingCalendarUse,
  WorkingSlotEntity,
} from './working-calendar.entity.ts'
import { insertDays } from './working-calendar.service.ts'

export interface Founding {
  readonly orgId: string
  readonly timeZone: string
  readonly foundedAt: Date
}

interface Draft {
  readonly code: string
  readonly nameZh: string
  readonly nameEn: string
  readonly observesHolidays: boolean
  readonly weekdays: readonly Weekday[]
  readonly slots: readonly WorkingSlot[]
}

const slots = (...hours: readonly (readonly [string, string])[]): readonly WorkingSlot[] =>
  hours.flatMap(([from, to]) => slotOf(from, to) ?? [])

const OFFICE: Draft = {
  code: 'OFFICE',
  nameZh: '办公时间',
  nameEn: 'Office hours',
  observesHolidays: true,
  weekdays: WEEKDAYS.slice(0, 5),
  slots: slots(['08:30', '12:00'], ['13:30', '18:00']),
}

/** The service centre's desk never closes: a day shift and a night shift that ends the next morning. */
const DESK: Draft = {
  code: 'DESK',
  nameZh: '服务中心值班',
  nameEn: 'Service centre desk',
  observesHolidays: false,
  weekdays: WEEKDAYS,
  slots: slots(['08:30', '20:00'], ['20:00', '08:30']),
}

const found = async (manager: EntityManager, founding: Founding, draft: Draft): Promise<string> => {
  const { orgId, timeZone, foundedAt } = founding
  const id = newId()
  const mine = { orgId, calendarId: id }
  const { weekdays, slots: hours, ...named } = draft
  await manager.insert(WorkingCalendarEntity, { orgId, id, timeZone, updatedAt: foundedAt, ...named })
  await manager.insert(
    WorkingSlotEntity,
    weekdays.flatMap((weekday) => hours.map((slot) => ({ ...mine, id: newId(), weekday, ...slot }))),
  )
  return id
}

/** The year before the founding is there for what is brought in from before. */
const publishKnownYears = async (
  manager: EntityManager,
  { orgId, foundedAt }: Founding,
  calendarId: string,
): Promise<void> => {
  const mine = { orgId, calendarId }
  const years = OFFICIAL_YEARS.filter((year) => year >= foundedAt.getUTCFullYear() - 1)
  if (years.length === 0) return
  await manager.insert(
    HolidayYearEntity,
    years.map((year) => ({ ...mine, id: newId(), year, publishedAt: foundedAt })),
  )
  const days = years.flatMap((year) => officialDays(year) ?? [])
  await insertDays(manager, { ...mine, isOfficial: true }, days)
}

/** Writes the calendars of a new organization: office hours, by which everybody goes, and the desk that never closes. */
export const foundCalendars = async (manager: EntityManager, founding: Founding): Promise<void> => {
  const office = await found(manager, founding, OFFICE)
  await manager.insert(WorkingCalendarUse, { orgId: founding.orgId, id: newId(), calendarId: office })
  await publishKnownYears(manager, founding, office)
  await found(manager, founding, DESK)
}
