import {
  PLAN_REVISION_STATUS_LABELS,
  PLAN_STATUS_LABELS,
  type PlanRevisionStatus,
  type PlanStatus,
} from '@steward/domain'
import { StatusTag, useUi, type Tone } from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'

const TONES: Readonly<Record<PlanStatus, Tone>> = {
  DRAFT: 'neutral',
  IN_REVIEW: 'warn',
  PENDING_APPROVAL: 'warn',
  ACTIVE: 'good',
  EVALUATING: 'info',
  COMPLETED: 'neutral',
  CANCELLED: 'neutral',
}

const REVISION_TONES: Readonly<Record<PlanRevisionStatus, Tone>> = {
  DRAFT: 'info',
  IN_REVIEW: 'warn',
  PENDING_APPROVAL: 'warn',
  IN_FORCE: 'good',
  RETURNED: 'bad',
  SUPERSEDED: 'neutral',
  WITHDRAWN: 'neutral',
}

export function PlanTag({ status }: { readonly status: PlanStatus }) {
  const sayWord = useSay()
  return <StatusTag tone={TONES[status]}>{sayWord(PLAN_STATUS_LABELS[status])}</StatusTag>
}

const texts = messages({
  allClients: { zh: '全部客户', en: 'All clients' },
  someClients: { zh: '一类客户', en: 'A segment of clients' },
  grades: { zh: '{{grades}} 级客户', en: 'Clients of grade {{grades}}' },
  in: { zh: '{{who}} · {{where}}', en: '{{who}} in {{where}}' },
  amendment: { zh: '修订：{{status}}', en: 'Amendment: {{status}}' },
})

interface PlannedFor {
  readonly client: { readonly code: string; readonly name: string | null } | null
  readonly project: { readonly name: string } | null
  /** Null to whoever may not read grades. */
  readonly segmentGrades: readonly string[] | null
  readonly segmentProjects: readonly { readonly name: string }[]
}

/** Whom a plan is for, in a few words. */
export function usePlannedFor(): (plan: PlannedFor) => string {
  const say = useMessages(texts)
  const { locale } = useUi()
  const listed = (words: readonly string[]) => words.join(locale === 'en' ? ', ' : '、')
  return ({ client, project, segmentGrades, segmentProjects }) => {
    if (client) return client.name ?? client.code
    if (project) return project.name
    const ofGrades = (grades: readonly string[]) =>
      grades.length === 0 ? say('allClients') : say('grades', { grades: listed(grades) })
    const who = segmentGrades === null ? say('someClients') : ofGrades(segmentGrades)
    const where = listed(segmentProjects.map(({ name }) => name))
    return where === '' ? who : say('in', { who, where })
  }
}

/** That something else is on its way while the plan is carried out. */
export function AmendmentTag({ status }: { readonly status: PlanRevisionStatus }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  return (
    <StatusTag tone={REVISION_TONES[status]}>
      {say('amendment', { status: sayWord(PLAN_REVISION_STATUS_LABELS[status]) })}
    </StatusTag>
  )
}
