import { useQuery } from '@apollo/client/react'
import { METRIC_ENTRY_ACTION_LABELS, METRIC_ENTRY_INPUTS } from '@steward/domain'
import { FailureState, messages, useCheckInput, useMessages, useSay, useToday } from '@steward/portal'
import { Field, Fields, Form, Input, InputNumber, Loading, Select } from '@steward/ui'
import { useArchiveAct, type ArchiveSurroundings } from '../../clients/page/use-archive-act.ts'
import { EnterableMetrics, RecordMetricEntry } from './entry-documents.ts'

const texts = messages({
  metric: { zh: '指标', en: 'What is scored' },
  score: { zh: '评分（0 至 100）', en: 'Score (0 to 100)' },
  on: { zh: '评定日期', en: 'Judged on' },
  onHint: { zh: '自这一天起 365 天内有效', en: 'It counts for 365 days from then' },
  evidence: { zh: '依据', en: 'Evidence' },
  evidenceHint: {
    zh: '看到了什么、何时、谁说的；以后有人会问为什么是这个分',
    en: 'What was seen, when, who said it: somebody will ask why it is this score',
  },
  done: { zh: '已录入', en: 'Entered' },
})

interface Values {
  readonly metricKey?: string
  readonly points?: number | null
  readonly enteredOn?: string
  readonly evidence?: string
}

/** As the API takes it: hundredths of a point. */
const sentOf = (clientId: string, { metricKey = '', points, enteredOn = '', evidence = '' }: Values) => ({
  clientId,
  metricKey,
  score: Math.round((points ?? Number.NaN) * 100),
  enteredOn,
  evidence,
})

export function RecordEntryForm({
  client,
  ...surroundings
}: ArchiveSurroundings & { readonly client: string }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const today = useToday()
  const act = useArchiveAct(RecordMetricEntry, say('done'), surroundings)
  const { data, error, refetch } = useQuery(EnterableMetrics, { fetchPolicy: 'cache-and-network' })
  const verb = sayWord(METRIC_ENTRY_ACTION_LABELS.record)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const metrics = data.enterableMetrics
  return (
    <Form<Values>
      label={verb}
      verb={verb}
      initial={{
        enteredOn: today,
        ...(metrics.length === 1 ? { metricKey: metrics[0]!.metricKey } : {}),
      }}
      onCancel={surroundings.onClose}
      check={(values) => {
        const { clientId: _, score, ...wrong } = check(METRIC_ENTRY_INPUTS.record, sentOf(client, values))
        return { ...wrong, ...(score ? { points: score } : {}) }
      }}
      onSubmit={(values) => act(sentOf(client, values))}
    >
      <Fields>
        <Field name="metricKey" label={say('metric')} required>
          <Select
            popupMatchSelectWidth={false}
            options={metrics.map(({ metricKey, name }) => ({ value: metricKey, label: name }))}
          />
        </Field>
        <Field name="points" label={say('score')} required>
          <InputNumber<number> min={0} max={100} precision={2} />
        </Field>
        <Field name="enteredOn" label={say('on')} hint={say('onHint')} required>
          <Input type="date" max={today} />
        </Field>
        <Field name="evidence" label={say('evidence')} hint={say('evidenceHint')} required wide>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={500} />
        </Field>
      </Fields>
    </Form>
  )
}
