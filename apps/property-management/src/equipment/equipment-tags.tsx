import {
  availability,
  EQUIPMENT_STATE_LABELS,
  INSPECTION_RESULT_LABELS,
  inspectionUrgency,
  startOfDay,
  type EquipmentState,
  type InspectionResult,
} from '@steward/domain'
import { messages, useMessages, useSay, useToday, useViewer } from '@steward/portal'
import { Day, StatusTag, useNow, type Tone } from '@steward/ui'

const texts = messages({
  late: { zh: '逾期 {{count}} 天', en: { one: '{{count}} day late', other: '{{count}} days late' } },
  soon: { zh: '{{count}} 天后', en: { one: 'in {{count}} day', other: 'in {{count}} days' } },
  today: { zh: '今天', en: 'today' },
})

const STATES: Readonly<Record<EquipmentState, Tone>> = {
  IN_SERVICE: 'good',
  OUT_OF_SERVICE: 'bad',
  RETIRED: 'neutral',
}

export function StateTag({ state }: { readonly state: EquipmentState }) {
  return (
    <StatusTag tone={STATES[state]} dot={state === 'OUT_OF_SERVICE'}>
      {useSay()(EQUIPMENT_STATE_LABELS[state])}
    </StatusTag>
  )
}

const RESULTS: Readonly<Record<InspectionResult, Tone>> = {
  PASSED: 'good',
  CONDITIONAL: 'warn',
  FAILED: 'bad',
}
export const resultTone = (result: InspectionResult): Tone => RESULTS[result]

export function ResultTag({ result }: { readonly result: InspectionResult }) {
  return <StatusTag tone={RESULTS[result]}>{useSay()(INSPECTION_RESULT_LABELS[result])}</StatusTag>
}

const DAY_MS = 86_400_000
const TONES = { OVERDUE: 'bad', SOON: 'warn', LATER: 'neutral' } as const

/** When an inspection is due; that it is near or past stands out. */
export function InspectionDue({ on }: { readonly on: string }) {
  const say = useMessages(texts)
  const today = useToday()
  const urgency = inspectionUrgency(on, today)
  const days = Math.round((Date.parse(on) - Date.parse(today)) / DAY_MS)
  return (
    <>
      <Day on={on} />{' '}
      {urgency !== 'LATER' && (
        <StatusTag tone={TONES[urgency]}>
          {days === 0
            ? say('today')
            : days < 0
              ? say('late', { count: -days })
              : say('soon', { count: days })}
        </StatusTag>
      )}
    </>
  )
}

interface Measured {
  readonly installedOn: string | null
  readonly retiredAt: string | null
}
interface Stretch {
  readonly startedAt: string
  readonly endedAt: string | null
}

/** The last 365 days up to now, to the minute. */
export function useYear(): { readonly from: Date; readonly until: Date } {
  const minute = Math.floor(useNow() / 60_000) * 60_000
  return { from: new Date(minute - 365 * DAY_MS), until: new Date(minute) }
}

/** The share of the last 365 days in which a machine ran, 1/10,000. */
export function useAvailabilityOfYear(): (machine: Measured, outages: readonly Stretch[]) => number | null {
  const { timeZone } = useViewer().organization
  const period = useYear()
  return ({ installedOn, retiredAt }, outages) =>
    availability(
      outages.map(({ startedAt, endedAt }) => ({
        startedAt: new Date(startedAt),
        endedAt: endedAt === null ? null : new Date(endedAt),
      })),
      period,
      {
        since: installedOn === null ? null : startOfDay(installedOn, timeZone),
        gone: retiredAt === null ? null : new Date(retiredAt),
      },
    )
}
