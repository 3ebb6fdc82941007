import { useQuery } from '@apollo/client/react'
import { CONFIDENTIAL_INPUTS, DEFAULT_REVEAL_POLICY, type RevealPolicy } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, useAct, useCheckInput, useMay, useMessages } from '@steward/portal'
import { Button, DescriptionList, Field, Form, InputNumber, Panel, Sheet, useNotify } from '@steward/ui'
import { useState } from 'react'

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
  change: { zh: '修改', en: 'Change' },
  save: { zh: '保存', en: 'Save' },
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
  const may = useMay()
  const notify = useNotify()
  const [changing, setChanging] = useState(false)
  const { data, refetch } = useQuery(Policy, { fetchPolicy: 'cache-and-network' })
  if (!data) return null
  const policy = data.revealPolicy ?? { ...DEFAULT_REVEAL_POLICY, version: 0 }
  return (
    <Panel
      title={say('title')}
      actions={
        may('revealPolicy:set') && (
          <Button size="small" onClick={() => setChanging(true)}>
            {say('change')}
          </Button>
        )
      }
    >
      <DescriptionList
        items={[
          { label: say('tell'), value: say('clients', { count: policy.tellAbove }) },
          { label: say('refuse'), value: say('clients', { count: policy.refuseAbove }) },
        ]}
      />
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
  readonly policy: RevealPolicy & { readonly version: number }
  readonly onCancel: () => void
  readonly onSaved: () => void
}

function PolicyForm({ policy, onCancel, onSaved }: PolicyFormProps) {
  const say = useMessages(texts)
  const check = useCheckInput()
  const set = useAct(SetPolicy)
  const { tellAbove, refuseAbove, version } = policy
  const inputOf = (values: RevealPolicy) => ({ ...values, expectedVersion: version })
  return (
    <Form<RevealPolicy>
      label={say('title')}
      verb={say('save')}
      initial={{ tellAbove, refuseAbove }}
      onCancel={onCancel}
      check={(values) => check(CONFIDENTIAL_INPUTS.setRevealPolicy, inputOf(values))}
      onSubmit={async (values) => {
        const { done, refused } = await set(inputOf(values))
        if (done) onSaved()
        return refused
      }}
    >
      <Field name="tellAbove" label={say('tell')} hint={say('hint')} required>
        <InputNumber<number> min={1} precision={0} />
      </Field>
      <Field name="refuseAbove" label={say('refuse')} required>
        <InputNumber<number> min={1} precision={0} />
      </Field>
    </Form>
  )
}
