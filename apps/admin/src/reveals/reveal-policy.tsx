import { useQuery } from '@apollo/client/react'
import { CONFIDENTIAL_INPUTS, DEFAULT_REVEAL_POLICY } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, PolicyPanel, useFreshAct, useMessages } from '@steward/portal'
import { Field, InputNumber } from '@steward/ui'

const Policy = graphql(/* GraphQL */ `
  query RevealPolicyInForce {
    revealPolicy {
      tellAbove
      refuseAbove
      version
    }
  }
`)

const SetPolicy = graphql(/* GraphQL */ `
  mutation SetRevealPolicy($input: SetRevealPolicyInput!) {
    setRevealPolicy(input: $input) {
      ... on RevealPolicy {
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
  title: { zh: '每人每天的限额', en: 'Limit for a person and day' },
  saved: { zh: '已保存，立即生效', en: 'Saved; it holds from now on' },
  tell: { zh: '超过即通知品质管理', en: 'Beyond it, quality management is told' },
  refuse: { zh: '超过即不再显示', en: 'Beyond it, nothing more is shown' },
  clients: { zh: '{{count}} 位客户', en: { one: '{{count}} client', other: '{{count}} clients' } },
  hint: {
    zh: '按当天看过多少位客户的加密资料计；电话号码记入台账，但不计入限额',
    en: 'Counted by clients whose sealed particulars were shown that day; phone numbers are on record, but do not count',
  },
})

/** What passes in silence, what is told, what is refused. */
export function RevealPolicyPanel() {
  const say = useMessages(texts)
  const { data, refetch } = useQuery(Policy, { fetchPolicy: 'cache-and-network' })
  const set = useFreshAct(SetPolicy, refetch)
  if (!data) return null
  const { tellAbove, refuseAbove, version } = data.revealPolicy ?? { ...DEFAULT_REVEAL_POLICY, version: 0 }
  return (
    <PolicyPanel
      title={say('title')}
      permission="revealPolicy:set"
      lines={[
        { label: say('tell'), value: say('clients', { count: tellAbove }) },
        { label: say('refuse'), value: say('clients', { count: refuseAbove }) },
      ]}
      values={{ tellAbove, refuseAbove }}
      version={version}
      schema={CONFIDENTIAL_INPUTS.setRevealPolicy}
      set={set}
      saved={say('saved')}
      onReload={refetch}
    >
      <Field name="tellAbove" label={say('tell')} hint={say('hint')} required>
        <InputNumber<number> min={1} precision={0} />
      </Field>
      <Field name="refuseAbove" label={say('refuse')} required>
        <InputNumber<number> min={1} precision={0} />
      </Field>
    </PolicyPanel>
  )
}
