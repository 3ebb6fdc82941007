import { WEBHOOK_INPUTS } from '@steward/domain'
import { messages, useCheckInput, useFreshAct, useMessages } from '@steward/portal'
import { Change, type Endpoint } from './endpoint-documents.ts'
import { EndpointForm } from './endpoint-form.tsx'

const texts = messages({
  form: { zh: '修改 Webhook 端点', en: 'Change the webhook endpoint' },
  verb: { zh: '保存', en: 'Save' },
  taken: { zh: '该合作方已有这个地址的端点。', en: 'The partner has an endpoint of this address already.' },
})

interface ChangeEndpointProps {
  readonly endpoint: Endpoint
  readonly reload: () => Promise<unknown>
  readonly onCancel: () => void
  readonly onDone: () => void
}

/** Address, purpose and events as they are, to be changed. */
export function ChangeEndpoint({ endpoint, reload, onCancel, onDone }: ChangeEndpointProps) {
  const say = useMessages(texts)
  const change = useFreshAct(Change, reload)
  const check = useCheckInput()
  const { id, version, url, description, events } = endpoint
  return (
    <EndpointForm
      label={say('form')}
      verb={say('verb')}
      initial={{ url, description, events: [...events] }}
      onCancel={onCancel}
      check={(values) => check(WEBHOOK_INPUTS.change, { ...values, expectedVersion: version })}
      onSubmit={async (values) => {
        const stated = { url: values.url, description: values.description ?? null, events: values.events }
        const { done, refused, refusal } = await change({
          endpointId: id,
          expectedVersion: version,
          ...stated,
        })
        if (refusal?.code === 'DUPLICATE') return { fields: { url: say('taken') } }
        if (done) onDone()
        return refused
      }}
    />
  )
}
