import { CLIENT_INPUTS } from '@steward/domain'
import { graphql, type SiteStayFragment as Stay } from '@steward/graphql-client'
import { messages, useAct, useCheckInput, useMessages } from '@steward/portal'
import { Field, Form, Input } from '@steward/ui'
import { useSettle } from '../use-settle.ts'

const SiteAddPhone = graphql(/* GraphQL */ `
  mutation SiteAddPhone($input: AmendClientInput!) {
    amendClient(input: $input) {
      ... on Client {
        id
        version
        phoneMasked
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

const texts = messages({
  verb: { zh: '补登电话', en: 'Add their phone' },
  phone: { zh: '电话', en: 'Phone' },
  hint: { zh: '当面核对后登记；登记后只显示掩码', en: 'Checked with them; from then on it is shown masked' },
  done: { zh: '电话已登记', en: 'The phone is on file' },
})

interface PhoneFormProps {
  readonly client: NonNullable<Stay['client']>
  readonly onDone: () => void
}

/** A number that the archive lacks, told at the door: nothing else of the client is changed here. */
export function PhoneForm({ client, onDone }: PhoneFormProps) {
  const say = useMessages(texts)
  const check = useCheckInput()
  const settle = useSettle()
  const amend = useAct(SiteAddPhone)
  const inputOf = ({ phone = '' }: { readonly phone?: string }) => ({
    clientId: client.id,
    expectedVersion: client.version,
    phone,
  })
  return (
    <Form<{ readonly phone?: string }>
      label={say('verb')}
      verb={say('verb')}
      initial={{}}
      onCancel={onDone}
      check={(values) => check(CLIENT_INPUTS.amend, inputOf(values))}
      onSubmit={async (values) => {
        const refused = await settle(await amend(inputOf(values)), { done: say('done'), typed: true })
        if (!refused) onDone()
        return refused
      }}
    >
      <p className="st-strong">{client.name ?? client.code}</p>
      <Field name="phone" label={say('phone')} hint={say('hint')} required>
        <Input size="large" type="tel" inputMode="tel" autoComplete="off" />
      </Field>
    </Form>
  )
}
