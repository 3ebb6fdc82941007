/** The printed proposal and the printed service agreement: as they were made, with their prices, and who signed what. */
import {
  can,
  lineMinor,
  opportunityFacts,
  paragraphsOf,
  SALES_PROPOSAL_STATUS_LABELS,
  salesProposalFacts,
  say,
  SERVICE_AGREEMENT_STATUS_LABELS,
  serviceAgreementFacts,
  signedAmount,
  text,
  type Actor,
  type FactBag,
  type Locale,
  type MadePaper,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { Client } from '../clients/client.entity.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { Opportunity } from '../opportunities/opportunity.entity.ts'
import { SalesProposal, ServiceAgreement } from '../opportunities/papers/sales-paper.entity.ts'
import { DocumentRevisionEntity } from '../documents/document.entity.ts'
import { houseOf, signaturesOf, standingSigning, type House } from './print-source.service.ts'
import { PRINT_WORDS } from './print-words.ts'
import type { PrintedForm, PrintedPart } from './printed-form.ts'

interface Asked {
  readonly actor: Actor
  readonly id: string
  readonly locale: Locale
  readonly now: Date
  /** Where a reader of the code is led. */
  readonly page: (signingId: string) => string
}

const WORDS = {
  proposal: text('方案书', 'Proposal'),
  version: text('第 {n} 版', 'Version {n}'),
  agreement: text('服务协议', 'Service agreement'),
  service: text('服务内容', 'Service'),
  quantity: text('数量', 'Quantity'),
  price: text('单价', 'Price'),
  sum: text('金额', 'Sum'),
  total: text('合计', 'In all'),
  parties: text('签署', 'Signed'),
  ours: text('我方签约人', 'For us'),
  theirs: text('客户签署人', 'For the client'),
  signedOn: text('签署日期', 'Signed on'),
  period: text('服务期限', 'Period of service'),
}

const factsOf = async (manager: EntityManager, orgId: string, opportunityId: string): Promise<FactBag> => {
  const opportunity = await manager.findOneByOrFail(Opportunity, { orgId, id: opportunityId })
  const client = await manager.findOneByOrFail(Client, { orgId, id: opportunity.clientId })
  return opportunityFacts(opportunity, client.keyAccountManagerId)
}

const titleOf = async (manager: EntityManager, orgId: string, id: string): Promise<string> =>
  (await manager.findOneByOrFail(DocumentRevisionEntity, { orgId, id })).title

/** Clauses in their order; the table of prices after the one that has it. */
const partsOf = ({ clauses, lines, totalMinor }: MadePaper, locale: Locale, house: House): PrintedPart[] => {
  const word = (key: keyof typeof WORDS) => say(WORDS[key], locale)
  const money = (minor: number) => `${house.currency} ${signedAmount(minor)}`
  return clauses.flatMap(({ heading, body, part }, at): PrintedPart[] => [
    {
      kind: 'clause',
      mark: say(PRINT_WORDS.clause, locale).replace('{n}', String(at + 1)),
      heading,
      paragraphs: paragraphsOf(body),
    },
    ...(part === 'PRICES'
      ? [
          {
            kind: 'table' as const,
            amounts: true,
            heads: [word('service'), word('quantity'), word('price'), word('sum')],
            rows: [
              ...lines.map(({ service, unit, quantityHundredths, offeredMinor }) => [
                service,
                `${quantityHundredths / 100} ${unit}`,
                money(offeredMinor),
                money(lineMinor(offeredMinor, quantityHundredths)),
              ]),
              [word('total'), '', '', money(totalMinor)],
            ],
          },
        ]
      : []),
  ])
}

/** Undefined where there is no such proposal, or the actor may not read what it says. */
export const proposalForm = async (
  manager: EntityManager,
  { actor, id, locale, now }: Asked,
): Promise<PrintedForm | undefined> => {
  const orgId = actor.organizationId
  const proposal = await manager.findOneBy(SalesProposal, { orgId, id })
  if (!proposal) return undefined
  const facts = salesProposalFacts(proposal, await factsOf(manager, orgId, proposal.opportunityId))
  if (!can(actor, 'salesProposal:readWords', facts)) return undefined
  const house = await houseOf(manager, orgId)
  return {
    locale,
    organization: house.name,
    title: await titleOf(manager, orgId, proposal.templateId),
    kind: `${say(WORDS.proposal, locale)} · ${say(WORDS.version, locale).replace('{n}', String(proposal.ordinal))}`,
    number: proposal.number,
    numbering: 'number',
    signs: false,
    label: null,
    control: {
      word: say(SALES_PROPOSAL_STATUS_LABELS[proposal.status], locale),
      inForce: proposal.status === 'SENT' || proposal.status === 'ACCEPTED',
    },
    cells: [],
    signatures: [],
    parts: partsOf(proposal, locale, house),
    seal: null,
    printedAt: house.clock.minute(now),
  }
}

/** Undefined where there is no such agreement, or the actor may not read what it says. */
export const agreementForm = async (
  manager: EntityManager,
  { actor, id, locale, now, page }: Asked,
): Promise<PrintedForm | undefined> => {
  const orgId = actor.organizationId
  const agreement = await manager.findOneBy(ServiceAgreement, { orgId, id })
  if (!agreement) return undefined
  const facts = serviceAgreementFacts(agreement, await factsOf(manager, orgId, agreement.opportunityId))
  if (!can(actor, 'serviceAgreement:readWords', facts)) return undefined
  const house = await houseOf(manager, orgId)
  const subject = { orgId, subjectId: id }
  const signing = await standingSigning(manager, subject)
  const word = (key: keyof typeof WORDS) => say(WORDS[key], locale)
  const { periodFrom, periodTo, filled, clientSigner, signedOn } = agreement
  return {
    locale,
    organization: house.name,
    title: await titleOf(manager, orgId, agreement.templateId),
    kind: word('agreement'),
    number: agreement.number,
    numbering: 'number',
    signs: true,
    label: null,
    control: {
      word: say(SERVICE_AGREEMENT_STATUS_LABELS[agreement.status], locale),
      inForce: agreement.status === 'APPROVED' || agreement.status === 'SIGNED',
    },
    cells: [],
    signatures: await signaturesOf(manager, subject, signing, house.clock),
    parts: [
      ...partsOf(agreement, locale, house),
      {
        kind: 'fields',
        title: word('parties'),
        fields: [
          [word('period'), `${periodFrom} – ${periodTo}`],
          [word('ours'), filled.ourSigner ?? say(PRINT_WORDS.none, locale)],
          [word('theirs'), clientSigner ?? ''],
          [word('signedOn'), signedOn ?? ''],
        ],
      },
    ],
    seal: signing ? { hash: signing.contentHash, link: page(toGlobalId('Signing', signing.id)) } : null,
    printedAt: house.clock.minute(now),
  }
}
