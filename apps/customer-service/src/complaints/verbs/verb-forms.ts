import type { ComponentType } from 'react'
import type { CaseAction } from '../action-names.ts'
import * as agreement from './agreement-forms.tsx'
import * as completion from './completion-forms.tsx'
import * as intake from './intake-forms.tsx'
import * as investigation from './investigation-forms.tsx'
import * as oral from './oral-approval-forms.tsx'
import * as promise from './promise-forms.tsx'
import * as remedy from './remedy-forms.tsx'
import type { VerbFormProps } from './verb-form.tsx'

/** One form a verb: a verb of the domain without one does not compile. */
export const VERB_FORMS: Readonly<Record<CaseAction, ComponentType<VerbFormProps>>> = {
  acknowledge: intake.AcknowledgeForm,
  assign: intake.AssignForm,
  handOver: intake.HandOverForm,
  contain: intake.ContainForm,
  investigate: investigation.InvestigateForm,
  recordFindings: investigation.RecordFindingsForm,
  ruleResponsibility: investigation.RuleResponsibilityForm,
  propose: remedy.ProposeForm,
  review: remedy.ReviewForm,
  recordOralApproval: oral.RecordOralApprovalForm,
  signOralApproval: oral.SignOralApprovalForm,
  denyOralApproval: oral.DenyOralApprovalForm,
  approve: remedy.ApproveForm,
  reject: remedy.RejectForm,
  offer: remedy.OfferForm,
  logContactAttempt: remedy.LogContactAttemptForm,
  confirm: remedy.ConfirmForm,
  refuseOption: remedy.RefuseOptionForm,
  recordAgreement: agreement.RecordAgreementForm,
  dispatch: completion.DispatchForm,
  resolve: completion.ResolveForm,
  followUp: completion.FollowUpForm,
  close: completion.CloseForm,
  reopen: completion.ReopenForm,
  withdraw: intake.WithdrawForm,
  refer: intake.ReferForm,
  answerReferral: intake.AnswerReferralForm,
  makePromise: promise.MakePromiseForm,
  decline: investigation.DeclineForm,
  dismiss: investigation.DismissForm,
  merge: intake.MergeForm,
}

/** Those in which things are compared side by side. */
export const WIDE_VERBS: readonly CaseAction[] = ['propose']
