import { WEBHOOK_INPUTS } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, useAct, useCheckInput, useMessages } from '@steward/portal'
import { EndpointForm, NEW_ENDPOINT } from './endpoint-form.tsx'
import type { HandedSecret } from './secret-hand-over.tsx'

const Add = graphql(/* GraphQL */ `
  mutation AddWebhookEndpoint($input: AddWebhookEndpointInput!) {
    addWebhookEndpoint(input: $input) {
      ... on IssuedWebhookSecret {
        secret
        endpoint {
          id
          url
        }
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

const texts = messages({
  form: { zh: '新增 Webhook 端点', en: 'Add a webhook endpoint' },
  verb: { zh: '新增', en: 'Add' },
  taken: { zh: '该合作方已有这个地址的端点。', en: 'The partner has an endpoint of this address already.' },
})

interface AddEndpointProps {
  readonly partnerId: string
  readonly onCancel: () => void
  readonly onAdded: (secret: HandedSecret) => void
}

/** A new address of a partner; its secret is shown next, once. */
export function AddEndpoint({ partnerId, onCancel, onAdded }: AddEndpointProps) {
  const say = useMessages(texts)
  const add = useAct(Add)
  const check = useCheckInput()
  return (
    <EndpointForm
      label={say('form')}
      verb={say('verb')}
      initial={NEW_ENDPOINT}
      onCancel={onCancel}
      check={(values) => check(WEBHOOK_INPUTS.add, values)}
      onSubmit={async ({ url, description, events }) => {
        const { done, refused, refusal } = await add({
          partnerId,
          url,
          description: description ?? null,
          events,
        })
        if (refusal?.code === 'DUPLICATE') return { fields: { url: say('taken') } }
        if (done) onAdded({ url: done.endpoint.url, secret: done.secret, overlaps: false })
        return refused
      }}
    />
  )
}
