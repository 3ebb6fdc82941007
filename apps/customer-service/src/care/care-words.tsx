import {
  APPROACH_OF,
  CARE_KIND_LABELS,
  CARE_STATUS_LABELS,
  CONTACT_REFUSAL_LABELS,
  FESTIVAL_LABELS,
  mayContact,
  type Approach,
  type CareStatus,
  type ContactAnswer,
} from '@steward/domain'
import type { CareLineFragment } from '@steward/graphql-client'
import { messages, useMessages, useSay, useViewer } from '@steward/portal'
import { absoluteTime, StatusTag, useNow, useUi, type Tone } from '@steward/ui'
import { useCareRules } from './use-care-rules.ts'

export type CareItem = CareLineFragment

const TONES: Readonly<Record<CareStatus, Tone>> = {
  PLANNED: 'info',
  DONE: 'good',
  SKIPPED: 'neutral',
  WITHDRAWN: 'neutral',
}

const texts = messages({
  now: { zh: '现在可以联系', en: 'May be contacted now' },
  not: { zh: '暂不宜联系：{{reasons}}', en: 'Not now: {{reasons}}' },
  next: { zh: '最早 {{when}}', en: 'from {{when}}' },
})

export function CareTag({ status }: { readonly status: CareStatus }) {
  const sayWord = useSay()
  return <StatusTag tone={TONES[status]}>{sayWord(CARE_STATUS_LABELS[status])}</StatusTag>
}

/** Why today. */
export function useCareReason() {
  const sayWord = useSay()
  return ({ kind, festival }: Pick<CareItem, 'kind' | 'festival'>): string =>
    sayWord(festival ? FESTIVAL_LABELS[festival] : CARE_KIND_LABELS[kind])
}

/** Whether they may be turned to at this moment, as the server reckons it, too. */
export function useMayContact(): (item: CareItem, approach?: Approach) => ContactAnswer {
  const { rules } = useCareRules()
  const now = new Date(useNow())
  const { timeZone } = useViewer().organization
  return (item, approach = APPROACH_OF[item.means]) =>
    mayContact(
      { purpose: 'CARE', approach, now, timeZone },
      {
        closed: item.closed,
        consented: item.consented,
        doNotContact: item.contact?.doNotContact ?? false,
        preferredHours: item.contact?.preferredHours ?? null,
        unsolicited: item.recentContacts.map(({ at }) => ({ at: new Date(at) })),
      },
      rules,
    )
}

/** Said in words: yes, or why not and from when on. */
export function ContactNow({ answer }: { readonly answer: ContactAnswer }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { locale } = useUi()
  const { timeZone } = useViewer().organization
  if (answer.allowed) return <StatusTag tone="good">{say('now')}</StatusTag>
  const reasons = answer.reasons.map((it) => sayWord(CONTACT_REFUSAL_LABELS[it])).join('；')
  return (
    <>
      <StatusTag tone="warn">{say('not', { reasons })}</StatusTag>
      {answer.nextAt && (
        <span className="st-quiet st-small">
          {say('next', { when: absoluteTime(answer.nextAt, locale, timeZone) })}
        </span>
      )}
    </>
  )
}
