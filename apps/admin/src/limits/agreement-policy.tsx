import { useQuery } from '@apollo/client/react'
import { AGREEMENT_POLICY_INPUTS, DEFAULT_AGREEMENT_POLICY, type AgreementPolicy } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, useAct, useCheckInput, useMay, useMessages, useViewer } from '@steward/portal'
import {
  Button,
  DescriptionList,
  Field,
  Form,
  MoneyInput,
  Panel,
  Sheet,
  Stack,
  useNotify,
  useUi,
} from '@steward/ui'
import { useState } from 'react'
import { limitText } from './limit-text.ts'

const Policy = graphql(/* GraphQL */ `
  query AgreementPolicyInForce {
    agreementPolicy {
      moneyFromMinor
      worksFromMinor
      version
    }
  }
`)

const SetPolicy = graphql(/* GraphQL */ `
  mutation SetAgreementPolicy($input: SetAgreementPolicyInput!) {
    setAgreementPolicy(input: $input) {
      ... on AgreementPolicy {
        version
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
  title: { zh: '何时须签处理协议', en: 'When a settlement agreement is owed' },
  change: { zh: '修改', en: 'Change' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存，此后批准的方案按此执行', en: 'Saved; it holds for what is approved from now on' },
  money: { zh: '退款、减免、折扣、金钱补偿', en: 'Refund, fee credit, discount, compensation' },
  works: { zh: '维修、更换', en: 'Repair, replacement' },
  from: { zh: '{{amount}} 起', en: 'from {{amount}} on' },
  hint: {
    zh: '达到此金额的方案批准后，客户在协议上签字之前不能派单，也不能结案。',
    en: 'Nothing is dispatched or closed before the client has signed the agreement.',
  },
})

/** From which sum on the client's word is not enough. */
export function AgreementPolicyPanel() {
  const say = useMessages(texts)
  const may = useMay()
  const notify = useNotify()
  const { organization } = useViewer()
  const { locale } = useUi()
  const [changing, setChanging] = useState(false)
  const { data, refetch } = useQuery(Policy, { fetchPolicy: 'cache-and-network' })
  if (!data) return null
  const policy = data.agreementPolicy ?? { ...DEFAULT_AGREEMENT_POLICY, version: 0 }
  const from = (minor: number) => say('from', { amount: limitText(minor, organization.currency, locale) })
  return (
    <Panel
      title={say('title')}
      actions={
        may('agreementPolicy:set') && (
          <Button size="small" onClick={() => setChanging(true)}>
            {say('change')}
          </Button>
        )
      }
    >
      <Stack gap={2}>
        <p className="st-quiet st-small">{say('hint')}</p>
        <DescriptionList
          items={[
            { label: say('money'), value: from(policy.moneyFromMinor) },
            { label: say('works'), value: from(policy.worksFromMinor) },
          ]}
        />
      </Stack>
      <Sheet open={changing} title={say('title')} onClose={() => setChanging(false)}>
        <PolicyForm
          policy={policy}
          onCancel={() => setChanging(false)}
          onSaved={() => {
            setChanging(false)
            notify.done(say('saved'))
            void refetch()
          }}
        />
      </Sheet>
    </Panel>
  )
}

interface PolicyFormProps {
  readonly policy: AgreementPolicy & { readonly version: number }
  readonly onCancel: () => void
  readonly onSaved: () => void
}

function PolicyForm({ policy, onCancel, onSaved }: PolicyFormProps) {
  const say = useMessages(texts)
  const check = useCheckInput()
  const { currency } = useViewer().organization
  const set = useAct(SetPolicy)
  const { moneyFromMinor, worksFromMinor, version } = policy
  const inputOf = (values: AgreementPolicy) => ({ ...values, expectedVersion: version })
  return (
    <Form<AgreementPolicy>
      label={say('title')}
      verb={say('save')}
      initial={{ moneyFromMinor, worksFromMinor }}
      onCancel={onCancel}
      check={(values) => check(AGREEMENT_POLICY_INPUTS.set, inputOf(values))}
      onSubmit={async (values) => {
        const { done, refused } = await set(inputOf(values))
        if (done) onSaved()
        return refused
      }}
    >
      <Field name="moneyFromMinor" label={say('money')} required>
        <MoneyInput currency={currency} />
      </Field>
      <Field name="worksFromMinor" label={say('works')} required>
        <MoneyInput currency={currency} />
      </Field>
    </Form>
  )
}
