import { useQuery } from '@apollo/client/react'
import { DEFAULT_PLAN_POLICY, PLAN_POLICY_INPUT } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { Field, PercentInput } from '@steward/ui'
import { useFreshAct } from '../acts/use-fresh-act.ts'
import { messages, useMessages } from '../i18n/messages.ts'
import { useMay } from '../session/viewer.tsx'
import { PolicyPanel } from '../settings/policy-panel.tsx'

const Policy = graphql(/* GraphQL */ `
  query PlanPolicyInForce {
    planPolicy {
      allowedOverrunBasisPoints
      version
    }
  }
`)

const SetPolicy = graphql(/* GraphQL */ `
  mutation SetPlanPolicy($input: SetPlanPolicyInput!) {
    setPlanPolicy(input: $input) {
      ... on PlanPolicy {
        version
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
  title: { zh: '方案预算规定', en: 'Rules of plan budgets' },
  hint: {
    zh: '由客户总监或总经理设定。超出此比例的支出须先申请超支。',
    en: 'Set by the client director or the general manager. To spend more an overrun is asked for first.',
  },
  allowed: { zh: '允许超出批准预算', en: 'More than approved may be spent' },
  saved: { zh: '已保存，此后批准的方案按此执行', en: 'Saved; it holds for what is approved from now on' },
})

/** How much more than approved may be spent without asking. */
export function PlanPolicyPanel() {
  const say = useMessages(texts)
  const mayRead = useMay()('planPolicy:read')
  const { data, refetch } = useQuery(Policy, { fetchPolicy: 'cache-and-network', skip: !mayRead })
  const set = useFreshAct(SetPolicy, refetch)
  if (!data) return null
  const { allowedOverrunBasisPoints, version } = data.planPolicy ?? { ...DEFAULT_PLAN_POLICY, version: 0 }
  return (
    <PolicyPanel
      title={say('title')}
      hint={say('hint')}
      permission="planPolicy:set"
      lines={[{ label: say('allowed'), value: `${allowedOverrunBasisPoints / 100}%` }]}
      values={{ allowedOverrunBasisPoints }}
      version={version}
      schema={PLAN_POLICY_INPUT}
      set={set}
      saved={say('saved')}
      onReload={refetch}
    >
      <Field name="allowedOverrunBasisPoints" label={say('allowed')} required>
        <PercentInput />
      </Field>
    </PolicyPanel>
  )
}
