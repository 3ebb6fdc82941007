import { LEAD_ACTION_LABELS, LEAD_STATUS_LABELS } from '@steward/domain'
import { graphql, type LeadRowFragment } from '@steward/graphql-client'
import { DueMark, messages, useMessages, useSay } from '@steward/portal'
import { Day, Instant, StatusTag, type Column } from '@steward/ui'
import { TwoLines } from '../complaints/two-lines.tsx'
import { ClaimButton } from './claim-button.tsx'
import { LEAD_TONES } from './lead-tones.ts'

export const LeadRow = graphql(/* GraphQL */ `
  fragment LeadRow on Lead {
    id
    number
    name
    phoneMasked
    need
    status
    version
    openedAt
    returnsAt
    pooledAt
    nextStep
    nextStepOn
    availableActions
    source {
      id
      name
    }
    campaign {
      id
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
  lead: { zh: '线索', en: 'Lead' },
  status: { zh: '状态', en: 'Status' },
  source: { zh: '来源', en: 'Source' },
  assignee: { zh: '负责人', en: 'Assigned to' },
  nobody: { zh: '公海', en: 'Pool' },
  next: { zh: '下一步', en: 'Next step' },
  returns: { zh: '自动退回', en: 'Returns to pool' },
  opened: { zh: '登记', en: 'Opened' },
})

const joined = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ')

/** What a row of leads tells: who it is and what they want, where it stands, whose it is, what comes next. */
export function useLeadColumns(
  ofPool: boolean,
  onChanged: () => unknown,
): readonly Column<LeadRowFragment>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const columns: readonly Column<LeadRowFragment>[] = [
    {
      key: 'lead',
      title: say('lead'),
      render: (row) => (
        <TwoLines
          first={joined(row.name ?? row.number, row.project?.name)}
          second={joined(row.need, row.phoneMasked, row.name && row.number)}
        />
      ),
    },
    {
      key: 'status',
      title: say('status'),
      width: '110px',
      card: 'tag',
      render: ({ status }) => (
        <StatusTag tone={LEAD_TONES[status]}>{sayWord(LEAD_STATUS_LABELS[status])}</StatusTag>
      ),
    },
    {
      key: 'source',
      title: say('source'),
      width: '16%',
      minor: true,
      render: ({ source, campaign }) => <TwoLines first={source?.name} second={campaign?.name} />,
    },
    {
      key: 'assignee',
      title: say('assignee'),
      width: '110px',
      render: ({ assignee, status }) => assignee?.name ?? (status === 'NEW' ? say('nobody') : '—'),
    },
    {
      key: 'next',
      title: say('next'),
      width: '18%',
      render: ({ nextStep, nextStepOn }) =>
        nextStep ? <TwoLines first={nextStep} second={nextStepOn && <Day on={nextStepOn} />} /> : '—',
    },
    {
      key: 'returns',
      title: say('returns'),
      width: '130px',
      render: ({ returnsAt }) => (returnsAt ? <DueMark dueAt={returnsAt} /> : '—'),
    },
    {
      key: 'opened',
      title: say('opened'),
      width: '150px',
      minor: true,
      card: 'hidden',
      render: ({ openedAt }) => <Instant at={openedAt} />,
    },
    {
      key: 'claim',
      title: sayWord(LEAD_ACTION_LABELS.claim),
      width: '110px',
      align: 'end',
      render: (row) =>
        row.availableActions.includes('CLAIM') && <ClaimButton lead={row} onChanged={onChanged} />,
    },
  ]
  // In the pool nobody has it, nothing is planned and nothing runs out.
  const without = ofPool ? ['status', 'assignee', 'next', 'returns'] : ['claim']
  return columns.filter(({ key }) => !without.includes(key))
}
