import { PARTNER_INPUTS } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, useAct, useCheckInput, useMessages } from '@steward/portal'
import { Field, Form, Input } from '@steward/ui'

const Add = graphql(/* GraphQL */ `
  mutation AddPartner($input: AddPartnerInput!) {
    addPartner(input: $input) {
      ... on Partner {
        id
        name
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
  form: { zh: '新增合作方', en: 'Add a partner' },
  verb: { zh: '新增', en: 'Add' },
  name: { zh: '企业或系统名称', en: 'Company or system' },
  nameHint: {
    zh: '它登记的投诉会以此名称显示登记人。',
    en: 'The cases that it registers bear this name.',
  },
  taken: { zh: '已有同名的合作方。', en: 'There is a partner of this name already.' },
})

interface PartnerFormProps {
  readonly onCancel: () => void
  readonly onDone: () => void
}

/** A company whose programs may come in. */
export function PartnerForm({ onCancel, onDone }: PartnerFormProps) {
  const say = useMessages(texts)
  const add = useAct(Add)
  const check = useCheckInput()
  return (
    <Form<{ readonly name: string }>
      label={say('form')}
      verb={say('verb')}
      onCancel={onCancel}
      check={(values) => check(PARTNER_INPUTS.add, values)}
      onSubmit={async (values) => {
        const { done, refused, refusal } = await add(values)
        if (refusal?.code === 'DUPLICATE') return { fields: { name: say('taken') } }
        if (done) onDone()
        return refused
      }}
    >
      <Field name="name" label={say('name')} hint={say('nameHint')} required>
        <Input autoComplete="off" />
      </Field>
    </Form>
  )
}
