import type { Locale } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import type { RequestContext } from '../context.ts'
import { withTenant } from '../database/with-tenant.ts'
import { fromGlobalId } from '../graphql/global-id.ts'
import { caseForm } from './print-case.service.ts'
import { inventoryForm } from './print-inventory.service.ts'
import { agreementForm, proposalForm } from './print-paper.service.ts'
import { printPdf } from './print-pdf.ts'
import { statementForm } from './print-statement.service.ts'
import { revisionForm } from './print-revision.service.ts'
import type { PrintedForm } from './printed-form.ts'

/** What is printed, by the type of its published id. */
const FORMS = {
  DocumentRevision: revisionForm,
  Signing: caseForm,
  Reconciliation: statementForm,
  InformationInventory: inventoryForm,
  SalesProposal: proposalForm,
  ServiceAgreement: agreementForm,
} as const satisfies Readonly<
  Record<
    string,
    (manager: EntityManager, asked: Parameters<typeof revisionForm>[1]) => Promise<PrintedForm | undefined>
  >
>

export interface Printed {
  /** Of the file, without its ending. */
  readonly name: string
  readonly pdf: Buffer
}

/** Undefined where there is nothing of that id, or the actor may not read all of it. */
export const printed = async (
  { signedIn, config, dataSource, now }: RequestContext,
  type: keyof typeof FORMS,
  publishedId: string,
  locale: Locale,
): Promise<Printed | undefined> => {
  const { actor } = signedIn!
  const id = fromGlobalId(type, publishedId)
  if (!id) return undefined
  const page = (signing: string) => new URL(`/admin/printed/${signing}`, config.publicUrl).href
  const form = await withTenant(dataSource, actor.organizationId, (manager) =>
    FORMS[type](manager, { actor, id, locale, now, page }),
  )
  if (!form) return undefined
  const name = [form.number, form.label?.replace('/', '-'), locale].filter(Boolean).join('-')
  return { name, pdf: await printPdf(form) }
}
