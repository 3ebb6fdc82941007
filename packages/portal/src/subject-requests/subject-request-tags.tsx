import {
  OPEN_SUBJECT_REQUEST_STATUSES,
  SUBJECT_REQUEST_STATUS_LABELS,
  type SubjectRequestStatus,
} from '@steward/domain'
import { Instant, StatusTag, useNow, type Tone } from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'

const texts = messages({
  overdue: { zh: '已逾期', en: 'Overdue' },
})

const TONES: Readonly<Record<SubjectRequestStatus, Tone>> = {
  REGISTERED: 'warn',
  IDENTIFIED: 'primary',
  ANSWERED: 'good',
  REFUSED: 'bad',
  WITHDRAWN: 'neutral',
}

export function SubjectRequestTag({ status }: { readonly status: SubjectRequestStatus }) {
  const say = useSay()
  return (
    <StatusTag tone={TONES[status]} dot={OPEN_SUBJECT_REQUEST_STATUSES.includes(status)}>
      {say(SUBJECT_REQUEST_STATUS_LABELS[status])}
    </StatusTag>
  )
}

interface AnswerDueProps {
  readonly status: SubjectRequestStatus
  readonly dueAt: string
}

/** When the answer is owed; that it is overdue stands out as long as somebody waits. */
export function AnswerDue({ status, dueAt }: AnswerDueProps) {
  const say = useMessages(texts)
  const now = useNow()
  const late = OPEN_SUBJECT_REQUEST_STATUSES.includes(status) && Date.parse(dueAt) < now
  return (
    <>
      <Instant at={dueAt} /> {late && <StatusTag tone="bad">{say('overdue')}</StatusTag>}
    </>
  )
}
