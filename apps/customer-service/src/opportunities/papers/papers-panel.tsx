import {
  SALES_PROPOSAL_ACTION_LABELS,
  SALES_PROPOSAL_STATUS_LABELS,
  SERVICE_AGREEMENT_ACTION_LABELS,
  type SalesProposalAction,
  type SalesProposalStatus,
} from '@steward/domain'
import {
  graphql,
  readFragment,
  type FragmentType,
  type OpportunityPapersFragment,
} from '@steward/graphql-client'
import { messages, useMay, useMessages, useMoneyText, useSay } from '@steward/portal'
import { Button, Inline, Panel, Sheet, Stack, StatusTag, type Tone, useUi, PrintIcon } from '@steward/ui'
import { useState } from 'react'
import { AgreementRow } from './agreement-row.tsx'
import { MakeAgreementForm, MakeProposalForm } from './make-paper-form.tsx'
import { ProposalView, ProposalWords } from './paper-view.tsx'
import { AcceptForm, ChangeProposalForm, DeclineForm, SendForm, WithdrawForm } from './proposal-verbs.tsx'

export const OpportunityPapers = graphql(/* GraphQL */ `
  fragment OpportunityPapers on Opportunity {
    id
    status
    salesProposals {
      id
      version
      number
      ordinal
      status
      totalMinor
      validUntil
      sentOn
      sentTo
      answeredOn
      note
      availableActions
      ...ProposalWords
    }
    serviceAgreements {
      id
      status
      ...AgreementRow
    }
  }
`)

const texts = messages({
  title: { zh: '方案与协议', en: 'Proposals and agreements' },
  none: {
    zh: '还没有方案书。价格核定之后，从模板编制。',
    en: 'No proposal yet: it is made from a template once the prices are approved.',
  },
  version: { zh: '第 {{n}} 版', en: 'Version {{n}}' },
  view: { zh: '查看', en: 'View' },
  print: { zh: '打印', en: 'Print' },
  sent: { zh: '{{day}} 送达 {{to}}', en: 'Handed over to {{to}} on {{day}}' },
  answered: { zh: '{{day}} 答复', en: 'Answered on {{day}}' },
  valid: { zh: '有效期至 {{day}}', en: 'Valid until {{day}}' },
})

const TONES: Readonly<Record<SalesProposalStatus, Tone>> = {
  DRAFT: 'info',
  SENT: 'warn',
  ACCEPTED: 'good',
  DECLINED: 'bad',
  SUPERSEDED: 'neutral',
  WITHDRAWN: 'neutral',
}
const VERBS = ['change', 'send', 'accept', 'decline', 'withdraw'] as const
type Verb = (typeof VERBS)[number]
type Proposal = OpportunityPapersFragment['salesProposals'][number]
const FORMS = { send: SendForm, accept: AcceptForm, decline: DeclineForm, withdraw: WithdrawForm } as const

interface PapersPanelProps {
  readonly opportunity: FragmentType<typeof OpportunityPapers>
  readonly onReload: () => Promise<unknown>
}

/** 方案与协议: what the client was offered, version by version, and what was agreed on in the end. */
export function PapersPanel({ opportunity, onReload }: PapersPanelProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const [making, setMaking] = useState<{ readonly proposalId?: string }>()
  const { id, status, salesProposals, serviceAgreements } = readFragment(OpportunityPapers, opportunity)
  if (!may('salesProposal:read')) return null
  const goesOn = status !== 'WON' && status !== 'LOST'
  const standing = serviceAgreements.some((it) => it.status !== 'WITHDRAWN' && it.status !== 'ENDED')
  const close = () => setMaking(undefined)
  const surroundings = { onReload, onClose: close }
  return (
    <Panel
      title={say('title')}
      actions={
        goesOn &&
        may('salesProposal:make') && (
          <Button onClick={() => setMaking({})}>{sayWord(SALES_PROPOSAL_ACTION_LABELS.make)}</Button>
        )
      }
    >
      <Stack gap={4}>
        {salesProposals.length === 0 && <p className="st-quiet">{say('none')}</p>}
        {serviceAgreements.map((agreement) => (
          <AgreementRow key={agreement.id} agreement={agreement} onReload={onReload} />
        ))}
        {salesProposals.map((proposal) => (
          <ProposalRow
            key={proposal.id}
            proposal={proposal}
            onReload={onReload}
            onAgree={
              goesOn && !standing && proposal.status === 'ACCEPTED' && may('serviceAgreement:make')
                ? () => setMaking({ proposalId: proposal.id })
                : undefined
            }
          />
        ))}
      </Stack>
      <Sheet open={making !== undefined} title={say('title')} onClose={close}>
        {making?.proposalId ? (
          <MakeAgreementForm proposalId={making.proposalId} {...surroundings} />
        ) : (
          making && <MakeProposalForm opportunityId={id} {...surroundings} />
        )}
      </Sheet>
    </Panel>
  )
}

interface ProposalRowProps {
  readonly proposal: Proposal
  readonly onReload: () => Promise<unknown>
  readonly onAgree: (() => void) | undefined
}

function ProposalRow({ proposal, onReload, onAgree }: ProposalRowProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const money = useMoneyText()
  const { locale } = useUi()
  const [open, setOpen] = useState<Verb | 'view'>()
  const { number, ordinal, status, totalMinor, validUntil, sentOn, sentTo, answeredOn, note } = proposal
  const words = readFragment(ProposalWords, proposal)
  const can = (action: SalesProposalAction) =>
    (proposal.availableActions as readonly string[]).includes(action.toUpperCase())
  const hasFree = (words.clauses ?? []).some(({ part }) => part === 'FREE')
  const close = () => setOpen(undefined)
  const surroundings = { proposal, onReload, onClose: close }
  const Body = open && open !== 'view' && open !== 'change' ? FORMS[open] : undefined
  return (
    <Stack gap={1}>
      <Inline gap={2}>
        <strong>{number}</strong>
        <span>{say('version', { n: ordinal })}</span>
        <StatusTag tone={TONES[status]}>{sayWord(SALES_PROPOSAL_STATUS_LABELS[status])}</StatusTag>
        <span>{money(totalMinor)}</span>
        {words.clauses && (
          <>
            <Button onClick={() => setOpen('view')}>{say('view')}</Button>
            <Button
              icon={<PrintIcon aria-hidden />}
              href={`/files/sales-proposals/${proposal.id}.pdf?lang=${locale}`}
              download
            >
              {say('print')}
            </Button>
          </>
        )}
        {VERBS.filter((verb) => can(verb) && (verb !== 'change' || hasFree)).map((verb) => (
          <Button
            key={verb}
            type={verb === 'send' || verb === 'accept' ? 'primary' : 'default'}
            danger={verb === 'withdraw'}
            onClick={() => setOpen(verb)}
          >
            {sayWord(SALES_PROPOSAL_ACTION_LABELS[verb])}
          </Button>
        ))}
        {onAgree && (
          <Button type="primary" onClick={onAgree}>
            {sayWord(SERVICE_AGREEMENT_ACTION_LABELS.make)}
          </Button>
        )}
      </Inline>
      <p className="st-quiet st-small">
        {[
          validUntil && say('valid', { day: validUntil }),
          sentOn && say('sent', { day: sentOn, to: sentTo ?? '' }),
          answeredOn && say('answered', { day: answeredOn }),
          note,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Sheet
        open={open !== undefined}
        title={`${open && open !== 'view' ? sayWord(SALES_PROPOSAL_ACTION_LABELS[open]) : say('view')} ${number}`}
        onClose={close}
      >
        {open === 'view' && <ProposalView proposal={proposal} />}
        {open === 'change' && <ChangeProposalForm {...surroundings} clauses={words.clauses ?? []} />}
        {Body && <Body {...surroundings} />}
      </Sheet>
    </Stack>
  )
}
