import {
  SILENCE_ALERT_ACTION_LABELS,
  SILENCE_ALERT_INPUTS,
  SILENCE_OUTCOME_HINTS,
  SILENCE_OUTCOME_LABELS,
  SILENCE_OUTCOMES,
  type SilenceOutcome,
} from '@steward/domain'
import type { SilenceAlertPageQuery } from '@steward/graphql-client'
import { messages, useCheckInput, useFreshAct, useMessages, useSay } from '@steward/portal'
import {
  Choice,
  Field,
  Form,
  HeaderActions,
  Input,
  Sheet,
  Stack,
  useFieldValue,
  useNotify,
} from '@steward/ui'
import { useState } from 'react'
import { AcknowledgeSilenceAlert, CloseSilenceAlert, RecordVisitSilenceAlert } from './silence-documents.ts'
import { ProposeVisitForm } from './propose-visit-form.tsx'

const texts = messages({
  words: { zh: '客户说了什么、看到了什么', en: 'What was said and seen' },
  wordsHint: {
    zh: '会记入该客户的接待记录',
    en: 'It becomes a reception of the client',
  },
  result: { zh: '商定了什么', en: 'What came of it' },
  channel: { zh: '方式', en: 'How' },
  VISIT: { zh: '上门', en: 'Visit' },
  PHONE: { zh: '电话', en: 'Phone' },
  WECHAT: { zh: '微信', en: 'WeChat' },
  outcome: { zh: '结果', en: 'Outcome' },
  note: { zh: '依据', en: 'What shows it' },
  acknowledged: { zh: '已认领，请在建议日期前走访', en: 'It is yours: visit them by the day proposed' },
  recorded: { zh: '走访已记录', en: 'The visit is on record' },
  closed: { zh: '预警已关闭', en: 'The alert is closed' },
})

type Alert = NonNullable<SilenceAlertPageQuery['silenceAlert']>
type Asked = 'proposeVisit' | 'recordVisit' | 'close'
const CHANNELS = ['VISIT', 'PHONE', 'WECHAT'] as const
type Way = (typeof CHANNELS)[number]

interface AlertVerbsProps {
  readonly alert: Alert
  readonly onReload: () => Promise<unknown>
}

/** What the viewer can do about an alert now: the next step stands first. */
export function AlertVerbs({ alert, onReload }: AlertVerbsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const [asked, setAsked] = useState<Asked>()
  const acknowledge = useFreshAct(AcknowledgeSilenceAlert, onReload)
  const label = (action: keyof typeof SILENCE_ALERT_ACTION_LABELS) =>
    sayWord(SILENCE_ALERT_ACTION_LABELS[action])
  const takeOn = async () => {
    const { refused } = await acknowledge({ alertId: alert.id, expectedVersion: alert.version })
    if (refused) {
      if (refused.message) notify.failed(refused.message)
      return
    }
    await onReload()
    notify.done(say('acknowledged'))
  }
  const choices = [
    { action: 'ACKNOWLEDGE', key: 'acknowledge', onChoose: () => void takeOn() },
    { action: 'PROPOSE_VISIT', key: 'proposeVisit', onChoose: () => setAsked('proposeVisit') },
    { action: 'RECORD_VISIT', key: 'recordVisit', onChoose: () => setAsked('recordVisit') },
    { action: 'CLOSE', key: 'close', onChoose: () => setAsked('close') },
  ] as const
  const [first, ...usual] = choices
    .filter(({ action }) => alert.availableActions.includes(action))
    .map(({ key, onChoose }) => ({ key, label: label(key), onChoose }))
  return (
    <>
      <HeaderActions first={first} usual={usual} seldom={[]} />
      <Sheet open={asked !== undefined} title={asked ? label(asked) : ''} onClose={() => setAsked(undefined)}>
        {asked === 'proposeVisit' && (
          <ProposeVisitForm alert={alert} onReload={onReload} onClose={() => setAsked(undefined)} />
        )}
        {asked === 'recordVisit' && (
          <VisitForm alert={alert} onReload={onReload} onClose={() => setAsked(undefined)} />
        )}
        {asked === 'close' && (
          <CloseForm alert={alert} onReload={onReload} onClose={() => setAsked(undefined)} />
        )}
      </Sheet>
    </>
  )
}

interface FormProps extends AlertVerbsProps {
  readonly onClose: () => void
}

interface Visit {
  readonly channel: Way
  readonly words?: string
  readonly result?: string
}

function VisitForm({ alert, onReload, onClose }: FormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const notify = useNotify()
  const act = useFreshAct(RecordVisitSilenceAlert, onReload)
  const step = { alertId: alert.id, expectedVersion: alert.version }
  const label = sayWord(SILENCE_ALERT_ACTION_LABELS.recordVisit)
  return (
    <Form<Visit>
      label={label}
      verb={label}
      initial={{ channel: 'VISIT' }}
      onCancel={onClose}
      check={(values) => check(SILENCE_ALERT_INPUTS.recordVisit, { ...values, ...step })}
      onSubmit={async ({ channel, words = '', result }) => {
        const { refused } = await act({ ...step, channel, words, ...(result ? { result } : {}) })
        if (refused) return refused
        await onReload()
        notify.done(say('recorded'))
        onClose()
        return undefined
      }}
    >
      <Stack gap={3}>
        <Field name="channel" label={say('channel')} required>
          <Choice<Way>
            label={say('channel')}
            options={CHANNELS.map((value) => ({ value, label: say(value) }))}
          />
        </Field>
        <Field name="words" label={say('words')} hint={say('wordsHint')} required>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} />
        </Field>
        <Field name="result" label={say('result')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Field>
      </Stack>
    </Form>
  )
}

interface Closing {
  readonly outcome?: SilenceOutcome
  readonly note?: string
}

function CloseForm({ alert, onReload, onClose }: FormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const notify = useNotify()
  const act = useFreshAct(CloseSilenceAlert, onReload)
  const step = { alertId: alert.id, expectedVersion: alert.version }
  const label = sayWord(SILENCE_ALERT_ACTION_LABELS.close)
  return (
    <Form<Closing>
      label={label}
      verb={label}
      initial={{}}
      onCancel={onClose}
      check={(values) => check(SILENCE_ALERT_INPUTS.close, { ...values, ...step })}
      onSubmit={async ({ outcome = 'RETURNED', note }) => {
        const { refused } = await act({ ...step, outcome, ...(note ? { note } : {}) })
        if (refused) return refused
        await onReload()
        notify.done(say('closed'))
        onClose()
        return undefined
      }}
    >
      <Stack gap={3}>
        <Field name="outcome" label={say('outcome')} required>
          <Choice<SilenceOutcome>
            label={say('outcome')}
            options={SILENCE_OUTCOMES.map((value) => ({
              value,
              label: sayWord(SILENCE_OUTCOME_LABELS[value]),
            }))}
          />
        </Field>
        <OutcomeHint />
        <Field name="note" label={say('note')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Field>
      </Stack>
    </Form>
  )
}

function OutcomeHint() {
  const sayWord = useSay()
  const outcome = useFieldValue<SilenceOutcome>('outcome')
  return outcome ? <p className="st-quiet st-small">{sayWord(SILENCE_OUTCOME_HINTS[outcome])}</p> : null
}
