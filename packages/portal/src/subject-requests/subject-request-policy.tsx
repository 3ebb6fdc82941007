import { useQuery } from '@apollo/client/react'
import { DEFAULT_SUBJECT_REQUEST_POLICY, SUBJECT_REQUEST_POLICY_INPUT } from '@steward/domain'
import { Field, InputNumber } from '@steward/ui'
import { useFreshAct } from '../acts/use-fresh-act.ts'
import { messages, useMessages } from '../i18n/messages.ts'
import { PolicyPanel } from '../settings/policy-panel.tsx'
import { SubjectRequestLimits } from './subject-request-documents.ts'
import { SetSubjectRequestPolicy } from './subject-request-mutations.ts'

const texts = messages({
  title: { zh: '答复期限', en: 'Time limits' },
  saved: { zh: '已保存，今后登记的请求按此计算', en: 'Saved; it holds for what is registered from now on' },
  within: { zh: '自登记起，几个工作日内答复', en: 'Answered within so many working days' },
  warn: { zh: '到期前几个工作日提醒', en: 'Warned so many working days before' },
  escalate: {
    zh: '逾期几个工作日后报总经理',
    en: 'Escalated to general management so many working days after',
  },
  days: { zh: '{{count}} 个工作日', en: { one: '{{count}} working day', other: '{{count}} working days' } },
})

/** By when data subjects are answered, and who is told when they are not. */
export function SubjectRequestLimitsPanel() {
  const say = useMessages(texts)
  const { data, refetch } = useQuery(SubjectRequestLimits, { fetchPolicy: 'cache-and-network' })
  const set = useFreshAct(SetSubjectRequestPolicy, refetch)
  if (!data) return null
  const { answerWithinDays, warnBeforeDays, escalateAfterDays, version } = data.subjectRequestPolicy ?? {
    ...DEFAULT_SUBJECT_REQUEST_POLICY,
    version: 0,
  }
  const days = (count: number): string => say('days', { count })
  return (
    <PolicyPanel
      title={say('title')}
      permission="subjectRequestPolicy:set"
      lines={[
        { label: say('within'), value: days(answerWithinDays) },
        { label: say('warn'), value: days(warnBeforeDays) },
        { label: say('escalate'), value: days(escalateAfterDays) },
      ]}
      values={{ answerWithinDays, warnBeforeDays, escalateAfterDays }}
      version={version}
      schema={SUBJECT_REQUEST_POLICY_INPUT}
      set={set}
      saved={say('saved')}
      onReload={refetch}
    >
      <Field name="answerWithinDays" label={say('within')} required>
        <InputNumber<number> min={1} max={60} precision={0} />
      </Field>
      <Field name="warnBeforeDays" label={say('warn')} required>
        <InputNumber<number> min={0} max={59} precision={0} />
      </Field>
      <Field name="escalateAfterDays" label={say('escalate')} required>
        <InputNumber<number> min={1} max={60} precision={0} />
      </Field>
    </PolicyPanel>
  )
}
