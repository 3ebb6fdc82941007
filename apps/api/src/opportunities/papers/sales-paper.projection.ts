import { publishedIdSql } from '../../reads/published-id.ts'
import {
  SALES_PROPOSAL_FIELDS,
  SALES_PROPOSAL_TRANSITIONS,
  SERVICE_AGREEMENT_FIELDS,
  SERVICE_AGREEMENT_TRANSITIONS,
  type OfferedLine,
  type SalesClause,
} from '@steward/domain'
import { ID_PREFIXES, toGlobalId } from '../../graphql/global-id.ts'
import {
  actions,
  column,
  day,
  expression,
  id,
  instant,
  one,
  projection,
  values,
} from '../../reads/projection.ts'
import { objectRoot, plainRoot } from '../../reads/roots.ts'
import { awaitsMe } from '../../sign-off/awaits-me.ts'
import { FACTS_OF_OPPORTUNITY } from '../opportunity.projection.ts'
import { SalesProposal, ServiceAgreement } from './sales-paper.entity.ts'

const internal = { class: 'internal' } as const

/** Words and lines of a paper, for those who may read what it says. */
const wordsOf = (permission: 'salesProposal:readWords' | 'serviceAgreement:readWords') => ({
  clauses: values('SalesClause', {
    class: 'personal',
    permission,
    sql: (
      alias,
    ) => `select (c.position)::integer as position, c.clause ->> 'heading' as heading, c.clause ->> 'body' as body,
      c.clause ->> 'part' as part
      from jsonb_array_elements(${alias}.clauses) with ordinality as c(clause, position) order by c.position`,
    reference: ({ clauses }) =>
      (clauses as readonly SalesClause[]).map(({ heading, body, part }, at) => ({
        position: at + 1,
        heading,
        body,
        part,
      })),
  }),
  lines: values('OfferedLine', {
    class: 'personal',
    permission,
    sql: (alias) => `select l.line ->> 'service' as service, l.line ->> 'unit' as unit,
      (l.line ->> 'quantityHundredths')::bigint as "quantityHundredths", (l.line ->> 'offeredMinor')::bigint as "offeredMinor"
      from jsonb_array_elements(${alias}.lines) with ordinality l(line, nth) order by l.nth`,
    reference: ({ lines }) =>
      (lines as readonly OfferedLine[]).map(({ service, unit, quantityHundredths, offeredMinor }) => ({
        service,
        unit,
        quantityHundredths,
        offeredMinor,
      })),
  }),
})

const P = SALES_PROPOSAL_FIELDS

export const salesProposalProjection = projection('SalesProposal', {
  table: 'sales_proposal',
  entity: SalesProposal,
  permission: 'salesProposal:read',
  facts: { ...FACTS_OF_OPPORTUNITY, status: 'status' },
  fields: {
    id: id(),
    number: column('number', P.number),
    opportunity: one('Opportunity', { ...internal, by: 'opportunity_id' }),
    ordinal: column('ordinal', P.ordinal),
    status: column('status', P.status),
    template: one('DocumentRevision', { ...internal, by: 'template_id' }),
    priceForm: one('PriceForm', { ...internal, by: 'price_form_id' }),
    ...wordsOf('salesProposal:readWords'),
    totalMinor: column('total_minor', P.totalMinor),
    periodFrom: day('period_from', P.periodFrom),
    periodTo: day('period_to', P.periodTo),
    validUntil: day('valid_until', P.validUntil),
    madeBy: one('Staff', { ...internal, by: 'made_by_id' }),
    madeAt: instant('made_at', P.madeAt),
    sentOn: day('sent_on', P.sentOn),
    channel: column('channel', P.channel),
    sentTo: column('sent_to', P.sentTo),
    answeredOn: day('answered_on', P.answeredOn),
    declineReason: column('decline_reason', P.declineReason),
    note: column('note', P.note),
    availableActions: actions(SALES_PROPOSAL_TRANSITIONS),
    version: column('version', internal),
  },
})

const A = SERVICE_AGREEMENT_FIELDS

export const serviceAgreementProjection = projection('ServiceAgreement', {
  table: 'service_agreement',
  entity: ServiceAgreement,
  permission: 'serviceAgreement:read',
  facts: {
    ...FACTS_OF_OPPORTUNITY,
    status: 'status',
    preparedById: 'prepared_by_id',
    writerIds: 'writer_ids',
    reviewsOwed: 'reviews_owed',
    reviewerId: 'reviewer_id',
  },
  fields: {
    id: id(),
    number: column('number', A.number),
    opportunity: one('Opportunity', { ...internal, by: 'opportunity_id' }),
    opportunityId: expression({
      ...A.opportunityId,
      sql: (alias) => publishedIdSql(ID_PREFIXES.Opportunity, `${alias}.opportunity_id`),
      reference: ({ opportunity_id }) => toGlobalId('Opportunity', String(opportunity_id)),
    }),
    proposal: one('SalesProposal', { ...internal, by: 'proposal_id' }),
    template: one('DocumentRevision', { ...internal, by: 'template_id' }),
    status: column('status', A.status),
    revision: column('revision', A.revision),
    ...wordsOf('serviceAgreement:readWords'),
    totalMinor: column('total_minor', A.totalMinor),
    periodFrom: day('period_from', A.periodFrom),
    periodTo: day('period_to', A.periodTo),
    remindOn: day('remind_on', A.remindOn),
    remindedAt: instant('reminded_at', A.remindedAt),
    draftedBy: one('Staff', { ...internal, by: 'drafted_by_id' }),
    draftedAt: instant('drafted_at', A.draftedAt),
    preparedBy: one('Staff', { ...internal, by: 'prepared_by_id' }),
    submittedAt: instant('submitted_at', A.submittedAt),
    decidedBy: one('Staff', { ...internal, by: 'decided_by_id' }),
    decidedAt: instant('decided_at', A.decidedAt),
    ourSigner: one('Staff', { ...internal, by: 'our_signer_id' }),
    signedOn: day('signed_on', A.signedOn),
    clientSigner: column('client_signer', A.clientSigner),
    endedOn: day('ended_on', A.endedOn),
    reason: column('reason', A.reason),
    awaitsMe: expression({ ...internal, ...awaitsMe }),
    availableActions: actions(SERVICE_AGREEMENT_TRANSITIONS),
    version: column('version', internal),
  },
})

export const salesPaperRoots = {
  salesProposal: objectRoot('SalesProposal'),
  serviceAgreement: objectRoot('ServiceAgreement'),
  // Filled in by the domain, from rows that stand in no relation to each other yet.
  salesPaperPreview: plainRoot(),
}
