/** How calendars are read: internal, open to all staff. */
import { column, day, expression, id, instant, many, one, projection } from '../reads/projection.ts'
import { listRoot, plainRoot } from '../reads/roots.ts'
import { OFFICIAL_YEARS } from './official-holidays.ts'
import { WorkingCalendarEntity } from './working-calendar.entity.ts'

const internal = { class: 'internal' } as const
const minutes = {
  fromMinute: column('from_minute', internal),
  toMinute: column('to_minute', internal),
}

const workingCalendarProjection = projection('WorkingCalendar', {
  table: 'working_calendar',
  entity: WorkingCalendarEntity,
  permission: 'calendar:read',
  fields: {
    id: id(),
    code: column('code', internal),
    nameZh: column('name_zh', internal),
    nameEn: column('name_en', internal),
    timeZone: column('time_zone', internal),
    observesHolidays: column('observes_holidays', internal),
    uses: many('WorkingCalendarUse', { ...internal, foreign: 'calendar_id', order: [], typically: 2 }),
    slots: many('WorkingSlot', {
      ...internal,
      foreign: 'calendar_id',
      order: [['fromMinute', 'asc']],
      typically: 14,
    }),
    specialDays: many('SpecialDay', {
      ...internal,
      foreign: 'calendar_id',
      order: [['on', 'asc']],
      typically: 60,
    }),
    publishedYears: expression({
      ...internal,
      sql: (alias) =>
        `array(select y.year from holiday_year y where y.org_id = ${alias}.org_id and y.calendar_id = ${alias}.id order by y.year)`,
      reference: (row, { rows }) =>
        rows('holiday_year')
          .filter((it) => it.calendar_id === row.id)
          .map((it) => Number(it.year))
          .sort((one, other) => one - other),
    }),
    announcedYears: expression({
      class: 'public',
      sql: () => `array[${OFFICIAL_YEARS.join(', ')}]::integer[]`,
      reference: () => [...OFFICIAL_YEARS],
    }),
    movedPromises: column('moved_promises', internal),
    updatedAt: instant('updated_at', internal),
    version: column('version', internal),
  },
})

const workingCalendarUseProjection = projection('WorkingCalendarUse', {
  table: 'working_calendar_use',
  permission: 'calendar:read',
  fields: {
    department: one('Department', { ...internal, by: 'department_id' }),
    projectType: column('project_type', internal),
  },
})

const workingSlotProjection = projection('WorkingSlot', {
  table: 'working_slot',
  permission: 'calendar:read',
  fields: { weekday: column('weekday', internal), ...minutes },
})

const specialDayProjection = projection('SpecialDay', {
  table: 'special_day',
  permission: 'calendar:read',
  fields: {
    on: day('falls_on', internal),
    kind: column('kind', internal),
    nameZh: column('name_zh', internal),
    nameEn: column('name_en', internal),
    isOfficial: column('is_official', internal),
    slots: many('SpecialDaySlot', {
      ...internal,
      foreign: 'special_day_id',
      order: [['fromMinute', 'asc']],
      typically: 1,
    }),
  },
})

const specialDaySlotProjection = projection('SpecialDaySlot', {
  table: 'special_day_slot',
  permission: 'calendar:read',
  fields: minutes,
})

export const WORKING_TIME_PROJECTIONS = [
  workingCalendarProjection,
  workingCalendarUseProjection,
  workingSlotProjection,
  specialDayProjection,
  specialDaySlotProjection,
] as const

export const workingCalendarRoots = {
  workingCalendars: listRoot('WorkingCalendar', { order: [['code', 'desc']], typically: 2 }),
  // Reckoned by the domain from the calendar as it stands: no row of it is published.
  workingTime: plainRoot(),
  calendarConsequence: plainRoot(),
}
