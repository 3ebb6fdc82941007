/** What a change of a calendar would do to what is promised, told before anybody saves it. */
import {
  calendarErrors,
  specialDayOf,
  weekOf,
  type NamedDay,
  type WeekSlot,
  type WorkingCalendar,
} from '@steward/domain'
import { GraphQLError } from 'graphql'
import type { RequestContext } from '../context.ts'
import { withTenant } from '../database/with-tenant.ts'
import { accessError } from '../graphql/access-error.ts'
import { fromGlobalId } from '../graphql/global-id.ts'
import { promisesMovedBy } from '../promises/promise-calendar.service.ts'
import { findCalendar } from './calendar-store.service.ts'
import { officialDays } from './official-holidays.ts'
import type { CalendarConsequenceType } from './working-calendar.type.ts'

/** One of these. */
export interface CalendarChangeAsked {
  readonly week?: readonly WeekSlot[]
  readonly addDay?: NamedDay
  readonly removeDay?: string
  readonly publishYear?: number
}

/** The calendar as it would be; an announced year comes with its days, but for those that are listed already. */
const changed = (
  calendar: WorkingCalendar,
  { week, addDay, removeDay, publishYear }: CalendarChangeAsked,
): WorkingCalendar => {
  const kept = calendar.specialDays.filter(({ on }) => on !== removeDay)
  const announced = (publishYear === undefined ? undefined : officialDays(publishYear)) ?? []
  const added = [...announced, ...(addDay ? [addDay] : [])].filter(
    (day) => !kept.some(({ on }) => on === day.on),
  )
  return {
    ...calendar,
    ...(week ? { week: weekOf(week) } : {}),
    specialDays: [...kept, ...added.map(specialDayOf)],
    publishedYears: [...calendar.publishedYears, ...(publishYear === undefined ? [] : [publishYear])],
  }
}

export const calendarConsequence = async (
  { signedIn, dataSource, locale }: RequestContext,
  { calendarId, change }: { readonly calendarId: string; readonly change: CalendarChangeAsked },
): Promise<CalendarConsequenceType> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const { organizationId } = signedIn.actor
  const id = fromGlobalId('WorkingCalendar', calendarId)
  return withTenant(dataSource, organizationId, async (manager) => {
    const found = id && (await findCalendar(manager, organizationId, id))
    if (!found) throw accessError('NOT_FOUND', locale)
    const after = changed(found.calendar, change)
    const [wrong] = calendarErrors(after)
    if (wrong)
      throw new GraphQLError(`${wrong.path}: ${wrong.message.en}`, { extensions: { code: 'BAD_REQUEST' } })
    const { open, earlier, later } = await promisesMovedBy(manager, organizationId, found.id, after)
    return { openPromises: open, earlier, later }
  })
}
