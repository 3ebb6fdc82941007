import { WITNESS_INPUTS } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, useAct, useCheckInput, useMessages } from '@steward/portal'
import { Field, Form, Input } from '@steward/ui'

const Appoint = graphql(/* GraphQL */ `
  mutation AppointCosigner($input: AppointCosignerInput!) {
    appointCosigner(input: $input) {
      ... on LedgerWitness {
        id
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
  form: { zh: '委任副署服务', en: 'Appoint a cosigning service' },
  verb: { zh: '委任', en: 'Appoint' },
  name: { zh: '见证名称', en: 'Name of the witness' },
  nameHint: {
    zh: '它副署时所用的名称，由见证方告知。',
    en: 'The name under which it signs; the witness tells you.',
  },
  url: { zh: '接收地址', en: 'Address' },
  urlHint: {
    zh: '公网可达的 https 地址（443 端口）。内网地址一律不会被调用。',
    en: 'An https address on the public internet, port 443. Private addresses are never called.',
  },
  key: { zh: '公钥', en: 'Public key' },
  keyHint: {
    zh: '64 位十六进制数字。请经另一条渠道向见证方核对：以后只认用它签的副署。',
    en: '64 hexadecimal digits. Compare it with the witness by another channel: only what it signs will count.',
  },
  taken: { zh: '已有同名的见证。', en: 'A witness of this name is appointed already.' },
})

interface Values {
  readonly name: string
  readonly url: string
  readonly publicKey: string
}

interface AppointProps {
  readonly onCancel: () => void
  readonly onDone: () => void
}

/** A service of somebody else’s that compares checkpoints and cosigns them. */
export function AppointCosigner({ onCancel, onDone }: AppointProps) {
  const say = useMessages(texts)
  const appoint = useAct(Appoint)
  const check = useCheckInput()
  return (
    <Form<Values>
      label={say('form')}
      verb={say('verb')}
      onCancel={onCancel}
      check={(values) => check(WITNESS_INPUTS.appointCosigner, values)}
      onSubmit={async (values) => {
        const { done, refused, refusal } = await appoint(values)
        if (refusal?.code === 'DUPLICATE') return { fields: { name: say('taken') } }
        if (done) onDone()
        return refused
      }}
    >
      <Field name="name" label={say('name')} hint={say('nameHint')} required>
        <Input autoComplete="off" placeholder="witness.example.com" />
      </Field>
      <Field name="url" label={say('url')} hint={say('urlHint')} required>
        <Input inputMode="url" autoComplete="off" placeholder="https://witness.example.com/add-checkpoint" />
      </Field>
      <Field name="publicKey" label={say('key')} hint={say('keyHint')} required>
        <Input autoComplete="off" spellCheck={false} />
      </Field>
    </Form>
  )
}
