import { useQuery } from '@apollo/client/react'
import {
  DEFAULT_SUBJECT_REQUEST_POLICY,
  SUBJECT_REQUEST_POLICY_INPUT,
  type SubjectRequestPolicy,
} from '@steward/domain'
import { Button, DescriptionList, Field, Form, InputNumber, Panel, Sheet, useNotify } from '@steward/ui'
import { useState } from 'react'
import { useAct } from '../acts/use-act.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { messages, useMessages } from '../i18n/messages.ts'
import { useMay } from '../session/viewer.tsx'
import { SetSubjectRequestPolicy, SubjectRequestLimits } from './subject-request-documents.ts'

const texts = messages({
  title: { zh: '答复期限', en: 'Time limits' },
  change: { zh: '修改', en: 'Change' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存，今后登记的请求按此计算', en: 'Saved; it holds for what is registered from now on' },
  within: { zh: '自登记起，几个工作日内答复', en: 'Answered within so many working days' },
  warn: { zh: '到期前几个工作日提醒', en: 'Warned so many working days before' },
  escalate: { zh: '逾期几个工作日后报总经理', en: 'Told to the top so many working days after' },
  days: { zh: '{{count}} 个工作日', en: { one: '{{count}} working day', other: '{{count}} working days' } },
})

/** By when data subjects are answered, and who is told when they are not. */
export function SubjectRequestLimitsPanel() {
  const say = useMessages(texts)
  const may = useMay()
  const notify = useNotify()
  const [changing, setChanging] = useState(false)
  const { data, refetch } = useQuery(SubjectRequestLimits, { fetchPolicy: 'cache-and-network' })
  if (!data) return null
  const policy = data.subjectRequestPolicy ?? { ...DEFAULT_SUBJECT_REQUEST_POLICY, version: 0 }
  return (
    <Panel
      title={say('title')}
      actions={
        may('subjectRequestPolicy:set') && (
          <Button size="small" onClick={() => setChanging(true)}>
            {say('change')}
          </Button>
        )
      }
    >
      <DescriptionList
        items={[
          { label: say('within'), value: say('days', { count: policy.answerWithinDays }) },
          { label: say('warn'), value: say('days', { count: policy.warnBeforeDays }) },
          { label: say('escalate'), value: say('days', { count: policy.escalateAfterDays }) },
        ]}
      />
      <Sheet open={changing} title={say('title')} onClose={() => setChanging(false)}>
        {changing && (
          <LimitsForm
            policy={policy}
            onCancel={() => setChanging(false)}
            onSaved={() => {
              setChanging(false)
              notify.done(say('saved'))
              void refetch()
            }}
          />
        )}
      </Sheet>
    </Panel>
  )
}

interface LimitsFormProps {
  readonly policy: SubjectRequestPolicy & { readonly version: number }
  readonly onCancel: () => void
  readonly onSaved: () => void
}

function LimitsForm({ policy, onCancel, onSaved }: LimitsFormProps) {
  const say = useMessages(texts)
  const check = useCheckInput()
  const set = useAct(SetSubjectRequestPolicy)
  const { answerWithinDays, warnBeforeDays, escalateAfterDays, version } = policy
  const inputOf = (values: SubjectRequestPolicy) => ({ ...values, expectedVersion: version })
  return (
    <Form<SubjectRequestPolicy>
      label={say('title')}
      verb={say('save')}
      initial={{ answerWithinDays, warnBeforeDays, escalateAfterDays }}
      onCancel={onCancel}
      check={(values) => check(SUBJECT_REQUEST_POLICY_INPUT, inputOf(values))}
      onSubmit={async (values) => {
        const { done, refused } = await set(inputOf(values))
        if (done) onSaved()
        return refused
      }}
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
    </Form>
  )
}
