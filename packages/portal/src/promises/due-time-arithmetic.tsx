import { stepText, text, type WorkingStep } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useViewer } from '../session/viewer.tsx'

export const DueTimeArithmeticFragment = graphql(/* GraphQL */ `
  fragment DueTimeArithmetic on DueTimeExplanation {
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
`)

const texts = messages({
  rule: { zh: '承诺规则第 {{revision}} 版', en: 'Promise policy, revision {{revision}}' },
  builtIn: { zh: '系统默认的承诺规则', en: 'The built-in promise policy' },
  stated: { zh: '由人或上级规定的时间', en: 'A person or an authority set this time' },
  severity: { zh: '，严重程度 {{severity}} 级', en: ', severity {{severity}}' },
  calendar: { zh: '工作日历第 {{revision}} 版', en: 'Working calendar, revision {{revision}}' },
})

interface DueTimeArithmeticProps {
  readonly explanation: FragmentType<typeof DueTimeArithmeticFragment>
}

/** A due time as arithmetic that can be read out to a client: the rule, then day by day. */
export function DueTimeArithmetic({ explanation }: DueTimeArithmeticProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { timeZone } = useViewer().organization
  const { policyRevision, ruleSeverity, calendarRevision, lines } = readFragment(
    DueTimeArithmeticFragment,
    explanation,
  )
  const rule = policyRevision === null ? 'stated' : policyRevision === 0 ? 'builtIn' : 'rule'
  return (
    <ol className="st-stack st-small" style={{ gap: 4, margin: 0, paddingInlineStart: 20 }}>
      <li>
        {say(rule, { revision: policyRevision ?? 0 })}
        {ruleSeverity !== null && say('severity', { severity: ruleSeverity })}
      </li>
      <li>{say('calendar', { revision: calendarRevision })}</li>
      {lines.map((line) => (
        <li key={`${line.kind} ${line.fromAt}`}>{sayWord(stepText(stepOf(line), { timeZone }))}</li>
      ))}
    </ol>
  )
}

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
