import { useQuery } from '@apollo/client/react'
import { AGREEMENT_POLICY_INPUTS, DEFAULT_AGREEMENT_POLICY } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, PolicyPanel, useFreshAct, useMessages, useViewer } from '@steward/portal'
import { Field, MoneyInput, useUi } from '@steward/ui'
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
  const { currency } = useViewer().organization
  const { locale } = useUi()
  const { data, refetch } = useQuery(Policy, { fetchPolicy: 'cache-and-network' })
  const set = useFreshAct(SetPolicy, refetch)
  if (!data) return null
  const { moneyFromMinor, worksFromMinor, version } = data.agreementPolicy ?? {
    ...DEFAULT_AGREEMENT_POLICY,
    version: 0,
  }
  const from = (minor: number) => say('from', { amount: limitText(minor, currency, locale) })
  return (
    <PolicyPanel
      title={say('title')}
      hint={say('hint')}
      permission="agreementPolicy:set"
      lines={[
        { label: say('money'), value: from(moneyFromMinor) },
        { label: say('works'), value: from(worksFromMinor) },
      ]}
      values={{ moneyFromMinor, worksFromMinor }}
      version={version}
      schema={AGREEMENT_POLICY_INPUTS.set}
      set={set}
      saved={say('saved')}
      onReload={refetch}
    >
      <Field name="moneyFromMinor" label={say('money')} required>
        <MoneyInput currency={currency} />
      </Field>
      <Field name="worksFromMinor" label={say('works')} required>
        <MoneyInput currency={currency} />
      </Field>
    </PolicyPanel>
  )
}
