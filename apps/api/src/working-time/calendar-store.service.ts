/** Calendars as the values that the domain reckons with. */
import { specialDayOf, weekOf, type ProjectType, type WorkingCalendar } from '@steward/domain'
import { In, IsNull, type EntityManager, type FindOptionsWhere } from 'typeorm'
import {
  HolidayYearEntity,
  SpecialDayEntity,
  SpecialDaySlotEntity,
  WorkingCalendarEntity,
  WorkingCalendarUse,
  WorkingSlotEntity,
} from './working-calendar.entity.ts'

/** A calendar with the row that it comes from. */
export interface StoredCalendar {
  readonly id: string
  readonly calendar: WorkingCalendar
}

/** Reads a calendar as it stands now, in the sight of the manager's transaction. */
export const readCalendar = async (
  manager: EntityManager,
  row: WorkingCalendarEntity,
): Promise<WorkingCalendar> => {
  const mine = { orgId: row.orgId, calendarId: row.id }
  const slots = await manager.find(WorkingSlotEntity, { where: mine, order: { fromMinute: 'ASC' } })
  const days = await manager.find(SpecialDayEntity, { where: mine, order: { fallsOn: 'ASC' } })
  const years = await manager.find(HolidayYearEntity, { where: mine, order: { year: 'ASC' } })
  const own = await manager.find(SpecialDaySlotEntity, {
    where: { orgId: row.orgId, specialDayId: In(days.map(({ id }) => id)) },
    order: { fromMinute: 'ASC' },
  })
  return {
    timeZone: row.timeZone,
    week: weekOf(slots),
    specialDays: days.map((day) =>
      specialDayOf({
        ...day,
        on: day.fallsOn,
        slots: own
          .filter(({ specialDayId }) => specialDayId === day.id)
          .map(({ fromMinute, toMinute }) => ({ fromMinute, toMinute })),
      }),
    ),
    observesHolidays: row.observesHolidays,
    publishedYears: years.map(({ year }) => year),
    revision: row.version,
  }
}

/**
 * Calendars of this process. A change raises the row's version; the transaction that wrote the row is part of the key as well,
 * so that a revision which was rolled back is never taken for the one that came after.
 */
const known = new Map<string, WorkingCalendar>()
const MOST_KNOWN = 500

const loaded = async (manager: EntityManager, row: WorkingCalendarEntity): Promise<StoredCalendar> => {
  const [{ writer }] = (await manager.query(
    'SELECT xmin::text AS writer FROM working_calendar WHERE org_id = $1 AND id = $2',
    [row.orgId, row.id],
  )) as [{ writer: string }]
  const key = `${row.id} ${row.version} ${writer}`
  const calendar = known.get(key) ?? (await readCalendar(manager, row))
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, calendar)
  return { id: row.id, calendar }
}

/** One calendar of the organization; undefined where there is none of that id. */
export const findCalendar = async (
  manager: EntityManager,
  orgId: string,
  id: string,
): Promise<StoredCalendar | undefined> => {
  const row = await manager.findOneBy(WorkingCalendarEntity, { orgId, id })
  return row ? loaded(manager, row) : undefined
}

export interface GoingBy {
  readonly departmentId?: string | null
  readonly projectType?: ProjectType | null
}

/**
 * The calendar that a piece of work goes by: its department's, else its type of project's, else the organization's. Throws
 * where the organization has none, which its founding and a migration exclude.
 */
export const calendarFor = async (
  manager: EntityManager,
  orgId: string,
  { departmentId, projectType }: GoingBy = {},
): Promise<StoredCalendar> => {
  const places: FindOptionsWhere<WorkingCalendarUse>[] = [
    ...(departmentId ? [{ orgId, departmentId, projectType: IsNull() }] : []),
    ...(projectType ? [{ orgId, departmentId: IsNull(), projectType }] : []),
    { orgId, departmentId: IsNull(), projectType: IsNull() },
  ]
  const uses = await manager.find(WorkingCalendarUse, { where: places })
  const use = uses.find((it) => it.departmentId) ?? uses.find((it) => it.projectType) ?? uses[0]
  const found = use && (await findCalendar(manager, orgId, use.calendarId))
  if (!found) throw new Error(`organization ${orgId} has no working calendar`)
  return found
}
