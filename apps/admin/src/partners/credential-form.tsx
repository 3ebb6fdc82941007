import {
  CREDENTIAL_DAYS,
  CREDENTIAL_POINTS,
  PARTNER_INPUTS,
  PARTNER_SCOPES,
  PERMISSION_LABELS,
  type Permission,
} from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, useAct, useCheckInput, useMessages, useSay } from '@steward/portal'
import { Field, Fields, Form, Input, InputNumber, Select } from '@steward/ui'

const Issue = graphql(/* GraphQL */ `
  mutation IssuePartnerCredential($input: IssuePartnerCredentialInput!) {
    issuePartnerCredential(input: $input) {
      ... on IssuedCredential {
        token
        credential {
          id
          label
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
  form: { zh: '签发凭证', en: 'Issue a credential' },
  verb: { zh: '签发', en: 'Issue' },
  label: { zh: '用途', en: 'What it is for' },
  labelHint: { zh: '例如“热线系统，生产环境”。', en: 'For example “hotline, production”.' },
  scopes: { zh: '权限范围', en: 'Scopes' },
  scopesHint: {
    zh: '只涉及该合作方自己登记的投诉；未给的内容读出来是空的。',
    en: 'Only cases that the partner registered itself; what is not given reads as nothing.',
  },
  days: { zh: '有效天数', en: 'Valid for days' },
  daysHint: { zh: '1 至 {{most}} 天，到期自动失效。', en: '1 to {{most}}; it ends by itself.' },
  points: { zh: '每分钟额度（点）', en: 'Points a minute' },
  pointsHint: {
    zh: '读一条记录约 1 点，一次登记 10 点。',
    en: 'Reading a record costs about 1, registering 10.',
  },
  from: { zh: '允许的来源地址', en: 'May come from' },
  fromHint: {
    zh: '不填表示不限。IP 地址或网段，例如 203.0.113.0/24。',
    en: 'Empty: from anywhere. Addresses or networks such as 203.0.113.0/24.',
  },
})

interface Values {
  readonly label: string
  readonly scopes: Permission[]
  readonly days: number
  readonly pointsPerMinute: number
  readonly allowedFrom: string[]
}

const USUAL: Omit<Values, 'label'> = {
  scopes: [...PARTNER_SCOPES],
  days: CREDENTIAL_DAYS.usual,
  pointsPerMinute: CREDENTIAL_POINTS.usual,
  allowedFrom: [],
}

export interface Issued {
  readonly label: string
  readonly token: string | null
}

interface CredentialFormProps {
  readonly partnerId: string
  readonly onCancel: () => void
  readonly onIssued: (issued: Issued) => void
}

/** Makes a credential for a program; what it may do is decided here and never widened later. */
export function CredentialForm({ partnerId, onCancel, onIssued }: CredentialFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const issue = useAct(Issue)
  const check = useCheckInput()
  return (
    <Form<Values>
      label={say('form')}
      verb={say('verb')}
      initial={USUAL}
      onCancel={onCancel}
      check={(values) => check(PARTNER_INPUTS.issueCredential, values)}
      onSubmit={async (values) => {
        const { done, refused } = await issue({ partnerId, ...values })
        if (done) onIssued({ label: done.credential.label, token: done.token })
        return refused
      }}
    >
      <Field name="label" label={say('label')} hint={say('labelHint')} required>
        <Input autoComplete="off" />
      </Field>
      <Field name="scopes" label={say('scopes')} hint={say('scopesHint')} required>
        <Select
          mode="multiple"
          options={PARTNER_SCOPES.map((scope) => ({
            value: scope,
            label: sayWord(PERMISSION_LABELS[scope]),
          }))}
        />
      </Field>
      <Fields>
        <Field
          name="days"
          label={say('days')}
          hint={say('daysHint', { most: CREDENTIAL_DAYS.longest })}
          required
        >
          <InputNumber min={CREDENTIAL_DAYS.shortest} max={CREDENTIAL_DAYS.longest} precision={0} />
        </Field>
        <Field name="pointsPerMinute" label={say('points')} hint={say('pointsHint')} required>
          <InputNumber min={CREDENTIAL_POINTS.fewest} max={CREDENTIAL_POINTS.most} precision={0} step={100} />
        </Field>
      </Fields>
      <Field name="allowedFrom" label={say('from')} hint={say('fromHint')}>
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[' ', ',', '，', ';']} />
      </Field>
    </Form>
  )
}
