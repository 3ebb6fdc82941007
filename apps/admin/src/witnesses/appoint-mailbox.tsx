import { WITNESS_INPUTS, WITNESS_RHYTHM_LABELS, WITNESS_RHYTHMS, type WitnessRhythm } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, useAct, useCheckInput, useMessages, useSay } from '@steward/portal'
import { Field, Form, Input, Select } from '@steward/ui'

const Appoint = graphql(/* GraphQL */ `
  mutation AppointMailbox($input: AppointMailboxInput!) {
    appointMailbox(input: $input) {
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
  form: { zh: '委任审计邮箱', en: 'Appoint a mailbox' },
  verb: { zh: '委任', en: 'Appoint' },
  address: { zh: '邮箱地址', en: 'Mail address' },
  addressHint: {
    zh: '最好是企业之外的审计人员的邮箱：数据库管理员不应能打开或清空它。',
    en: 'Best that of an auditor outside the organization: whoever runs the database should not be able to open or empty it.',
  },
  rhythm: { zh: '多久一封', en: 'How often' },
  rhythmHint: {
    zh: '第一封立即发出；没有新内容时不发。',
    en: 'The first mail goes at once; none goes while nothing is new.',
  },
  taken: { zh: '该邮箱已经是见证。', en: 'This mailbox is a witness already.' },
})

interface Values {
  readonly mailAddress: string
  readonly rhythm: WitnessRhythm
}

interface AppointProps {
  readonly onCancel: () => void
  readonly onDone: () => void
}

/** A mailbox that keeps the checkpoints which it is sent. */
export function AppointMailbox({ onCancel, onDone }: AppointProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const appoint = useAct(Appoint)
  const check = useCheckInput()
  return (
    <Form<Values>
      label={say('form')}
      verb={say('verb')}
      initial={{ rhythm: 'DAILY' }}
      onCancel={onCancel}
      check={(values) => check(WITNESS_INPUTS.appointMailbox, values)}
      onSubmit={async (values) => {
        const { done, refused, refusal } = await appoint(values)
        if (refusal?.code === 'DUPLICATE') return { fields: { mailAddress: say('taken') } }
        if (done) onDone()
        return refused
      }}
    >
      <Field name="mailAddress" label={say('address')} hint={say('addressHint')} required>
        <Input inputMode="email" autoComplete="off" placeholder="audit@example.com" />
      </Field>
      <Field name="rhythm" label={say('rhythm')} hint={say('rhythmHint')} required>
        <Select
          options={WITNESS_RHYTHMS.map((value) => ({ value, label: sayWord(WITNESS_RHYTHM_LABELS[value]) }))}
        />
      </Field>
    </Form>
  )
}
