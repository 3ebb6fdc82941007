import { PROOF_LEVEL_LABELS, PROOF_LEVELS, SIGNATURE_INPUTS, type ProofLevel } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, useAct, useCheckInput, useMessages, useSay, useViewer } from '@steward/portal'
import { Alert, Field, Form, MoneyInput, Select, useFieldValue } from '@steward/ui'
import type { Rule } from './signing-page.tsx'

const SetRule = graphql(/* GraphQL */ `
  mutation SetSignatureProofRule($input: SetSignatureProofRuleInput!) {
    setSignatureProofRule(input: $input) {
      ... on SignatureProofRule {
        subject
        level
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
  form: { zh: '签署验证', en: 'Proof of a signature' },
  verb: { zh: '保存', en: 'Save' },
  level: { zh: '验证方式', en: 'Proof' },
  from: { zh: '起点金额', en: 'From this sum on' },
  fromHint: { zh: '留空：不论金额，不另作要求', en: 'Empty: no sum asks for more' },
  SESSION: {
    zh: '任何能用这台电脑的人都能以登录者的名义签署。只建议用于培训环境。',
    en: 'Whoever can use the computer can sign as the person signed in. For training only.',
  },
  PIN: {
    zh: '防止他人顺手代签。服务器知道验证是否通过，但不能向第三方证明是本人。',
    en: 'Keeps others from signing in passing. The server knows that it was right; it cannot prove to a third party that it was them.',
  },
  FULL: {
    zh: '须有密码和动态验证码，或通行密钥。还没有设置的人签不了，系统会引导他们去设置。',
    en: 'Password and one-time code, or a passkey. Whoever has neither cannot sign and is shown where to set one up.',
  },
  PASSKEY: {
    zh: '由本人的设备直接对内容签名，服务器和管理员都无法伪造。还没有通行密钥的人签不了。',
    en: 'The person’s own device signs the content; neither server nor administrator can forge it. Whoever has no passkey cannot sign.',
  },
})

interface Values {
  readonly level: ProofLevel
  readonly fromMinor?: number | null
}

interface RuleFormProps {
  readonly rule: Rule
  readonly onCancel: () => void
  readonly onSaved: () => void
}

/** Changes one rule; what the level means stands below it while it is chosen. */
export function RuleForm({ rule, onCancel, onSaved }: RuleFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const set = useAct(SetRule)
  const { organization } = useViewer()
  const { subject } = rule
  const isAmount = subject === 'AMOUNT'
  const inputOf = ({ level, fromMinor }: Values) => ({
    subject,
    level,
    ...(isAmount && typeof fromMinor === 'number' ? { fromMinor } : {}),
  })
  return (
    <Form<Values>
      label={say('form')}
      verb={say('verb')}
      initial={{ level: rule.level, fromMinor: rule.fromMinor ?? null }}
      onCancel={onCancel}
      check={(values) => check(SIGNATURE_INPUTS.setRule, inputOf(values))}
      onSubmit={async (values) => {
        const { done, refused } = await set(inputOf(values))
        if (done) onSaved()
        return refused
      }}
    >
      {isAmount ? (
        <Field name="fromMinor" label={say('from')} hint={say('fromHint')}>
          <MoneyInput currency={organization.currency} />
        </Field>
      ) : null}
      <Field name="level" label={say('level')} required>
        <Select
          options={PROOF_LEVELS.map((value) => ({ value, label: sayWord(PROOF_LEVEL_LABELS[value]) }))}
        />
      </Field>
      <Meaning />
    </Form>
  )
}

/** What the chosen level keeps out, and whom. */
function Meaning() {
  const say = useMessages(texts)
  const level = useFieldValue<ProofLevel>('level')
  return level ? (
    <Alert type={level === 'SESSION' ? 'warning' : 'info'} showIcon role="status" title={say(level)} />
  ) : null
}
