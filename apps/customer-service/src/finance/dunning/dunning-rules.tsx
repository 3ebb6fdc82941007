import { useQuery } from '@apollo/client/react'
import {
  DUNNING_INPUTS,
  DUNNING_STEP_LABELS,
  DUNNING_ACTION_LABELS,
  dunningRulesInForce,
  type DunningRule,
} from '@steward/domain'
import { messages, useAct, useCheckInput, useMay, useMessages, useSay } from '@steward/portal'
import {
  Button,
  DataTable,
  Field,
  Form,
  Input,
  InputNumber,
  Panel,
  Sheet,
  useNotify,
  useUi,
} from '@steward/ui'
import { useState } from 'react'
import { DunningRules, SetDunningStep } from './dunning-documents.ts'

const texts = messages({
  title: { zh: '催收步骤', en: 'Steps of dunning' },
  step: { zh: '步骤', en: 'Step' },
  after: { zh: '逾期后', en: 'After' },
  days: { zh: '{{count}} 天', en: { one: '{{count}} day', other: '{{count}} days' } },
  wording: { zh: '用语', en: 'Words' },
  afterDays: { zh: '到期后多少天', en: 'Days after the due day' },
  wordingZh: { zh: '中文用语', en: 'Words in Chinese' },
  wordingEn: { zh: '英文用语', en: 'Words in English' },
  hint: {
    zh: '可用 {client} {what} {amount} {due} {days}',
    en: 'May contain {client} {what} {amount} {due} {days}',
  },
  saved: { zh: '已保存，立即生效', en: 'Saved; it holds from now on' },
})

/** When one asks, how, and in which words. */
export function DunningRulesPanel() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const notify = useNotify()
  const { locale } = useUi()
  const [changing, setChanging] = useState<DunningRule>()
  const { data, refetch } = useQuery(DunningRules, { fetchPolicy: 'cache-and-network' })
  if (!data) return null
  const verb = sayWord(DUNNING_ACTION_LABELS.setStep)
  const versionOf = ({ step }: DunningRule) => data.dunningRules.find((it) => it.step === step)?.version ?? 0
  return (
    <Panel title={say('title')} flush>
      <DataTable
        label={say('title')}
        rows={dunningRulesInForce(data.dunningRules)}
        rowKey={({ step }) => step}
        columns={[
          {
            key: 'step',
            title: say('step'),
            card: 'lead',
            width: '120px',
            render: ({ step }) => sayWord(DUNNING_STEP_LABELS[step]),
          },
          {
            key: 'after',
            title: say('after'),
            width: '100px',
            render: ({ afterDays }) => say('days', { count: afterDays }),
          },
          {
            key: 'wording',
            title: say('wording'),
            render: ({ wordingZh, wordingEn }) => (locale === 'en' ? wordingEn : wordingZh),
          },
          {
            key: 'change',
            title: '',
            width: '170px',
            align: 'end',
            render: (rule) =>
              may('dunning:setStep') && (
                <Button
                  size="small"
                  aria-label={`${verb} ${sayWord(DUNNING_STEP_LABELS[rule.step])}`}
                  onClick={() => setChanging(rule)}
                >
                  {verb}
                </Button>
              ),
          },
        ]}
      />
      <Sheet open={changing !== undefined} title={verb} onClose={() => setChanging(undefined)}>
        {changing && (
          <RuleForm
            rule={changing}
            version={versionOf(changing)}
            onCancel={() => setChanging(undefined)}
            onSaved={() => {
              setChanging(undefined)
              notify.done(say('saved'))
              void refetch()
            }}
          />
        )}
      </Sheet>
    </Panel>
  )
}

interface RuleFormProps {
  readonly rule: DunningRule
  readonly version: number
  readonly onCancel: () => void
  readonly onSaved: () => void
}

type Values = Pick<DunningRule, 'afterDays' | 'wordingZh' | 'wordingEn'>

function RuleForm({ rule, version, onCancel, onSaved }: RuleFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const set = useAct(SetDunningStep)
  const { step, afterDays, wordingZh, wordingEn } = rule
  const inputOf = (values: Values) => ({ ...values, step, expectedVersion: version })
  const verb = sayWord(DUNNING_ACTION_LABELS.setStep)
  return (
    <Form<Values>
      label={verb}
      verb={verb}
      initial={{ afterDays, wordingZh, wordingEn }}
      onCancel={onCancel}
      check={(values) => check(DUNNING_INPUTS.setStep, inputOf(values))}
      onSubmit={async (values) => {
        const { done, refused } = await set(inputOf(values))
        if (done) onSaved()
        return refused
      }}
    >
      <p className="st-strong">{sayWord(DUNNING_STEP_LABELS[step])}</p>
      <Field name="afterDays" label={say('afterDays')} required>
        <InputNumber<number> min={1} precision={0} />
      </Field>
      <Field name="wordingZh" label={say('wordingZh')} hint={say('hint')} required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Field>
      <Field name="wordingEn" label={say('wordingEn')} required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Field>
    </Form>
  )
}
