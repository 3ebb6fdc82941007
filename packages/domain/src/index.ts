export * from './text.ts'
export { localDate, startOfDay, zonedInstant } from './time-zone.ts'
export * from './errors.ts'
export * from './input.ts'

export * from './access/roles.ts'
export * from './access/actor.ts'
export * from './access/facts.ts'
export * from './access/conditions.ts'
export * from './access/policy.ts'
export * from './access/permission-labels.ts'
export * from './access/authorize.ts'

export * from './lifecycle/state-machine.ts'

export * from './complaints/vocabulary.ts'
export * from './complaints/labels.ts'
export * from './complaints/complaint.ts'
export * from './complaints/complaint-fields.ts'
export * from './complaints/complaint-inputs.ts'
export * from './complaints/complaint-transitions.ts'
export * from './complaints/next-steps.ts'
export * from './complaints/closing.ts'
export * from './complaints/number.ts'
export * from './complaints/authority-matrix.ts'
export * from './complaints/task.ts'
export type { ComplaintChange, Verb } from './complaints/complaint-change.ts'
export { NO_AGREEMENT } from './complaints/complaint-change.ts'
export * from './complaints/agreement.ts'
export * from './complaints/intake-actions.ts'
export { investigate, recordFindings, ruleResponsibility } from './complaints/investigation-actions.ts'
export * from './complaints/remedy-actions.ts'
export * from './complaints/completion-actions.ts'
export * from './complaints/oral-approval-actions.ts'
export * from './complaints/task-actions.ts'

export * from './promises/vocabulary.ts'
export * from './promises/promise.ts'
export * from './promises/promise-fields.ts'
export * from './promises/promise-policy.ts'
export * from './promises/promise-effects.ts'
export * from './promises/due-time.ts'
export { promiseOutlook, spokenTime, type CaseToBe } from './promises/promise-outlook.ts'
export { isInTime, type Fulfilment, type PromisePatch } from './promises/settle-promise.ts'
export {
  madePromise,
  type MadePromise,
  type PromiseDraft,
  type PromiseTerms,
} from './promises/make-promise.ts'
export {
  answerPromise,
  dueTimeOf,
  makePromise,
  pausePromise,
  PROMISE_INPUTS,
  resumePromise,
  supersedePromise,
  type PromiseChange,
  type PromiseContext,
  type PromiseInput,
} from './promises/promise-actions.ts'
export * from './promises/case-promises.ts'

export * from './handovers/vocabulary.ts'
export * from './handovers/handover.ts'
export * from './handovers/handover-fields.ts'
export { MOST_ON_DUTY, MOST_REMINDERS, SHIFT_INPUTS } from './shifts/shift-inputs.ts'
export {
  DEFAULT_SHIFT_PLAN,
  SHIFT_LABELS,
  SHIFTS,
  shiftAfter,
  daysOfWeek,
  shiftAt,
  weeksLater,
  type Shift,
  type ShiftOfDay,
  type ShiftPlan,
} from './shifts/shift-plan.ts'
export { HANDOVER_INPUTS, MOST_HANDED_OVER, type HandoverInput } from './handovers/handover-inputs.ts'
export { handOver, offerHandover, type CaseAtHand, type Receiver } from './handovers/make-handover.ts'
export * from './handovers/handover-actions.ts'

export * from './documents/vocabulary.ts'
export * from './documents/numbering.ts'
export { SEGMENT_KINDS, type Aligned, type Segment, type SegmentKind } from './documents/alignment.ts'
export {
  PLACE_CHANGE_LABELS,
  PLACE_CHANGES,
  type Difference,
  type Place,
  type PlaceChange,
  type Unit,
} from './documents/places.ts'
export { clauseTitle, paragraphsOf, type Clause, type WrittenContent } from './documents/written-content.ts'
export { amountText, cellTitle, inMatrixOrder, type LimitsContent } from './documents/limits-content.ts'
export * from './exports/vocabulary.ts'
export * from './exports/export-columns.ts'
export * from './exports/export-request.ts'
export * from './exports/export-inputs.ts'
export * from './exports/export-actions.ts'
export * from './exports/controlled-copy.ts'
export * from './exports/copy-mark.ts'
export * from './documents/destruction-content.ts'
export { inPolicyOrder, policyStepText, ruleTitle, type PolicyContent } from './documents/policy-content.ts'
export * from './documents/contents.ts'
export * from './documents/document.ts'
export * from './documents/document-fields.ts'
export * from './documents/document-inputs.ts'
export * from './documents/revision-difference.ts'
export type { DocumentAtHand, DocumentChange } from './documents/document-change.ts'
export * from './documents/document-actions.ts'
export * from './documents/document-signatures.ts'
export * from './documents/revision-course.ts'

export * from './views/view-query.ts'
export * from './views/view-sharing.ts'
export * from './views/saved-view.ts'

export * from './search/phone.ts'
export * from './search/masking.ts'
export * from './search/grams.ts'
export * from './search/reading-grams.ts'
export * from './search/client-search.ts'

export { clockTime, slotOf, slotText, type WorkingSlot, type WorkingWeek } from './working-time/slots.ts'
export { dayAfter, WEEKDAYS, type Weekday } from './working-time/local-day.ts'
export * from './working-time/calendar.ts'
export { DAY_KINDS, DAY_KIND_LABELS, type CalendarDay, type DayKind } from './working-time/day-plan.ts'
export {
  WORKING_STEP_KINDS,
  type Pause,
  type WorkingStep,
  type WorkingStepKind,
} from './working-time/account.ts'
export * from './working-time/working-minutes.ts'
export * from './working-time/explanation.ts'
export * from './working-time/calendar-inputs.ts'

export * from './ledger/verification.ts'
export * from './ledger/witnesses.ts'
export * from './sign-off/meanings.ts'
export * from './sign-off/meaning-sentences.ts'
export * from './sign-off/proof-level.ts'
export * from './sign-off/signature-inputs.ts'
export * from './sign-off/signed-fields.ts'
export * from './sign-off/signing-kinds.ts'
export * from './sign-off/signature-policy.ts'
export * from './sign-off/signing.ts'
export * from './sign-off/signing-escalation.ts'
export * from './sign-off/delegation.ts'
export * from './sign-off/field-class.ts'
export * from './sign-off/canonical-content.ts'
export * from './organization/project.ts'
export * from './organization/department.ts'
export * from './organization/password.ts'
export * from './organization/staff.ts'
export * from './organization/superiors.ts'
export * from './organization/organization.ts'
export * from './account/proof.ts'
export * from './account/codes.ts'
export * from './account/device.ts'
export * from './account/account-inputs.ts'
export * from './organization/authority-limit.ts'
export * from './audit/audit-subject.ts'
export * from './audit/audit-event.ts'
export * from './clients/client.ts'
export * from './clients/vocabulary.ts'
export type * from './clients/archive.ts'
export * from './clients/client-fields.ts'
export * from './clients/client-inputs.ts'
export * from './clients/contacts.ts'
export {
  basisPoints,
  isPresent,
  occupancyFault,
  overlap,
  placeOfArchive,
  type Stay,
} from './clients/occupancy.ts'
export { clientCode, openingGaps } from './clients/opening.ts'
export * from './clients/confidential/confidential-inputs.ts'
export {
  readParticular,
  writeParticular,
  type Particular,
  type ParticularKind,
  type ParticularValue,
} from './clients/confidential/particular.ts'
export * from './clients/confidential/profile.ts'
export * from './clients/confidential/profile-words.ts'
export * from './clients/confidential/reveal.ts'
export * from './clients/confidential/status-record.ts'
export * from './clients/confidential/status-words.ts'
export * from './clients/phone-lookup.ts'
export * from './clients/duty/archive-part.ts'
export * from './clients/duty/requirement.ts'
export * from './clients/duty/spot-check.ts'
export * from './clients/filing/tag.ts'
export * from './clients/filing/custom-field.ts'
export * from './clients/filing/custom-field-inputs.ts'
export { checkFieldValue, fieldOrdinal, type WrittenValue } from './clients/filing/field-value.ts'
export * from './attachments/vocabulary.ts'
export * from './attachments/format.ts'
export * from './attachments/attachment.ts'
export * from './attachments/attachment-inputs.ts'
export * from './clients/receptions/reception.ts'
export * from './clients/receptions/reception-inputs.ts'
export * from './clients/timeline/timeline.ts'
export * from './clients/manager-assignment.ts'
export { mergedAway } from './clients/merged-away.ts'
export * from './clients/merging/vocabulary.ts'
export * from './clients/merging/merge.ts'
export * from './clients/merging/merge-choice.ts'
export * from './clients/merging/merge-actions.ts'

export * from './money/vocabulary.ts'
export * from './money/account.ts'
export { divideHalfUp, feeMinor, labourMinor, safeMinor, shareBasisPoints } from './money/arithmetic.ts'
export * from './money/allocation.ts'
export * from './money/ageing.ts'
export * from './money/fee-batch.ts'
export * from './money/money-inputs.ts'
export * from './money/money-fields.ts'
export * from './leads/vocabulary.ts'
export * from './leads/lead.ts'
export * from './leads/lead-fields.ts'
export * from './leads/lead-inputs.ts'
export * from './leads/lead-transitions.ts'
export * from './leads/lead-actions.ts'
export * from './money/reconciliation.ts'
export * from './money/dunning.ts'
export * from './money/claim-inputs.ts'
export * from './money/claim-fields.ts'
export * from './money/cost-event.ts'
export * from './money/cost-share.ts'
export * from './money/value-assumption.ts'
export * from './money/value-metrics.ts'
export * from './money/value-inputs.ts'
export * from './money/value-fields.ts'

export * from './imports/import-fields.ts'
export * from './imports/import-run.ts'
export * from './imports/issues.ts'
export * from './imports/refusals.ts'
export * from './imports/mapping.ts'
export * from './imports/mappings.ts'
export * from './imports/import-inputs.ts'
export * from './imports/kinds.ts'
export * from './imports/custody/import-source.ts'
export * from './subject-requests/vocabulary.ts'
export * from './subject-requests/erasure.ts'
export * from './subject-requests/subject-request.ts'
export * from './subject-requests/subject-request-policy.ts'
export * from './subject-requests/subject-request-inputs.ts'
export * from './subject-requests/subject-request-actions.ts'
export type {
  TableField,
  RecordFields,
  RecordTable,
  RecordValue,
  RecordValues,
} from './imports/records/table-field.ts'
export type { ClientImportField } from './imports/records/client-fields.ts'
export * from './imports/records/record-tables.ts'
export * from './imports/records/guess-columns.ts'
export * from './imports/records/record-mapping.ts'
export * from './imports/records/duplicates.ts'
export { recordReader, type RecordReader, type RecordRow } from './imports/records/record-reader.ts'
export * from './imports/header.ts'
export { factsOf, rowReader, type ImportedRow, type RowResult } from './imports/row-reader.ts'
export type { NamedRecord } from './imports/row-draft.ts'

export * from './notices/notice-kinds.ts'
export * from './notices/notice-triggers.ts'
export * from './notices/notice-path.ts'
export * from './notices/template.ts'
export * from './notices/notice-templates.ts'
export * from './notices/local-time.ts'
export * from './notices/notice-preferences.ts'
export * from './notices/digest.ts'
export * from './notices/client-notice.ts'
export * from './notices/client-templates.ts'
export * from './notices/templates-in-force.ts'
export * from './notices/mail.ts'
export * from './notices/promise-notices.ts'
export * from './partners/partner.ts'
export * from './partners/partner-inputs.ts'
export * from './webhooks/webhook-events.ts'
export * from './webhooks/webhook.ts'
export * from './webhooks/webhook-inputs.ts'
export * from './system/failed-job.ts'
export * from './grading/metrics.ts'
export * from './grading/scale.ts'
export * from './grading/standard.ts'
export * from './grading/evaluation.ts'
export * from './grading/explanation.ts'
