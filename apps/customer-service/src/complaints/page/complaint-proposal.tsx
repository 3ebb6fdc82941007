import { OPTION_KIND_LABELS, OPTION_STATUS_LABELS } from '@steward/domain'
import {
  graphql,
  readFragment,
  type ComplaintProposalFragment,
  type FragmentType,
} from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import {
  Comparison,
  DescriptionList,
  Fold,
  Instant,
  Money,
  Panel,
  Prose,
  Stack,
  StatusTag,
  type Compared,
} from '@steward/ui'
import { OPTION_TONES } from '../tones.ts'
import { known } from './known.ts'

export const ComplaintProposalParts = graphql(/* GraphQL */ `
  fragment ComplaintProposal on Complaint {
    id
    proposalRevision
    amountMinor
    authorityAmountMinor
    currency
    approvedAt
    approvalOwedUntil
    offeredAt
    proposer {
      id
      name
    }
    approver {
      id
      name
    }
    currentOption {
      id
    }
    options {
      id
      revision
      rank
      recommended
      kind
      description
      amountMinor
      status
      reason
    }
  }
`)

const texts = messages({
  title: { zh: '处理方案', en: 'Proposal' },
  round: { zh: '第 {{round}} 轮', en: 'Round {{round}}' },
  options: { zh: '第 {{round}} 轮备选方案', en: 'Options of round {{round}}' },
  earlier: { zh: '此前的方案', en: 'Earlier proposals' },
  recommended: { zh: '推荐', en: 'Recommended' },
  onTable: { zh: '当前方案', en: 'On the table' },
  free: { zh: '无费用', en: 'No cost' },
  reason: { zh: '理由：{{reason}}', en: 'Reason: {{reason}}' },
  proposer: { zh: '提出人', en: 'Proposed by' },
  amount: { zh: '金额', en: 'Amount' },
  authority: { zh: '须核决金额', en: 'To be approved' },
  authorityHint: { zh: '含近期对该客户的承诺', en: 'with what this client was promised lately' },
  approved: { zh: '批准', en: 'Approved' },
  owed: { zh: '口头批准，待补签', en: 'Approved by word; signature owed' },
  offered: { zh: '向客户提出', en: 'Offered to the client' },
})

type Option = ComplaintProposalFragment['options'][number]

/** The remedies of the present round side by side, and what became of earlier ones. */
export function ComplaintProposal({
  complaint,
}: {
  readonly complaint: FragmentType<typeof ComplaintProposalParts>
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const it = readFragment(ComplaintProposalParts, complaint)
  const { currency } = it
  const money = (minor: number | null) =>
    minor !== null && currency && <Money minor={minor} currency={currency} />
  const compared = (option: Option): Compared => ({
    key: option.id,
    mark: String(option.rank),
    title: sayWord(OPTION_KIND_LABELS[option.kind]),
    figure: option.amountMinor === 0 ? say('free') : money(option.amountMinor),
    chosen: option.id === it.currentOption?.id,
    out: ['REFUSED', 'REJECTED', 'SUPERSEDED'].includes(option.status),
    tags: (
      <>
        <StatusTag tone={OPTION_TONES[option.status]}>
          {sayWord(OPTION_STATUS_LABELS[option.status])}
        </StatusTag>
        {option.recommended && <StatusTag tone="primary">{say('recommended')}</StatusTag>}
        {option.id === it.currentOption?.id && <StatusTag tone="seal">{say('onTable')}</StatusTag>}
      </>
    ),
    children: (
      <>
        {option.description && <Prose>{option.description}</Prose>}
        {option.reason && <p className="st-quiet">{say('reason', { reason: option.reason })}</p>}
      </>
    ),
  })
  const rounds = [...new Set(it.options.map(({ revision }) => revision))]
  const [latest, ...earlier] = rounds
  const facts = known([
    { label: say('amount'), value: money(it.amountMinor) },
    {
      label: say('authority'),
      value: it.authorityAmountMinor !== it.amountMinor && it.authorityAmountMinor !== null && (
        <>
          {money(it.authorityAmountMinor)} <span className="st-quiet">{say('authorityHint')}</span>
        </>
      ),
    },
    { label: say('proposer'), value: it.proposer?.name },
    {
      label: say('approved'),
      value: it.approvedAt && (
        <>
          {it.approver?.name} <Instant at={it.approvedAt} />
        </>
      ),
    },
    {
      label: say('owed'),
      value: it.approvalOwedUntil && <Instant at={it.approvalOwedUntil} />,
    },
    { label: say('offered'), value: it.offeredAt && <Instant at={it.offeredAt} /> },
  ])
  if (latest === undefined && facts.length === 0) return null
  const ofRound = (round: number) => (
    <Comparison
      label={say('options', { round })}
      items={it.options.filter(({ revision }) => revision === round).map(compared)}
    />
  )
  return (
    <Panel
      title={say('title')}
      actions={
        latest !== undefined &&
        latest > 1 && <span className="st-quiet">{say('round', { round: latest })}</span>
      }
    >
      <Stack gap={4}>
        {latest !== undefined && ofRound(latest)}
        {facts.length > 0 && <DescriptionList items={facts} />}
        {earlier.length > 0 && (
          <Fold title={say('earlier')}>
            <Stack gap={4}>
              {earlier.map((round) => (
                <Stack key={round} gap={2}>
                  <span className="st-quiet">{say('round', { round })}</span>
                  {ofRound(round)}
                </Stack>
              ))}
            </Stack>
          </Fold>
        )}
      </Stack>
    </Panel>
  )
}
