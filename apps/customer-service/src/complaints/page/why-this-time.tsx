import { useLazyQuery } from '@apollo/client/react'
import { stepText, text, type WorkingStep } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, useMessages, useSay, useViewer } from '@steward/portal'
import { Button, Stack } from '@steward/ui'
import { useState } from 'react'

const ExplainPromise = graphql(/* GraphQL */ `
  query ExplainPromise($id: ID!) {
    node(id: $id) {
      id
      ... on ComplaintPromise {
        explainDueTime {
          policyRevision
          ruleSeverity
          calendarRevision
          lines {
            kind
            on
            until
            weekday
            dayKind
            nameZh
            nameEn
            fromAt
            toAt
            minutes
            total
            isAssumed
          }
        }
      }
    }
  }
`)

const texts = messages({
  why: { zh: '为什么是这个时间', en: 'Why this time' },
  hide: { zh: '收起', en: 'Hide' },
  rule: { zh: '承诺规则第 {{revision}} 版', en: 'Promise policy, revision {{revision}}' },
  builtIn: { zh: '系统默认的承诺规则', en: 'The built-in promise policy' },
  stated: { zh: '由人或上级规定的时间', en: 'A person or an authority set this time' },
  severity: { zh: '，严重程度 {{severity}} 级', en: ', severity {{severity}}' },
  calendar: { zh: '工作日历第 {{revision}} 版', en: 'Working calendar, revision {{revision}}' },
})

/** The due time as arithmetic that can be read out to a client: the rule, then day by day. */
export function WhyThisTime({ promiseId }: { readonly promiseId: string }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { timeZone } = useViewer().organization
  const [open, setOpen] = useState(false)
  const [explain, { data, loading }] = useLazyQuery(ExplainPromise, { fetchPolicy: 'network-only' })
  const found = data?.node?.__typename === 'ComplaintPromise' ? data.node.explainDueTime : undefined
  const toggle = () => {
    if (!open) void explain({ variables: { id: promiseId } })
    setOpen(!open)
  }
  const rule = found && ruleText(found)
  return (
    <Stack gap={1}>
      <div>
        <Button size="small" type="link" loading={open && loading} aria-expanded={open} onClick={toggle}>
          {say(open ? 'hide' : 'why')}
        </Button>
      </div>
      {open && found && (
        <ol className="st-stack st-small" style={{ gap: 4, margin: 0, paddingInlineStart: 20 }}>
          <li>
            {rule && say(rule.key, { revision: rule.revision })}
            {found.ruleSeverity !== null && say('severity', { severity: found.ruleSeverity })}
          </li>
          <li>{say('calendar', { revision: found.calendarRevision })}</li>
          {found.lines.map((line) => (
            <li key={`${line.kind} ${line.fromAt}`}>{sayWord(stepText(stepOf(line), { timeZone }))}</li>
          ))}
        </ol>
      )}
    </Stack>
  )
}

const ruleText = ({ policyRevision }: { readonly policyRevision: number | null }) =>
  policyRevision === null
    ? { key: 'stated' as const, revision: 0 }
    : policyRevision === 0
      ? { key: 'builtIn' as const, revision: 0 }
      : { key: 'rule' as const, revision: policyRevision }

interface Line {
  readonly kind: string
  readonly on: string
  readonly until: string
  readonly weekday: string
  readonly dayKind: string
  readonly nameZh: string | null
  readonly nameEn: string | null
  readonly fromAt: string
  readonly toAt: string
  readonly minutes: number
  readonly total: number
  readonly isAssumed: boolean
}

const stepOf = ({ nameZh, nameEn, fromAt, toAt, ...line }: Line): WorkingStep =>
  ({
    ...line,
    name: nameZh === null ? null : text(nameZh, nameEn ?? nameZh),
    slot: null,
    from: new Date(fromAt),
    to: new Date(toAt),
  }) as WorkingStep
