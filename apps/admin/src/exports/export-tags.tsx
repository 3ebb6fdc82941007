import {
  COPY_STATUS_LABELS,
  EXPORT_STATUS_LABELS,
  EXPORT_USE_LABELS,
  type CopyStatus,
  type ExportStatus,
  type ExportUse,
} from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import { Day, StatusTag, type Tone } from '@steward/ui'

const texts = messages({
  overdue: { zh: '逾期 {{count}} 天', en: { one: '{{count}} day overdue', other: '{{count}} days overdue' } },
})

const EXPORT_TONES: Readonly<Record<ExportStatus, Tone>> = {
  IN_SIGNING: 'warn',
  APPROVED: 'primary',
  PRODUCED: 'good',
  REJECTED: 'bad',
  WITHDRAWN: 'neutral',
}
const COPY_TONES: Readonly<Record<CopyStatus, Tone>> = {
  PRODUCING: 'info',
  FAILED: 'bad',
  PRODUCED: 'primary',
  HELD: 'warn',
  GIVEN: 'good',
  RETURNED: 'good',
  DESTROYED: 'neutral',
}

export function ExportTag({ status }: { readonly status: ExportStatus }) {
  const say = useSay()
  return (
    <StatusTag tone={EXPORT_TONES[status]} dot={status === 'IN_SIGNING'}>
      {say(EXPORT_STATUS_LABELS[status])}
    </StatusTag>
  )
}

/** Outside the company stands out: it is the general manager's. */
export function UseTag({ use }: { readonly use: ExportUse }) {
  const say = useSay()
  return <StatusTag tone={use === 'OUTSIDE' ? 'seal' : 'neutral'}>{say(EXPORT_USE_LABELS[use])}</StatusTag>
}

/** From when until when what was asked for may be used. */
export function UsePeriod({ useFrom, useUntil }: { readonly useFrom: string; readonly useUntil: string }) {
  return (
    <>
      <Day on={useFrom} /> – <Day on={useUntil} />
    </>
  )
}

export function CopyTag({
  status,
  overdueDays,
}: {
  readonly status: CopyStatus
  readonly overdueDays: number
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  return overdueDays > 0 ? (
    <StatusTag tone="bad" dot>
      {say('overdue', { count: overdueDays })}
    </StatusTag>
  ) : (
    <StatusTag tone={COPY_TONES[status]} dot={status === 'PRODUCING'}>
      {sayWord(COPY_STATUS_LABELS[status])}
    </StatusTag>
  )
}
