export const possibleTypes: Record<string, string[]> = {
  "AcceptHandoverPayload": [
    "Handover",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AcceptSalesProposalPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SalesProposal",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AcceptTaskPayload": [
    "ComplaintTask",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AcknowledgeComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AcknowledgeSilenceAlertPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SilenceAlert",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AddBuildingPayload": [
    "Building",
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "AddContactPayload": [
    "Client",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "WrongStatusError"
  ],
  "AddDepartmentPayload": [
    "Department",
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError"
  ],
  "AddMemberPayload": [
    "Client",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "WrongStatusError"
  ],
  "AddPartnerPayload": [
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "Partner"
  ],
  "AddPasskeyPayload": [
    "FactorAdded",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "AddPlanTemplatePayload": [
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "PlanTemplate"
  ],
  "AddProjectPayload": [
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "Project"
  ],
  "AddSpecialDayPayload": [
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "StaleRecordError",
    "WorkingCalendar"
  ],
  "AddUnitsPayload": [
    "Building",
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError"
  ],
  "AddWebhookEndpointPayload": [
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "IssuedWebhookSecret",
    "NotEligibleError"
  ],
  "AgreeOpportunityPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Opportunity",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AllocatePaymentPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Payment",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AmendCampaignPayload": [
    "Campaign",
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "StaleRecordError"
  ],
  "AmendClientPayload": [
    "Client",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AmendContactPayload": [
    "Client",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AmendCustomFieldPayload": [
    "CustomField",
    "IdempotencyConflictError",
    "InvalidInputError",
    "StaleRecordError"
  ],
  "AmendDocumentPayload": [
    "DocumentRevision",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AmendEquipmentInspectionPayload": [
    "EquipmentInspection",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AmendEquipmentPayload": [
    "Equipment",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AmendInformationItemPayload": [
    "IdempotencyConflictError",
    "InformationItem",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AmendLeadPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "Lead",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AmendLeadSourcePayload": [
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "LeadSource",
    "StaleRecordError"
  ],
  "AmendMemberPayload": [
    "Client",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AmendOpportunityPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Opportunity",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AmendPlanPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "MaintenancePlan",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AmendReceptionPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Reception",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AmendTagPayload": [
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "StaleRecordError",
    "Tag"
  ],
  "AnswerPromisePayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AnswerReconciliationPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Reconciliation",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AnswerReferralOfComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AnswerSubjectRequestPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "SubjectRequest",
    "WrongStatusError"
  ],
  "AppealEvaluationPayload": [
    "GradeChange",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "ApplyImportPayload": [
    "IdempotencyConflictError",
    "ImportRun",
    "InvalidInputError",
    "NotEligibleError",
    "WrongStatusError"
  ],
  "AppointCosignerPayload": [
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "LedgerWitness",
    "NotEligibleError"
  ],
  "AppointMailboxPayload": [
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "LedgerWitness",
    "NotEligibleError"
  ],
  "ApproveClientMergePayload": [
    "ClientMerge",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ApproveComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "LimitExceededError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ApproveDocumentPayload": [
    "DocumentRevision",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ApproveExportRequestPayload": [
    "ExportRequest",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ApproveGradingCyclePayload": [
    "GradingCycle",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ApproveKeyAccountNominationPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "KeyAccountNomination",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ApproveOverrunOfPlanPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PlanOverrun",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ApprovePlanPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "MaintenancePlan",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ApprovePlanSummaryPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PlanSummary",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ApprovePriceFormPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PriceForm",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ApproveServiceAgreementPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "ServiceAgreement",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ArchiveClientPayload": [
    "Client",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ArchiveDepartmentPayload": [
    "Department",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ArchiveWebhookEndpointPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WebhookEndpoint",
    "WrongStatusError"
  ],
  "AskHandoverPayload": [
    "Handover",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AskOverrunOfPlanPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PlanOverrun"
  ],
  "AssignComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AssignDutyPayload": [
    "Department",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError"
  ],
  "AssignLeadPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "Lead",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AssignManagerOfClientsPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "ManagerAssignment",
    "NotEligibleError"
  ],
  "AssignOpportunityPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Opportunity",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AssignPlanTaskPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PlanTask",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AssignRolesPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Staff",
    "StaleRecordError"
  ],
  "AssignTaskPayload": [
    "ComplaintTask",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "AssignTerritoryPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "Staff",
    "StaleRecordError"
  ],
  "BeginPasskeyPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PasskeyCeremony"
  ],
  "BeginPasskeyProofPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "PasskeyCeremony"
  ],
  "BeginPasskeySignInPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "PasskeyCeremony"
  ],
  "BeginSignaturePayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PasskeyCeremony"
  ],
  "CancelGradingCyclePayload": [
    "GradingCycle",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "CancelImportPayload": [
    "IdempotencyConflictError",
    "ImportRun",
    "InvalidInputError",
    "NotEligibleError",
    "WrongStatusError"
  ],
  "CancelPlanPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "MaintenancePlan",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "CancelPlanTaskPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PlanTask",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "CancelTaskPayload": [
    "ComplaintTask",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ChangeDepartmentPayload": [
    "Department",
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "StaleRecordError"
  ],
  "ChangeDocumentPayload": [
    "DocumentRevision",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ChangeNoticePreferencesPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "NoticePreference",
    "StaleRecordError"
  ],
  "ChangeNoticeTemplatePayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NoticeTemplate",
    "StaleRecordError"
  ],
  "ChangePasswordPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Staff"
  ],
  "ChangePlanPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "MaintenancePlan",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ChangePlanSummaryPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PlanSummary",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ChangePriceFormPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PriceForm",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ChangeProjectPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "Project",
    "StaleRecordError"
  ],
  "ChangeSalesProposalPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SalesProposal",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ChangeServiceAgreementPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "ServiceAgreement",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ChangeStaffPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "Staff",
    "StaleRecordError"
  ],
  "ChangeUnitPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "Unit"
  ],
  "ChangeViewPayload": [
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SavedView",
    "StaleRecordError"
  ],
  "ChangeWebhookEndpointPayload": [
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WebhookEndpoint",
    "WrongStatusError"
  ],
  "ChangeWorkingWeekPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "StaleRecordError",
    "WorkingCalendar"
  ],
  "CheckInformationInventoryPayload": [
    "IdempotencyConflictError",
    "InformationCheck",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "ChooseImportDuplicatePayload": [
    "IdempotencyConflictError",
    "ImportDuplicate",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "ClaimLeadPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "Lead",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "CloseComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "CloseSilenceAlertPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SilenceAlert",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "CommentPlanPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PlanComment",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "CompleteCareOccasionPayload": [
    "CareOccasion",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "CompletePlanPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "MaintenancePlan",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "CompletePlanTaskPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "LimitExceededError",
    "NotEligibleError",
    "PlanTask",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "CompleteSignInPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Viewer"
  ],
  "CompleteTaskPayload": [
    "ComplaintTask",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ConcludeInformationBreachPayload": [
    "IdempotencyConflictError",
    "InformationBreach",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ConfirmArchiveOfClientPayload": [
    "ArchiveConfirmation",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "WrongStatusError"
  ],
  "ConfirmComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ConfirmInformationInventoryPayload": [
    "IdempotencyConflictError",
    "InformationInventory",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError"
  ],
  "ConfirmOneTimeCodePayload": [
    "FactorAdded",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "ConfirmPlanTaskPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PlanTask",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ConfirmReconciliationPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Reconciliation",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ContactLeadPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "Lead",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ContactOpportunityPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Opportunity",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ContainComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ConvertLeadPayload": [
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "Lead",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "CopyWeekDutyPayload": [
    "Department",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "CorrectMembershipPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "Membership",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "CountersignPasskeyPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Staff",
    "StaleRecordError"
  ],
  "CreditMembershipPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "Membership",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "DecideAppealOfEvaluationPayload": [
    "GradeChange",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "DecideOverrideOfEvaluationPayload": [
    "GradeChange",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "DeclineComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "DeclineHandoverPayload": [
    "Handover",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "DeclineSalesProposalPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SalesProposal",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "DecomposePlanPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PlanDecomposition"
  ],
  "DefineCampaignPayload": [
    "Campaign",
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError"
  ],
  "DefineCustomFieldPayload": [
    "CustomField",
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError"
  ],
  "DefineLeadSourcePayload": [
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "LeadSource"
  ],
  "DefineTagPayload": [
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "Tag"
  ],
  "DenyOralApprovalOfComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "DestroyControlledCopyPayload": [
    "ControlledCopy",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "DestroyImportSourcePayload": [
    "IdempotencyConflictError",
    "ImportSource",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "DisableStaffPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Staff",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "DismissComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "DismissPlanProposalPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PlanProposal",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "DismissWitnessPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "LedgerWitness",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "DispatchComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "DisputeReconciliationPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Reconciliation",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "DraftDocumentPayload": [
    "DocumentRevision",
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "DraftPlanPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "MaintenancePlan",
    "NotEligibleError"
  ],
  "DraftPlanSummaryPayload": [
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PlanSummary"
  ],
  "DraftPriceFormPayload": [
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PriceForm"
  ],
  "DrawSpotCheckPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SpotCheck"
  ],
  "EnableStaffPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Staff",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "EndEquipmentInspectionPayload": [
    "EquipmentInspection",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "EndOccupancyPayload": [
    "Client",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "EndOtherSessionsPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "SessionsEnded"
  ],
  "EndServiceAgreementPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "ServiceAgreement",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "EndSessionPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "SessionsEnded"
  ],
  "EndSessionsPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Staff",
    "StaleRecordError"
  ],
  "EnterInformationItemPayload": [
    "IdempotencyConflictError",
    "InformationItem",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "EraseSubjectRequestPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "SubjectRequest",
    "WrongStatusError"
  ],
  "EvaluatePlanPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "MaintenancePlan",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "FetchControlledCopyPayload": [
    "FetchedCopy",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "FinishReceptionPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Reception",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "FollowUpComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "GiveDelegationPayload": [
    "Delegation",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired"
  ],
  "HandOverComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "HireStaffPayload": [
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "Staff"
  ],
  "HoldDunningPayload": [
    "DunningHold",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "WrongStatusError"
  ],
  "InvestigateComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "IssuePartnerCredentialPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "IssuedCredential"
  ],
  "IssuePasswordResetPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PasswordResetIssued",
    "StaleRecordError"
  ],
  "IssueReconciliationPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Reconciliation"
  ],
  "JoinMembershipPayload": [
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "Membership",
    "NotEligibleError"
  ],
  "LeaveMembershipPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "Membership",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "LiftDunningHoldPayload": [
    "DunningHold",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "LogContactAttemptOfComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "LookupClientsByPhonePayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PhoneLookup"
  ],
  "LoseLeadPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "Lead",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "LoseOpportunityPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Opportunity",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "MakeCalendarFeedPayload": [
    "CalendarFeedMade",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "MakePromiseOfComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "MakeSalesProposalPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SalesProposal"
  ],
  "MakeServiceAgreementPayload": [
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "ServiceAgreement"
  ],
  "MarkAllNoticesReadPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NoticesRead"
  ],
  "MarkClientToldPayload": [
    "ClientNotice",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "MarkNoticeReadPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "Notice"
  ],
  "MarkToldReconciliationPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Reconciliation",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "MergeComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "MoveViewPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SavedView"
  ],
  "Node": [
    "ArchiveConfirmation",
    "ArchiveRequirement",
    "Attachment",
    "AuditEntry",
    "AuthorityLimit",
    "Building",
    "Campaign",
    "CareOccasion",
    "Client",
    "ClientConsent",
    "ClientContact",
    "ClientFieldValue",
    "ClientMember",
    "ClientMerge",
    "ClientNotice",
    "ClientOccupancy",
    "ClientProfile",
    "ClientReveal",
    "ClientStatusRecord",
    "ClientTag",
    "Complaint",
    "ComplaintCategory",
    "ComplaintEvent",
    "ComplaintOption",
    "ComplaintPromise",
    "ComplaintTask",
    "ControlledCopy",
    "ControlledDocument",
    "CostEvent",
    "CredentialUsage",
    "CustomField",
    "Delegation",
    "Department",
    "DocumentRevision",
    "DunningHold",
    "DunningNotice",
    "Duty",
    "Equipment",
    "EquipmentInspection",
    "EquipmentInspectionRecord",
    "EquipmentOutage",
    "Evaluation",
    "ExportRequest",
    "FailedJob",
    "GradeChange",
    "GradingCycle",
    "GradingDue",
    "GradingSimulation",
    "Handover",
    "HandoverItem",
    "ImportDuplicate",
    "ImportFile",
    "ImportIssue",
    "ImportMapping",
    "ImportPolicy",
    "ImportRun",
    "ImportSource",
    "ImportSourceOpening",
    "InformationBreach",
    "InformationCheck",
    "InformationConfirmation",
    "InformationInventory",
    "InformationItem",
    "InformationItemStatement",
    "KeyAccount",
    "KeyAccountDossier",
    "KeyAccountNomination",
    "KeyAccountOpinion",
    "Lead",
    "LeadEvent",
    "LeadSource",
    "LedgerVerification",
    "LedgerWitness",
    "Mail",
    "MaintenancePlan",
    "Membership",
    "MetricEntry",
    "Notice",
    "NoticePreference",
    "NoticeTemplate",
    "Opportunity",
    "OpportunityEvent",
    "Organization",
    "Partner",
    "PartnerCredential",
    "Payment",
    "PaymentAllocation",
    "PhoneLookup",
    "PlanBudgetAccount",
    "PlanComment",
    "PlanDecomposition",
    "PlanLesson",
    "PlanOverrun",
    "PlanProposal",
    "PlanRevision",
    "PlanSpend",
    "PlanSummary",
    "PlanTask",
    "PlanTaskEvidence",
    "PlanTemplate",
    "PlanTemplateEdition",
    "PointEntry",
    "PriceForm",
    "Project",
    "PromisePolicy",
    "Receivable",
    "Reception",
    "Reconciliation",
    "ReconciliationLine",
    "SalesProposal",
    "SavedView",
    "ServiceAgreement",
    "SignOff",
    "Signing",
    "SilenceAlert",
    "SilenceBacktest",
    "SilenceModel",
    "SpotCheck",
    "SpotCheckEntry",
    "Staff",
    "StatementNotice",
    "SubjectRequest",
    "Tag",
    "Unit",
    "WebhookAttempt",
    "WebhookEndpoint",
    "WebhookMessage",
    "WorkingCalendar"
  ],
  "OfferComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "OfferHandoverPayload": [
    "Handover",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "OpenClientPayload": [
    "Client",
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "OpenGradingCyclePayload": [
    "GradingCycle",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "OpenLeadPayload": [
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "Lead",
    "NotEligibleError"
  ],
  "OpenOpportunityPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Opportunity"
  ],
  "OverrideEvaluationPayload": [
    "GradeChange",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "PausePromisePayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "PauseWebhookEndpointPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WebhookEndpoint",
    "WrongStatusError"
  ],
  "PinViewPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SavedView"
  ],
  "PostponeCareOccasionPayload": [
    "CareOccasion",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "PrepareCopySubjectRequestPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "SubjectRequest",
    "WrongStatusError"
  ],
  "PrepareGradingCyclePayload": [
    "GradingCycle",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ProduceControlledCopyPayload": [
    "ControlledCopy",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ProduceExportRequestPayload": [
    "ExportRequest",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ProposeClientMergePayload": [
    "ClientMerge",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired"
  ],
  "ProposeComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ProposeKeyAccountNominationPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "KeyAccountNomination",
    "NotEligibleError",
    "SignatureRequired"
  ],
  "ProposeOpportunityPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Opportunity",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ProposeVisitSilenceAlertPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SilenceAlert",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ProveIdentityPayload": [
    "IdempotencyConflictError",
    "IdentityProved",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "ProveSignaturePayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureProven"
  ],
  "ProveWithPasskeyPayload": [
    "IdempotencyConflictError",
    "IdentityProved",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "PublishGradingCyclePayload": [
    "GradingCycle",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "PublishHolidayYearPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "StaleRecordError",
    "WorkingCalendar"
  ],
  "QualifyLeadPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "Lead",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "QuoteOpportunityPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Opportunity",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ReceiveControlledCopyPayload": [
    "ControlledCopy",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ReceiveImportSourcePayload": [
    "IdempotencyConflictError",
    "ImportSource",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "RecordAgreementOfComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RecordConsentPayload": [
    "Client",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "WrongStatusError"
  ],
  "RecordCostEventPayload": [
    "CostEvent",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "RecordDossierOfKeyAccountPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "KeyAccountDossier",
    "NotEligibleError",
    "StaleRecordError"
  ],
  "RecordEquipmentInspectionPayload": [
    "EquipmentInspection",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RecordFindingsOfComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RecordInformationBreachPayload": [
    "IdempotencyConflictError",
    "InformationBreach",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "RecordManyCostEventsPayload": [
    "CostEvent",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "RecordMetricEntryPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "MetricEntry",
    "NotEligibleError"
  ],
  "RecordOccupancyPayload": [
    "Client",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "WrongStatusError"
  ],
  "RecordOpinionOfKeyAccountPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "KeyAccount",
    "NotEligibleError"
  ],
  "RecordOralApprovalOfComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "LimitExceededError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RecordPaymentPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Payment"
  ],
  "RecordReceptionPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Reception"
  ],
  "RecordSpotCheckPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SpotCheckEntry",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RecordStatusOfClientPayload": [
    "ClientStatusRecord",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError"
  ],
  "RecordVisitSilenceAlertPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SilenceAlert",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RedeemMembershipPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "Membership",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ReferComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RefuseOptionOfComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RefuseSubjectRequestPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "SubjectRequest",
    "WrongStatusError"
  ],
  "RegisterComplaintPayload": [
    "Complaint",
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired"
  ],
  "RegisterEquipmentPayload": [
    "Equipment",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "RegisterManyReceivablesPayload": [
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Project"
  ],
  "RegisterReceivablePayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Receivable"
  ],
  "RegisterSubjectRequestPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SubjectRequest"
  ],
  "RejectClientMergePayload": [
    "ClientMerge",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RejectComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RejectDocumentPayload": [
    "DocumentRevision",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RejectExportRequestPayload": [
    "ExportRequest",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RejectGradingCyclePayload": [
    "GradingCycle",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RejectKeyAccountNominationPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "KeyAccountNomination",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RejectPriceFormPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PriceForm",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RejectServiceAgreementPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "ServiceAgreement",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ReleaseLeadPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "Lead",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RemoveAttachmentPayload": [
    "Attachment",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RemoveContactPayload": [
    "Client",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RemoveEvidenceOfPlanTaskPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PlanTask",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RemoveFactorPayload": [
    "FactorRemoved",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "RemoveFactorPolicyPayload": [
    "FactorPolicySet",
    "IdempotencyConflictError",
    "InvalidInputError"
  ],
  "RemoveMemberPayload": [
    "Client",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RemoveSpecialDayPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "StaleRecordError",
    "WorkingCalendar"
  ],
  "RemoveViewPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "RemovedSavedView",
    "StaleRecordError"
  ],
  "RenewMembershipPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "Membership",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RenewRecoveryCodesPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "RecoveryCodesRenewed"
  ],
  "ReopenComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ReopenOpportunityPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Opportunity",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ReplayFailedWebhookMessagesPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "WebhookEndpoint",
    "WrongStatusError"
  ],
  "ReplayWebhookMessagePayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "WebhookMessage",
    "WrongStatusError"
  ],
  "ReplyHandoverPayload": [
    "Handover",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ReportOutageOfEquipmentPayload": [
    "Equipment",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "WrongStatusError"
  ],
  "RequestPasswordResetPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "PasswordResetRequested"
  ],
  "ReschedulePlanTaskPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PlanTask",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ReschedulePlanTasksPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PlanTasksMoved",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ResendClientNoticePayload": [
    "ClientNotice",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ResendReconciliationPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Reconciliation",
    "WrongStatusError"
  ],
  "ResetFactorsPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Staff",
    "StaleRecordError"
  ],
  "ResetPasswordPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Staff",
    "StaleRecordError"
  ],
  "ResolveCommentOfPlanPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PlanComment",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ResolveComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RestoreCampaignPayload": [
    "Campaign",
    "IdempotencyConflictError",
    "InvalidInputError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RestoreClientPayload": [
    "Client",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RestoreCustomFieldPayload": [
    "CustomField",
    "IdempotencyConflictError",
    "InvalidInputError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RestoreDepartmentPayload": [
    "Department",
    "IdempotencyConflictError",
    "InvalidInputError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RestoreEquipmentPayload": [
    "Equipment",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RestoreLeadSourcePayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "LeadSource",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RestoreTagPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "StaleRecordError",
    "Tag",
    "WrongStatusError"
  ],
  "ResumePromisePayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ResumeWebhookEndpointPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WebhookEndpoint",
    "WrongStatusError"
  ],
  "RetireArchiveRequirementPayload": [
    "ArchiveRequirement",
    "IdempotencyConflictError",
    "InvalidInputError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RetireCampaignPayload": [
    "Campaign",
    "IdempotencyConflictError",
    "InvalidInputError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RetireCustomFieldPayload": [
    "CustomField",
    "IdempotencyConflictError",
    "InvalidInputError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RetireDocumentPayload": [
    "DocumentRevision",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RetireEquipmentPayload": [
    "Equipment",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RetireImportMappingPayload": [
    "IdempotencyConflictError",
    "ImportMapping",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "RetireInformationItemPayload": [
    "IdempotencyConflictError",
    "InformationItem",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RetireLeadSourcePayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "LeadSource",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RetirePlanTemplatePayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "PlanTemplate",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RetireTagPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "StaleRecordError",
    "Tag",
    "WrongStatusError"
  ],
  "RetryFailedJobPayload": [
    "FailedJob",
    "IdempotencyConflictError",
    "InvalidInputError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ReturnControlledCopyPayload": [
    "ControlledCopy",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ReturnPlanPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "MaintenancePlan",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ReturnPlanSummaryPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PlanSummary",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ReturnPlanTaskPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PlanTask",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ReturnTaskPayload": [
    "ComplaintTask",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RevealDossierOfKeyAccountPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "RevealedDossier"
  ],
  "RevealFieldsOfClientPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "RevealedFields"
  ],
  "RevealPhoneOfClientPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "RevealedPhone"
  ],
  "RevealPhoneOfComplaintPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "RevealedPhone"
  ],
  "RevealPhoneOfContactPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "RevealedPhone"
  ],
  "RevealPhoneOfLeadPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "RevealedPhone"
  ],
  "RevealProfileOfClientPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "RevealedProfile"
  ],
  "RevealStatusOfClientPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "RevealedStatus"
  ],
  "ReverseClientMergePayload": [
    "ClientMerge",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ReversePaymentPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Payment",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ReviewClientMergePayload": [
    "ClientMerge",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ReviewComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ReviewDocumentPayload": [
    "DocumentRevision",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ReviewExportRequestPayload": [
    "ExportRequest",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ReviewGradingCyclePayload": [
    "GradingCycle",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ReviewKeyAccountNominationPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "KeyAccountNomination",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ReviewPlanPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "MaintenancePlan",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ReviewPlanSummaryPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PlanSummary",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ReviewPriceFormPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PriceForm",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "ReviewServiceAgreementPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "ServiceAgreement",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RevisePlanTemplatePayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "PlanTemplate",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RevokeCalendarFeedPayload": [
    "CalendarFeedRevoked",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "RevokeDelegationPayload": [
    "Delegation",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError"
  ],
  "RevokePartnerCredentialPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PartnerCredential",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RotateWebhookSecretPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "IssuedWebhookSecret",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RuleResponsibilityOfComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "RunSilenceBacktestPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SilenceBacktest"
  ],
  "RunSimulationPayload": [
    "GradingSimulation",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "SaveImportMappingPayload": [
    "IdempotencyConflictError",
    "ImportMapping",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "SaveViewPayload": [
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SavedView"
  ],
  "ScheduleEquipmentInspectionPayload": [
    "EquipmentInspection",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "WrongStatusError"
  ],
  "ScoreGradingCyclePayload": [
    "GradingCycle",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "SendReconciliationPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Reconciliation",
    "WrongStatusError"
  ],
  "SendSalesProposalPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SalesProposal",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "SetAgreementPolicyPayload": [
    "AgreementPolicy",
    "IdempotencyConflictError",
    "InvalidInputError",
    "StaleRecordError"
  ],
  "SetArchiveRequirementPayload": [
    "ArchiveRequirement",
    "IdempotencyConflictError",
    "InvalidInputError",
    "StaleRecordError"
  ],
  "SetCarePolicyPayload": [
    "CarePolicy",
    "IdempotencyConflictError",
    "InvalidInputError",
    "StaleRecordError"
  ],
  "SetDunningStepPayload": [
    "DunningRule",
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "StaleRecordError"
  ],
  "SetFactorPolicyPayload": [
    "FactorPolicySet",
    "IdempotencyConflictError",
    "InvalidInputError"
  ],
  "SetFieldsOfClientPayload": [
    "Client",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "SetGradingPolicyPayload": [
    "GradingPolicy",
    "IdempotencyConflictError",
    "InvalidInputError",
    "StaleRecordError"
  ],
  "SetImportPolicyPayload": [
    "IdempotencyConflictError",
    "ImportPolicy",
    "InvalidInputError",
    "StaleRecordError"
  ],
  "SetInformationInventoryPolicyPayload": [
    "IdempotencyConflictError",
    "InformationInventoryPolicy",
    "InvalidInputError",
    "StaleRecordError"
  ],
  "SetKeyAccountPolicyPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "KeyAccountPolicy",
    "StaleRecordError"
  ],
  "SetLeadPolicyPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "LeadPolicy",
    "StaleRecordError"
  ],
  "SetMembershipPolicyPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "MembershipPolicy",
    "StaleRecordError"
  ],
  "SetOpportunityPolicyPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "OpportunityPolicy",
    "StaleRecordError"
  ],
  "SetPinPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PinSet"
  ],
  "SetPlanPolicyPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "PlanPolicy",
    "StaleRecordError"
  ],
  "SetPricePolicyPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "PricePolicy",
    "StaleRecordError"
  ],
  "SetProfileOfClientPayload": [
    "ClientProfile",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError"
  ],
  "SetPromisePolicyPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "PromisePolicy",
    "StaleRecordError"
  ],
  "SetRevealPolicyPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "RevealPolicy",
    "StaleRecordError"
  ],
  "SetShiftPlanPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "ShiftPlan",
    "StaleRecordError"
  ],
  "SetSignatureProofRulePayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "SignatureProofRule"
  ],
  "SetSilencePolicyPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "SilencePolicy",
    "StaleRecordError"
  ],
  "SetSubjectRequestPolicyPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "StaleRecordError",
    "SubjectRequestPolicy"
  ],
  "SetUpOneTimeCodePayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "OneTimeCodeSetUp"
  ],
  "SetValueAssumptionPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "StaleRecordError",
    "ValueAssumptionRevision"
  ],
  "SignInAsPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Viewer"
  ],
  "SignInPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SecondFactorRequiredError",
    "Viewer"
  ],
  "SignInWithPasskeyPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Viewer"
  ],
  "SignOralApprovalOfComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "LimitExceededError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "SignOutPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "SignOutSuccess"
  ],
  "SignServiceAgreementPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "ServiceAgreement",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "SkipCareOccasionPayload": [
    "CareOccasion",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "SpendPlanPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "LimitExceededError",
    "NotEligibleError",
    "PlanSpend"
  ],
  "StartImportPayload": [
    "IdempotencyConflictError",
    "ImportRun",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "StartPlanTaskPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PlanTask",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "StateInformationBreachPayload": [
    "IdempotencyConflictError",
    "InformationBreach",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "StepBackOpportunityPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Opportunity",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "StopDecompositionOfPlanPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PlanDecomposition",
    "WrongStatusError"
  ],
  "SubmitDocumentPayload": [
    "DocumentRevision",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "SubmitExportRequestPayload": [
    "ExportRequest",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired"
  ],
  "SubmitPlanPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "MaintenancePlan",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "SubmitPlanSummaryPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PlanSummary",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "SubmitPriceFormPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PriceForm",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "SubmitServiceAgreementPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "ServiceAgreement",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "SupersedePromisePayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "TagClientsPayload": [
    "ClientTagging",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "TakeAllPlanProposalsPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "MaintenancePlan",
    "NotEligibleError"
  ],
  "TakeBackHandoverPayload": [
    "Handover",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "TakeDunningStepPayload": [
    "DunningNotice",
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "WrongStatusError"
  ],
  "TakePlanProposalPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PlanProposal",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "TellWitnessPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "LedgerWitness",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "TestWebhookEndpointPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "WebhookMessage",
    "WrongStatusError"
  ],
  "UndoImportPayload": [
    "IdempotencyConflictError",
    "ImportRun",
    "InvalidInputError",
    "NotEligibleError",
    "WrongStatusError"
  ],
  "UnpinViewPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SavedView"
  ],
  "UntagClientsPayload": [
    "ClientTagging",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError"
  ],
  "UsePasswordResetPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PasswordResetUsed"
  ],
  "UserError": [
    "DuplicateError",
    "IdempotencyConflictError",
    "InvalidInputError",
    "LimitExceededError",
    "NotEligibleError",
    "SecondFactorRequiredError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "VerifyAuditPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "LedgerVerification",
    "NotEligibleError"
  ],
  "VerifyImportSourcePayload": [
    "IdempotencyConflictError",
    "ImportSource",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "VerifyLedgerPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "LedgerVerification",
    "NotEligibleError"
  ],
  "VerifySubjectRequestPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "SubjectRequest",
    "WrongStatusError"
  ],
  "VoidCostEventPayload": [
    "CostEvent",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "VoidMetricEntryPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "MetricEntry",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "VoidReceivablePayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Receivable",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "WaiveClientNoticePayload": [
    "ClientNotice",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "WinOpportunityPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "Opportunity",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "WithdrawClientMergePayload": [
    "ClientMerge",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "WithdrawComplaintPayload": [
    "Complaint",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SignatureRequired",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "WithdrawConsentPayload": [
    "Client",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "WrongStatusError"
  ],
  "WithdrawDocumentPayload": [
    "DocumentRevision",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "WithdrawExportRequestPayload": [
    "ExportRequest",
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "WithdrawKeyAccountNominationPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "KeyAccountNomination",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "WithdrawPlanPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "MaintenancePlan",
    "NotEligibleError",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "WithdrawPriceFormPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "PriceForm",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "WithdrawSalesProposalPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "SalesProposal",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "WithdrawServiceAgreementPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "ServiceAgreement",
    "StaleRecordError",
    "WrongStatusError"
  ],
  "WithdrawSubjectRequestPayload": [
    "IdempotencyConflictError",
    "InvalidInputError",
    "NotEligibleError",
    "StaleRecordError",
    "SubjectRequest",
    "WrongStatusError"
  ]
}

export const connectionFields: Record<string, Record<string, string[]>> = {
  "Client": {
    "timeline": [
      "filter"
    ]
  },
  "Delegation": {
    "signOffs": []
  },
  "ImportRun": {
    "duplicates": [],
    "issues": [
      "filter"
    ]
  },
  "PartnerCredential": {
    "usage": []
  },
  "Query": {
    "auditEntries": [
      "filter"
    ],
    "birthdays": [
      "mine",
      "onDays"
    ],
    "careOccasions": [
      "filter",
      "orderBy"
    ],
    "clientMerges": [
      "filter",
      "orderBy"
    ],
    "clientNotices": [
      "filter"
    ],
    "clientReveals": [
      "filter"
    ],
    "clients": [
      "filter",
      "orderBy"
    ],
    "complaintTasks": [
      "filter",
      "orderBy"
    ],
    "complaints": [
      "filter",
      "orderBy"
    ],
    "controlledCopies": [
      "filter",
      "orderBy"
    ],
    "controlledDocuments": [
      "filter",
      "orderBy"
    ],
    "costEvents": [
      "filter"
    ],
    "delegations": [
      "filter",
      "orderBy"
    ],
    "equipmentInspections": [
      "filter"
    ],
    "equipmentRegister": [
      "filter",
      "orderBy"
    ],
    "evaluations": [
      "filter",
      "orderBy"
    ],
    "exportRequests": [
      "filter",
      "orderBy"
    ],
    "failedJobs": [
      "filter"
    ],
    "gradeChanges": [
      "filter",
      "orderBy"
    ],
    "gradingCycles": [
      "filter",
      "orderBy"
    ],
    "gradingDue": [
      "filter",
      "orderBy"
    ],
    "gradingSimulations": [],
    "handovers": [
      "filter",
      "orderBy"
    ],
    "importRuns": [],
    "importSources": [
      "filter"
    ],
    "informationBreaches": [
      "filter"
    ],
    "keyAccountNominations": [
      "filter",
      "orderBy"
    ],
    "keyAccounts": [
      "filter",
      "orderBy"
    ],
    "leads": [
      "filter",
      "orderBy"
    ],
    "ledgerVerifications": [
      "filter"
    ],
    "mails": [
      "filter"
    ],
    "maintenancePlans": [
      "filter",
      "orderBy"
    ],
    "memberships": [
      "filter",
      "orderBy"
    ],
    "metricEntries": [
      "filter"
    ],
    "moveInDays": [
      "mine",
      "onDays"
    ],
    "notices": [
      "filter"
    ],
    "opportunities": [
      "filter",
      "orderBy"
    ],
    "payments": [
      "filter",
      "orderBy"
    ],
    "planLessons": [
      "filter"
    ],
    "planOverruns": [
      "filter"
    ],
    "planProposals": [
      "filter"
    ],
    "planSpends": [
      "plan"
    ],
    "planTasks": [
      "filter",
      "orderBy"
    ],
    "planTemplates": [
      "filter"
    ],
    "promises": [
      "filter",
      "orderBy"
    ],
    "receivables": [
      "filter",
      "orderBy"
    ],
    "receptions": [
      "filter",
      "orderBy"
    ],
    "reconciliations": [
      "filter"
    ],
    "signings": [
      "filter",
      "orderBy"
    ],
    "silenceAlerts": [
      "filter",
      "orderBy"
    ],
    "silenceBacktests": [
      "filter"
    ],
    "spotChecks": [],
    "staff": [
      "filter",
      "orderBy"
    ],
    "subjectRequests": [
      "filter",
      "orderBy"
    ],
    "units": [
      "filter"
    ]
  },
  "WebhookEndpoint": {
    "messages": [
      "filter"
    ]
  }
}
