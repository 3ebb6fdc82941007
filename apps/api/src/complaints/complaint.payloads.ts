import { payload, signingPayload } from '../graphql/payload.ts'
import { ComplaintTaskType, ComplaintType } from './complaint.type.ts'
import { RevealedPhone } from '../clients/client.type.ts'

export const RegisterComplaintPayload = payload(
  'RegisterComplaint',
  ComplaintType,
  'eligible',
  'duplicate',
  'signature',
)
export const AcknowledgeComplaintPayload = signingPayload('AcknowledgeComplaint', ComplaintType)
export const AssignComplaintPayload = signingPayload('AssignComplaint', ComplaintType)
export const HandOverComplaintPayload = signingPayload('HandOverComplaint', ComplaintType)
export const ContainComplaintPayload = signingPayload('ContainComplaint', ComplaintType)
export const InvestigateComplaintPayload = signingPayload('InvestigateComplaint', ComplaintType)
export const RecordFindingsOfComplaintPayload = signingPayload('RecordFindingsOfComplaint', ComplaintType)
export const RuleResponsibilityOfComplaintPayload = signingPayload(
  'RuleResponsibilityOfComplaint',
  ComplaintType,
)
export const ProposeComplaintPayload = signingPayload('ProposeComplaint', ComplaintType)
export const ReviewComplaintPayload = signingPayload('ReviewComplaint', ComplaintType)
export const RecordOralApprovalOfComplaintPayload = signingPayload(
  'RecordOralApprovalOfComplaint',
  ComplaintType,
  'limit',
)
export const SignOralApprovalOfComplaintPayload = signingPayload(
  'SignOralApprovalOfComplaint',
  ComplaintType,
  'limit',
)
export const DenyOralApprovalOfComplaintPayload = signingPayload('DenyOralApprovalOfComplaint', ComplaintType)
export const ApproveComplaintPayload = signingPayload('ApproveComplaint', ComplaintType, 'limit')
export const RejectComplaintPayload = signingPayload('RejectComplaint', ComplaintType)
export const OfferComplaintPayload = signingPayload('OfferComplaint', ComplaintType)
export const LogContactAttemptOfComplaintPayload = signingPayload(
  'LogContactAttemptOfComplaint',
  ComplaintType,
)
export const ConfirmComplaintPayload = signingPayload('ConfirmComplaint', ComplaintType)
export const RefuseOptionOfComplaintPayload = signingPayload('RefuseOptionOfComplaint', ComplaintType)
export const RecordAgreementOfComplaintPayload = signingPayload('RecordAgreementOfComplaint', ComplaintType)
export const DispatchComplaintPayload = signingPayload('DispatchComplaint', ComplaintType)
export const ResolveComplaintPayload = signingPayload('ResolveComplaint', ComplaintType)
export const FollowUpComplaintPayload = signingPayload('FollowUpComplaint', ComplaintType)
export const CloseComplaintPayload = signingPayload('CloseComplaint', ComplaintType)
export const ReopenComplaintPayload = signingPayload('ReopenComplaint', ComplaintType)
export const WithdrawComplaintPayload = signingPayload('WithdrawComplaint', ComplaintType)
export const ReferComplaintPayload = signingPayload('ReferComplaint', ComplaintType)
export const AnswerReferralOfComplaintPayload = signingPayload('AnswerReferralOfComplaint', ComplaintType)
export const MakePromiseOfComplaintPayload = signingPayload('MakePromiseOfComplaint', ComplaintType)
export const DeclineComplaintPayload = signingPayload('DeclineComplaint', ComplaintType)
export const DismissComplaintPayload = signingPayload('DismissComplaint', ComplaintType)
export const MergeComplaintPayload = signingPayload('MergeComplaint', ComplaintType)
export const RevealPhoneOfComplaintPayload = payload('RevealPhoneOfComplaint', RevealedPhone, 'eligible')

export const AssignTaskPayload = signingPayload('AssignTask', ComplaintTaskType)
export const AcceptTaskPayload = signingPayload('AcceptTask', ComplaintTaskType)
export const CompleteTaskPayload = signingPayload('CompleteTask', ComplaintTaskType)
export const ReturnTaskPayload = signingPayload('ReturnTask', ComplaintTaskType)
export const CancelTaskPayload = signingPayload('CancelTask', ComplaintTaskType)
