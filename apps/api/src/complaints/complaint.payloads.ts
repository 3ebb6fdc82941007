import { payload, verbPayload } from '../graphql/payload.ts'
import { ComplaintTaskType, ComplaintType } from './complaint.type.ts'
import { RevealedPhone } from '../clients/client.type.ts'

export const RegisterComplaintPayload = payload('RegisterComplaint', ComplaintType, 'eligible', 'duplicate')
export const AcknowledgeComplaintPayload = verbPayload('AcknowledgeComplaint', ComplaintType)
export const AssignComplaintPayload = verbPayload('AssignComplaint', ComplaintType)
export const HandOverComplaintPayload = verbPayload('HandOverComplaint', ComplaintType)
export const ContainComplaintPayload = verbPayload('ContainComplaint', ComplaintType)
export const InvestigateComplaintPayload = verbPayload('InvestigateComplaint', ComplaintType)
export const RecordFindingsOfComplaintPayload = verbPayload('RecordFindingsOfComplaint', ComplaintType)
export const RuleResponsibilityOfComplaintPayload = verbPayload(
  'RuleResponsibilityOfComplaint',
  ComplaintType,
)
export const ProposeComplaintPayload = verbPayload('ProposeComplaint', ComplaintType)
export const ApproveComplaintPayload = verbPayload('ApproveComplaint', ComplaintType, 'limit')
export const RejectComplaintPayload = verbPayload('RejectComplaint', ComplaintType)
export const OfferComplaintPayload = verbPayload('OfferComplaint', ComplaintType)
export const LogContactAttemptOfComplaintPayload = verbPayload('LogContactAttemptOfComplaint', ComplaintType)
export const ConfirmComplaintPayload = verbPayload('ConfirmComplaint', ComplaintType)
export const RefuseOptionOfComplaintPayload = verbPayload('RefuseOptionOfComplaint', ComplaintType)
export const DispatchComplaintPayload = verbPayload('DispatchComplaint', ComplaintType)
export const ResolveComplaintPayload = verbPayload('ResolveComplaint', ComplaintType)
export const FollowUpComplaintPayload = verbPayload('FollowUpComplaint', ComplaintType)
export const CloseComplaintPayload = verbPayload('CloseComplaint', ComplaintType)
export const ReopenComplaintPayload = verbPayload('ReopenComplaint', ComplaintType)
export const WithdrawComplaintPayload = verbPayload('WithdrawComplaint', ComplaintType)
export const ReferComplaintPayload = verbPayload('ReferComplaint', ComplaintType)
export const AnswerReferralOfComplaintPayload = verbPayload('AnswerReferralOfComplaint', ComplaintType)
export const MakePromiseOfComplaintPayload = verbPayload('MakePromiseOfComplaint', ComplaintType)
export const DeclineComplaintPayload = verbPayload('DeclineComplaint', ComplaintType)
export const DismissComplaintPayload = verbPayload('DismissComplaint', ComplaintType)
export const MergeComplaintPayload = verbPayload('MergeComplaint', ComplaintType)
export const RevealPhoneOfComplaintPayload = payload('RevealPhoneOfComplaint', RevealedPhone, 'eligible')

export const AssignTaskPayload = verbPayload('AssignTask', ComplaintTaskType)
export const AcceptTaskPayload = verbPayload('AcceptTask', ComplaintTaskType)
export const CompleteTaskPayload = verbPayload('CompleteTask', ComplaintTaskType)
export const ReturnTaskPayload = verbPayload('ReturnTask', ComplaintTaskType)
export const CancelTaskPayload = verbPayload('CancelTask', ComplaintTaskType)
