/** What is being signed, of whatever kind, as far as notices need it. */
import {
  clientMergeFacts,
  exportFacts,
  gradingCycleFacts,
  keyAccountNominationFacts,
  type FactBag,
  type Permission,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { ClientMergeEntity } from '../clients/merging/merge.entity.ts'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'
import { ControlledDocumentEntity, DocumentRevisionEntity } from '../documents/document.entity.ts'
import { ExportRequestEntity } from '../exports/export.entity.ts'
import { GradingCycleEntity } from '../grading/cycles/grading-cycle.entity.ts'
import { KeyAccountNominationEntity } from '../key-accounts/key-account.entity.ts'
import { PlanSummary } from '../maintenance-plans/evaluation/plan-summary.entity.ts'
import { MaintenancePlan, PlanRevision } from '../maintenance-plans/plans/plan.entity.ts'
import { ServiceAgreement } from '../opportunities/papers/sales-paper.entity.ts'
import { PriceForm } from '../opportunities/prices/price-form.entity.ts'
import { SigningEntity, SigningStepEntity } from '../sign-off/signing.entity.ts'

/** What is signed, with its number, and the step that waits. */
export interface SignedSubject {
  readonly signing: SigningEntity
  readonly number: string
  /** What is signed, where that is a document. */
  readonly revision: DocumentRevisionEntity | null
  /** Or a request for client information. */
  readonly request: ExportRequestEntity | null
  /** Or the merge of two clients. */
  readonly merge: ClientMergeEntity | null
  /** Or a grade directory. */
  readonly cycle: GradingCycleEntity | null
  /** Or the prices of an opportunity. */
  readonly prices: PriceForm | null
  /** Or the agreement that an opportunity comes to. */
  readonly agreement: ServiceAgreement | null
  /** Or the nomination of a key account. */
  readonly nomination: KeyAccountNominationEntity | null
  /** Or a revision of a maintenance plan, or its summary: the plan. */
  readonly plan: MaintenancePlan | null
  /** Undefined where none is awaited any more. */
  readonly step: SigningStepEntity | undefined
}

/** What a round of signatures is about, as far as notices need it; undefined where the round is no more. */
export const signedSubject = async (
  manager: EntityManager,
  orgId: string,
  id: string,
): Promise<
  | {
      readonly complaint: ComplaintEntity | null
      readonly signing: SignedSubject
      readonly status: SigningEntity['state']
      readonly reading: { readonly permission: Permission; readonly facts: FactBag }
    }
  | undefined
> => {
  const signing = await manager.findOneBy(SigningEntity, { orgId, id })
  if (!signing) return undefined
  const complaint = await manager.findOneBy(ComplaintEntity, { orgId, id: signing.subjectId })
  const revision = complaint
    ? null
    : await manager.findOneBy(DocumentRevisionEntity, { orgId, id: signing.subjectId })
  const document =
    revision && (await manager.findOneBy(ControlledDocumentEntity, { orgId, id: revision.documentId }))
  const step = await manager.findOneBy(SigningStepEntity, { orgId, signingId: id, state: 'OPEN' })
  const request =
    complaint || revision
      ? null
      : await manager.findOneBy(ExportRequestEntity, { orgId, id: signing.subjectId })
  const merge =
    complaint || revision || request
      ? null
      : await manager.findOneBy(ClientMergeEntity, { orgId, id: signing.subjectId })
  const cycle =
    complaint || revision || request || merge
      ? null
      : await manager.findOneBy(GradingCycleEntity, { orgId, id: signing.subjectId })
  const prices =
    complaint || revision || request || merge || cycle
      ? null
      : await manager.findOneBy(PriceForm, { orgId, id: signing.subjectId })
  const agreement =
    complaint || revision || request || merge || cycle || prices
      ? null
      : await manager.findOneBy(ServiceAgreement, { orgId, id: signing.subjectId })
  const nomination =
    complaint || revision || request || merge || cycle || prices || agreement
      ? null
      : await manager.findOneBy(KeyAccountNominationEntity, { orgId, id: signing.subjectId })
  const planned =
    complaint || revision || request || merge || cycle || prices || agreement || nomination
      ? null
      : await manager.findOneBy(PlanRevision, { orgId, id: signing.subjectId })
  const ofPlan =
    complaint || revision || request || merge || cycle || prices || nomination || planned
      ? planned
      : await manager.findOneBy(PlanSummary, { orgId, id: signing.subjectId })
  const plan = ofPlan && (await manager.findOneBy(MaintenancePlan, { orgId, id: ofPlan.planId }))
  const number =
    complaint?.number ??
    prices?.number ??
    agreement?.number ??
    request?.number ??
    merge?.number ??
    cycle?.number ??
    nomination?.number ??
    plan?.number ??
    (document && revision ? `${document.number} ${revision.label}` : '')
  return {
    complaint,
    signing: {
      signing,
      number,
      revision,
      request,
      merge,
      cycle,
      prices,
      agreement,
      nomination,
      plan,
      step: step ?? undefined,
    },
    status: signing.state,
    reading: {
      permission: 'signOff:read',
      facts:
        complaint ??
        (request
          ? exportFacts(request)
          : merge
            ? clientMergeFacts(merge)
            : cycle
              ? gradingCycleFacts(cycle)
              : nomination
                ? keyAccountNominationFacts(nomination)
                : {}),
    },
  }
}
