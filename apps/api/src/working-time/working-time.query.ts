/** What a due time would be, and why: the calculator of the calendar's page, and of anybody who asks. */
import { addWorkingMinutes, say, stepText, type Locale, type WorkingStep } from '@steward/domain'
import { GraphQLError } from 'graphql'
import type { RequestContext } from '../context.ts'
import { withTenant } from '../database/with-tenant.ts'
import { accessError } from '../graphql/access-error.ts'
import { fromGlobalId } from '../graphql/global-id.ts'
import { findCalendar } from './calendar-store.service.ts'
import type { WorkingStepType, WorkingTimeType } from './working-calendar.type.ts'

/** About two hundred working days: an answer that a person can still read. */
const MOST_MINUTES = 100_000

export interface WorkingTimeAsked {
  readonly calendarId: string
  readonly from: string
  readonly minutes: number
}

const published = (
  step: WorkingStep,
  { timeZone, wanted, locale }: { timeZone: string; wanted: number; locale: Locale },
): WorkingStepType => ({
  ...step,
  nameZh: step.name?.zh ?? null,
  nameEn: step.name?.en ?? null,
  text: say(stepText(step, { timeZone, wanted }), locale),
})

/** A calendar of few hours a year may not have as many minutes as somebody asks for. */
const dueOn = (...asked: Parameters<typeof addWorkingMinutes>): ReturnType<typeof addWorkingMinutes> => {
  try {
    return addWorkingMinutes(...asked)
  } catch (error) {
    if (error instanceof RangeError)
      throw new GraphQLError(error.message, { extensions: { code: 'BAD_REQUEST' } })
    throw error
  }
}

export const workingTime = async (
  { signedIn, dataSource, locale }: RequestContext,
  { calendarId, from, minutes: wanted }: WorkingTimeAsked,
): Promise<WorkingTimeType> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  if (wanted < 0 || wanted > MOST_MINUTES) {
    throw new GraphQLError(`minutes: must be from 0 to ${MOST_MINUTES}`, {
      extensions: { code: 'BAD_REQUEST' },
    })
  }
  const { organizationId } = signedIn.actor
  const id = fromGlobalId('WorkingCalendar', calendarId)
  const found =
    id && (await withTenant(dataSource, organizationId, (it) => findCalendar(it, organizationId, id)))
  if (!found) throw accessError('NOT_FOUND', locale)
  const { timeZone } = found.calendar
  const { steps, ...due } = dueOn(found.calendar, new Date(from), wanted)
  return { ...due, steps: steps.map((step) => published(step, { timeZone, wanted, locale })) }
}
