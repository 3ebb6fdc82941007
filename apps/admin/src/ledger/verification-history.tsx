import { VERIFICATION_OUTCOME_LABELS, type VerificationOutcome } from '@steward/domain'
import type { LedgerVerificationPartsFragment } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import {
  DataTable,
  EmptyState,
  Instant,
  Panel,
  StatusTag,
  useUi,
  type Column,
  type DataTableProps,
  type Tone,
} from '@steward/ui'

const texts = messages({
  title: { zh: '历次核验', en: 'Verifications so far' },
  at: { zh: '时间', en: 'When' },
  by: { zh: '核验人', en: 'By' },
  outcome: { zh: '结果', en: 'Outcome' },
  running: { zh: '进行中', en: 'Under way' },
  lost: { zh: '停住了', en: 'Stands still' },
  entries: { zh: '条目', en: 'Entries' },
  witnessed: { zh: '与见证相符', en: 'As witnessed' },
  findings: { zh: '问题', en: 'Findings' },
  none: { zh: '还没有核验过', en: 'None yet' },
})

type Run = LedgerVerificationPartsFragment

const TONES: Readonly<Record<VerificationOutcome, Tone>> = { VALID: 'good', INVALID: 'bad', FAILED: 'warn' }

/** All verifications, the newest first. */
export function VerificationHistory({
  runs,
  more,
}: {
  readonly runs: readonly Run[]
  readonly more: DataTableProps<Run>['more']
}) {
  const say = useMessages(texts)
  const columns = useColumns()
  return (
    <Panel title={say('title')} flush>
      <DataTable
        label={say('title')}
        columns={columns}
        rows={runs}
        rowKey={({ id }) => id}
        empty={<EmptyState title={say('none')} />}
        more={more}
      />
    </Panel>
  )
}

function useColumns(): readonly Column<Run>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const number = new Intl.NumberFormat(useUi().locale)
  return [
    { key: 'at', title: say('at'), card: 'lead', render: ({ askedAt }) => <Instant at={askedAt} /> },
    {
      key: 'outcome',
      title: say('outcome'),
      card: 'tag',
      render: ({ outcome, isLost }) =>
        outcome ? (
          <StatusTag tone={TONES[outcome]}>{sayWord(VERIFICATION_OUTCOME_LABELS[outcome])}</StatusTag>
        ) : (
          <StatusTag tone={isLost ? 'warn' : 'info'} dot>
            {say(isLost ? 'lost' : 'running')}
          </StatusTag>
        ),
    },
    {
      key: 'findings',
      title: say('findings'),
      align: 'end',
      render: ({ findingCount }) => number.format(findingCount),
    },
    {
      key: 'entries',
      title: say('entries'),
      align: 'end',
      render: ({ entriesTotal }) => number.format(entriesTotal),
    },
    {
      key: 'witnessed',
      title: say('witnessed'),
      align: 'end',
      render: ({ witnessedSize }) => (witnessedSize === null ? '—' : number.format(witnessedSize)),
    },
    { key: 'by', title: say('by'), render: ({ askedBy }) => askedBy?.name ?? '—' },
  ]
}
