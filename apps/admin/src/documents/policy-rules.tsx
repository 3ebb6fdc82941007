import { policyStepText, ruleScope, ruleTitle, type SignatureRule } from '@steward/domain'
import { messages, useMessages, useSay, useViewer } from '@steward/portal'
import { DataTable, type Column } from '@steward/ui'

const texts = messages({
  rules: { zh: '签核规则', en: 'Rules' },
  matter: { zh: '签核事项', en: 'What is signed' },
  steps: { zh: '签核步骤', en: 'Steps' },
})

/** The signature policy, rule by rule: who signs what, in which order, within which time. */
export function PolicyRules({ rules }: { readonly rules: readonly SignatureRule[] }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { organization } = useViewer()
  const columns: readonly Column<SignatureRule>[] = [
    {
      key: 'matter',
      title: say('matter'),
      width: '30%',
      render: (rule) => <span className="st-strong">{sayWord(ruleTitle(rule, organization.currency))}</span>,
    },
    {
      key: 'steps',
      title: say('steps'),
      render: ({ steps }) => (
        <ol>
          {steps.map((step, at) => (
            // Steps may be alike; their place tells them apart.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at}>{sayWord(policyStepText(step))}</li>
          ))}
        </ol>
      ),
    },
  ]
  return (
    <DataTable
      label={say('rules')}
      columns={columns}
      rows={rules}
      rowKey={(rule) => `${rule.kind}.${rule.fromMinor}.${ruleScope(rule)}`}
    />
  )
}
