import { OPPORTUNITY_STATUS_LABELS } from '@steward/domain'
import { graphql, type OpportunityRowFragment } from '@steward/graphql-client'
import { messages, useMessages, useMoneyText, useSay } from '@steward/portal'
import { Day, Instant, StatusTag, type Column } from '@steward/ui'
import { TwoLines } from '../complaints/two-lines.tsx'
import { OPPORTUNITY_TONES } from './opportunity-tones.ts'

export const OpportunityRow = graphql(/* GraphQL */ `
  fragment OpportunityRow on Opportunity {
    id
    number
    title
    status
    expectedMinor
    expectedCloseOn
    wonMinor
    nextStep
    nextStepOn
    touchedAt
    stalledAt
    client {
      id
      code
      name
    }
    project {
      id
      name
    }
    assignee {
      id
      name
    }
  }
`)

const texts = messages({
  opportunity: { zh: '商机', en: 'Opportunity' },
  status: { zh: '阶段', en: 'Stage' },
  sum: { zh: '预计金额', en: 'Expected' },
  closes: { zh: '预计成交', en: 'Closes' },
  assignee: { zh: '负责人', en: 'Answers for it' },
  next: { zh: '下一步', en: 'Next step' },
  touched: { zh: '最近跟进', en: 'Last touched' },
  stalled: { zh: '久未跟进', en: 'Untouched' },
})

const joined = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ')

/** What a row tells: what it is about and of whom, how far it is, what it may bring and when, what comes next. */
export function useOpportunityColumns(): readonly Column<OpportunityRowFragment>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const money = useMoneyText()
  return [
    {
      key: 'opportunity',
      title: say('opportunity'),
      render: ({ title, number, client, project }) => (
        <TwoLines
          first={joined(title ?? number)}
          second={joined(client?.name ?? client?.code, project?.name, title && number)}
        />
      ),
    },
    {
      key: 'status',
      title: say('status'),
      width: '110px',
      card: 'tag',
      render: ({ status }) => (
        <StatusTag tone={OPPORTUNITY_TONES[status]}>{sayWord(OPPORTUNITY_STATUS_LABELS[status])}</StatusTag>
      ),
    },
    {
      key: 'sum',
      title: say('sum'),
      width: '140px',
      align: 'end',
      render: ({ expectedMinor, wonMinor }) => {
        const sum = wonMinor ?? expectedMinor
        return typeof sum === 'number' ? money(sum) : '—'
      },
    },
    {
      key: 'closes',
      title: say('closes'),
      width: '150px',
      render: ({ expectedCloseOn }) => (expectedCloseOn ? <Day on={expectedCloseOn} /> : '—'),
    },
    {
      key: 'next',
      title: say('next'),
      width: '18%',
      render: ({ nextStep, nextStepOn }) =>
        nextStep ? <TwoLines first={nextStep} second={nextStepOn && <Day on={nextStepOn} />} /> : '—',
    },
    {
      key: 'assignee',
      title: say('assignee'),
      width: '120px',
      render: ({ assignee }) => assignee?.name ?? '—',
    },
    {
      key: 'touched',
      title: say('touched'),
      width: '150px',
      minor: true,
      render: ({ touchedAt, stalledAt }) =>
        stalledAt ? <StatusTag tone="bad">{say('stalled')}</StatusTag> : <Instant at={touchedAt} />,
    },
  ]
}
