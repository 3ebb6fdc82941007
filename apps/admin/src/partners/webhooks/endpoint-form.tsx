import { WEBHOOK_EVENT_LABELS, WEBHOOK_EVENTS, type WebhookEvent } from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import { Field, Form, Input, Select, type Refused } from '@steward/ui'

const texts = messages({
  url: { zh: '接收地址', en: 'Address' },
  urlHint: {
    zh: '公网可达的 https 地址（443 端口）。内网地址一律不会被调用。',
    en: 'An https address on the public internet, port 443. Private addresses are never called.',
  },
  description: { zh: '用途', en: 'What it is for' },
  descriptionHint: { zh: '例如“热线系统，生产环境”。', en: 'For example “hotline, production”.' },
  events: { zh: '通知哪些事件', en: 'What it is told of' },
  eventsHint: {
    zh: '只涉及该合作方自己登记的投诉；内容只有编号与状态，详情由对方凭凭证读取。',
    en: 'Only cases that the partner registered. Told are number and state; the rest it reads with its credential.',
  },
})

export interface EndpointValues {
  readonly url: string
  readonly description: string | null
  readonly events: string[]
}

/** Everything there is: what a partner does not want, it takes off. */
export const NEW_ENDPOINT: Partial<EndpointValues> = { events: [...WEBHOOK_EVENTS] }

interface EndpointFormProps {
  readonly label: string
  readonly verb: string
  readonly initial: Partial<EndpointValues>
  readonly check: (values: EndpointValues) => Readonly<Record<string, string>>
  readonly onSubmit: (values: EndpointValues) => Promise<Refused | undefined>
  readonly onCancel: () => void
}

/** Address, purpose and events of an endpoint, new or changed. */
export function EndpointForm(props: EndpointFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  return (
    <Form<EndpointValues> {...props}>
      <Field name="url" label={say('url')} hint={say('urlHint')} required>
        <Input inputMode="url" autoComplete="off" placeholder="https://hooks.example.com/steward" />
      </Field>
      <Field name="description" label={say('description')} hint={say('descriptionHint')}>
        <Input autoComplete="off" />
      </Field>
      <Field name="events" label={say('events')} hint={say('eventsHint')} required>
        <Select
          mode="multiple"
          options={WEBHOOK_EVENTS.map((event: WebhookEvent) => ({
            value: event,
            label: sayWord(WEBHOOK_EVENT_LABELS[event]),
          }))}
        />
      </Field>
    </Form>
  )
}
