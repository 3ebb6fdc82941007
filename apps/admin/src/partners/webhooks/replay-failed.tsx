import { messages, useAct, useMessages } from '@steward/portal'
import { Choice, Field, Form } from '@steward/ui'
import { ReplayFailed } from './endpoint-documents.ts'

const texts = messages({
  form: { zh: '重发失败的消息', en: 'Replay what failed' },
  verb: { zh: '重发', en: 'Replay' },
  since: { zh: '范围', en: 'Since' },
  sinceHint: {
    zh: '已放弃的消息会以原来的 webhook-id 再发一次；测试消息除外。',
    en: 'Messages that were given up go out once more under their webhook-id; tests do not.',
  },
  hour: { zh: '最近 1 小时', en: 'the last hour' },
  day: { zh: '最近 24 小时', en: 'the last 24 hours' },
  week: { zh: '最近 7 天', en: 'the last 7 days' },
  month: { zh: '全部（30 天）', en: 'all (30 days)' },
})

const HOURS = { hour: 1, day: 24, week: 168, month: 24 * 31 } as const
type Span = keyof typeof HOURS

interface ReplayFailedFormProps {
  readonly endpointId: string
  readonly onCancel: () => void
  readonly onDone: () => void
}

/** Everything that failed since then, once more: after the partner's system was away. */
export function ReplayFailedForm({ endpointId, onCancel, onDone }: ReplayFailedFormProps) {
  const say = useMessages(texts)
  const replay = useAct(ReplayFailed)
  return (
    <Form<{ readonly span: Span }>
      label={say('form')}
      verb={say('verb')}
      initial={{ span: 'day' }}
      onCancel={onCancel}
      onSubmit={async ({ span }) => {
        const since = new Date(Date.now() - HOURS[span] * 3_600_000).toISOString()
        const { done, refused } = await replay({ endpointId, since })
        if (done) onDone()
        return refused
      }}
    >
      <Field name="span" label={say('since')} hint={say('sinceHint')} required>
        <Choice
          label={say('since')}
          options={(Object.keys(HOURS) as Span[]).map((value) => ({ value, label: say(value) }))}
        />
      </Field>
    </Form>
  )
}
