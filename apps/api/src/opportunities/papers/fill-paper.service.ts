/** What is put into a template: read from the opportunity, its client and its approved prices, never typed again. */
import {
  can,
  documentFacts,
  fillTemplate,
  gapsRefused,
  invalidInput,
  notEligible,
  offeredLines,
  offeredSum,
  SALES_PLACEHOLDER_LABELS,
  signedAmount,
  text,
  type DocumentKind,
  type MadePaper,
  type OfferedLine,
  type SalesValues,
  type WrittenContent,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { Client } from '../../clients/client.entity.ts'
import { ClientContact } from '../../clients/contacts/contact.entity.ts'
import { invalidReference } from '../../database/invalid-reference.ts'
import { Refused } from '../../database/refused.ts'
import type { Transaction } from '../../database/transaction.ts'
import { ControlledDocumentEntity, DocumentRevisionEntity } from '../../documents/document.entity.ts'
import { OrganizationProfile, Project, Staff, Unit } from '../../organization/organization.entity.ts'
import type { Opportunity } from '../opportunity.entity.ts'
import { PriceForm } from '../prices/price-form.entity.ts'

const NOT_APPROVED = notEligible(
  'pricesAreApproved',
  text(
    '先核定价格：方案书和协议只按已核定的价格编制。',
    'Have the prices approved first: proposals and agreements are made at approved prices only.',
  ),
)

/** The prices that stand; nothing is offered at others. */
export const approvedPrices = async (tx: Transaction, { orgId, id }: Opportunity): Promise<PriceForm> => {
  const form = await tx.manager.findOneBy(PriceForm, { orgId, opportunityId: id, status: 'APPROVED' })
  if (!form) throw new Refused(NOT_APPROVED)
  return form
}

const WRONG_TEMPLATE = text('请选一份有效的同类模板。', 'Choose a template of this kind that is in force.')

/** The revision that is in force; another kind, or one that the actor may not read, is as if it were not there. */
export const templateInForce = async (
  tx: Transaction,
  documentId: string,
  kind: DocumentKind,
): Promise<DocumentRevisionEntity> => {
  const { organizationId: orgId } = tx.actor
  const document = await tx.manager.findOneBy(ControlledDocumentEntity, { orgId, id: documentId, kind })
  const revision =
    document?.effectiveRevisionId &&
    (await tx.manager.findOneBy(DocumentRevisionEntity, { orgId, id: document.effectiveRevisionId }))
  if (
    !document ||
    !revision ||
    document.controlStatus !== 'CONTROLLED' ||
    !can(tx.actor, 'document:readContent', documentFacts(document, revision))
  )
    throw new Refused(invalidInput({ path: 'templateId', message: WRONG_TEMPLATE }))
  return revision
}

interface Said {
  readonly contactName: string | null
  readonly unit: string | null
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly paymentTerms: string | null
  readonly validUntil: string | null
  readonly ourSigner: string | null
  readonly number: string | null
  readonly proposalNumber: string | null
  readonly today: string
}

export const NOTHING_SAID: Omit<Said, 'today'> = {
  contactName: null,
  unit: null,
  periodFrom: null,
  periodTo: null,
  paymentTerms: null,
  validUntil: null,
  ourSigner: null,
  number: null,
  proposalNumber: null,
}

export const nameOfStaff = async (
  manager: EntityManager,
  orgId: string,
  id: string | null,
): Promise<string | null> => (id && (await manager.findOneBy(Staff, { orgId, id }))?.name) || null

/** Of the client only: a contact of somebody else is no reference. */
export const namesOf = async (
  tx: Transaction,
  { orgId, clientId }: Opportunity,
  { contactId, unitId }: { readonly contactId: string | null; readonly unitId: string | null },
): Promise<Pick<Said, 'contactName' | 'unit'>> => {
  const contact = contactId && (await tx.manager.findOneBy(ClientContact, { orgId, clientId, id: contactId }))
  if (contactId && (!contact || contact.removedAt !== null)) throw invalidReference('contactId')
  const unit = unitId && (await tx.manager.findOneBy(Unit, { orgId, id: unitId }))
  if (unitId && !unit) throw invalidReference('unitId')
  return { contactName: contact ? contact.name : null, unit: unit ? unit.label : null }
}

export const valuesOf = async (
  manager: EntityManager,
  opportunity: Opportunity,
  lines: readonly OfferedLine[],
  said: Said,
): Promise<SalesValues> => {
  const { orgId, clientId, projectId, need, assigneeId } = opportunity
  const client = await manager.findOneByOrFail(Client, { orgId, id: clientId })
  const house = await manager.findOneByOrFail(OrganizationProfile, { orgId })
  const project = projectId && (await manager.findOneBy(Project, { orgId, id: projectId }))
  const { periodFrom, periodTo, ...plain } = said
  return {
    ...plain,
    clientName: client.name,
    project: project ? project.name : null,
    need,
    services: lines.length === 0 ? null : lines.map(({ service }) => service).join('、'),
    total: lines.length === 0 ? null : `${house.currency} ${signedAmount(offeredSum(lines))}`,
    period: periodFrom && periodTo ? `${periodFrom} – ${periodTo}` : null,
    company: house.name,
    ourContact: await nameOfStaff(manager, orgId, assigneeId),
  }
}

/** A paper without a gap, at the prices that stand now. */
export const filledPaper = async (
  tx: Transaction,
  opportunity: Opportunity,
  template: DocumentRevisionEntity,
  form: PriceForm,
  said: Said,
): Promise<MadePaper> => {
  const lines = offeredLines(form.lines)
  const values = await valuesOf(tx.manager, opportunity, lines, said)
  const { clauses, missing } = fillTemplate((template.content as WrittenContent).clauses, values)
  if (missing.length > 0) throw new Refused(gapsRefused(missing, (it) => SALES_PLACEHOLDER_LABELS[it]))
  return { clauses, lines, filled: values, totalMinor: offeredSum(lines), priceRevision: form.revision }
}
