/** One person at the API: every call is a real HTTP request through the whole server. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

export interface Reply<T = Record<string, unknown>> {
  readonly status: number
  readonly data: T | null | undefined
  readonly errors: readonly {
    message: string
    path?: readonly (string | number)[]
    extensions: { code: string; requestId?: string }
  }[]
  readonly body: string
}

type Variables = Readonly<Record<string, unknown>>

export class Person {
  readonly #server: FastifyInstance
  readonly token: string | undefined
  readonly staffId: string

  constructor(server: FastifyInstance, staffId: string, token: string | undefined) {
    this.#server = server
    this.staffId = staffId
    this.token = token
  }

  /** Sends a document. `headers` go on top of the session's cookie, or of the credential of a partner's program. */
  async run<T = Record<string, never>>(
    query: string,
    variables: Variables = {},
    headers: Record<string, string> = {},
  ): Promise<Reply<T>> {
    const response = await this.#server.inject({
      method: 'POST',
      url: '/graphql',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'en',
        ...(this.token?.startsWith('stw_') ? { authorization: `Bearer ${this.token}` } : {}),
        ...(this.token && !this.token.startsWith('stw_') ? { cookie: `steward=${this.token}` } : {}),
        ...headers,
      },
      payload: JSON.stringify({ query, variables }),
    })
    const parsed = JSON.parse(response.body) as { data?: T; errors?: Reply['errors'] }
    return {
      status: response.statusCode,
      data: parsed.data,
      errors: parsed.errors ?? [],
      body: response.body,
    }
  }

  /** Sends a document that must be answered; throws with the answer otherwise. */
  async get<T>(query: string, variables: Variables = {}): Promise<T> {
    const { data, errors, body } = await this.run<T>(query, variables)
    if (errors.length > 0 || !data) throw new Error(`${query.slice(0, 80)} … answered ${body}`)
    return data
  }

  /**
   * One mutation by name: `does('acknowledgeComplaint', { … })` answers its payload, the entity's `fields` or the refusal with
   * its code; throws on top-level errors.
   */
  async does<T = Payload>(
    mutation: string,
    input: Variables,
    fields = 'id version',
    key: string = randomUUID(),
  ): Promise<T> {
    const name = mutation.charAt(0).toUpperCase() + mutation.slice(1)
    const on = ENTITY_OF.find(([verb]) => verb.test(mutation))?.[1] ?? 'Complaint'
    const document = `mutation($input: ${name}Input!) { ${mutation}(input: $input) { __typename
      ... on ${on} { ${fields} }
      ... on UserError { code message }
      ... on InvalidInputError { fields { path message } } } }`
    const { data, body } = await this.run<Record<string, T>>(document, { input }, { 'idempotency-key': key })
    const answer = data?.[mutation]
    if (!answer) throw new Error(`${mutation} answered ${body}`)
    return answer
  }
}

/** What a mutation answers when it was done, by its name; a case otherwise. */
const ENTITY_OF: readonly (readonly [RegExp, string])[] = [
  [/^reschedulePlanTasks$/, 'PlanTasksMoved'],
  [/CalendarFeed$/, 'CalendarFeed'],
  [/ImportPolicy$/, 'ImportPolicy'],
  [/^checkInformationInventory$/, 'InformationCheck'],
  [/InformationInventory$/, 'InformationInventory'],
  [/InformationItem$/, 'InformationItem'],
  [/InformationBreach$/, 'InformationBreach'],
  [/^takeAllPlanProposals$/, 'MaintenancePlan'],
  [/PlanTemplate$/, 'PlanTemplate'],
  [/PlanProposal$/, 'PlanProposal'],
  [/EquipmentInspection$/, 'EquipmentInspection'],
  [/Equipment$/, 'Equipment'],
  [/SubjectRequest$/, 'SubjectRequest'],
  [/SilenceAlert$/, 'SilenceAlert'],
  [/CareOccasion$/, 'CareOccasion'],
  [/^setCarePolicy$/, 'CarePolicy'],
  [/Membership$/, 'Membership'],
  [/^setMembershipPolicy$/, 'MembershipPolicy'],
  [/^setSilencePolicy$/, 'SilencePolicy'],
  [/^runSilenceBacktest$/, 'SilenceBacktest'],
  [/^setSubjectRequestPolicy$/, 'SubjectRequestPolicy'],
  [/ImportSource$/, 'ImportSource'],
  [/ImportDuplicate$/, 'ImportDuplicate'],
  [/Import$/, 'ImportRun'],
  [/^revealPhoneOf/, 'RevealedPhone'],
  [/Lead$/, 'Lead'],
  [/LeadSource$/, 'LeadSource'],
  [/Campaign$/, 'Campaign'],
  [/^setLeadPolicy$/, 'LeadPolicy'],
  [/^decomposePlan$|^stopDecompositionOfPlan$/, 'PlanDecomposition'],
  [/PlanTask$/, 'PlanTask'],
  [/^spendPlan$/, 'PlanSpend'],
  [/OverrunOfPlan$/, 'PlanOverrun'],
  [/Opportunity$/, 'Opportunity'],
  [
    /^(draft|change|submit|review|approve|return|withdraw|amend|evaluate|complete|cancel)Plan$/,
    'MaintenancePlan',
  ],
  [/PlanSummary$/, 'PlanSummary'],
  [/^(commentPlan|resolveCommentOfPlan)$/, 'PlanComment'],
  [/PriceForm$/, 'PriceForm'],
  [/SalesProposal$/, 'SalesProposal'],
  [/ServiceAgreement$/, 'ServiceAgreement'],
  [/^setPricePolicy$/, 'PricePolicy'],
  [/^setOpportunityPolicy$/, 'OpportunityPolicy'],
  [/^setProfileOfClient$/, 'ClientProfile'],
  [/^revealProfileOfClient$/, 'RevealedProfile'],
  [/^recordStatusOfClient$/, 'ClientStatusRecord'],
  [/^revealStatusOfClient$/, 'RevealedStatus'],
  [/^removeAttachment$/, 'Attachment'],
  [/ArchiveRequirement$/, 'ArchiveRequirement'],
  [/^confirmArchiveOfClient$/, 'ArchiveConfirmation'],
  [/^drawSpotCheck$/, 'SpotCheck'],
  [/^recordSpotCheck$/, 'SpotCheckEntry'],
  [/^(define|amend|retire|restore)Tag$/, 'Tag'],
  [/^(un)?tagClients$/i, 'ClientTagging'],
  [/^(define|amend|retire|restore)CustomField$/, 'CustomField'],
  [/^revealFieldsOfClient$/, 'RevealedFields'],
  [/^setFieldsOfClient$/, 'Client'],
  [/^recordDossierOfKeyAccount$/, 'KeyAccountDossier'],
  [/^revealDossierOfKeyAccount$/, 'RevealedDossier'],
  [/^recordOpinionOfKeyAccount$/, 'KeyAccount'],
  [/KeyAccountNomination$/, 'KeyAccountNomination'],
  [/^setKeyAccountPolicy$/, 'KeyAccountPolicy'],
  [/^setPlanPolicy$/, 'PlanPolicy'],
  [/ClientMerge$/, 'ClientMerge'],
  [/GradingCycle$/, 'GradingCycle'],
  [/Evaluation$/, 'GradeChange'],
  [/^setGradingPolicy$/, 'GradingPolicy'],
  [/(Client|Contact|Member|Occupancy|Consent)$/, 'Client'],
  [/Reception$/, 'Reception'],
  [/^changeUnit$/, 'Unit'],
  [/^registerManyReceivables$/, 'Project'],
  [/Receivable$/, 'Receivable'],
  [/Reconciliation$/, 'Reconciliation'],
  [/^takeDunningStep$/, 'DunningNotice'],
  [/^(holdDunning|liftDunningHold)$/, 'DunningHold'],
  [/^setDunningStep$/, 'DunningRule'],
  [/CostEvents?$/, 'CostEvent'],
  [/MetricEntry$/, 'MetricEntry'],
  [/^runSimulation$/, 'GradingSimulation'],
  [/^setValueAssumption$/, 'ValueAssumptionRevision'],
  [/Payment$/, 'Payment'],
  [/Task$/, 'ComplaintTask'],
  [/^lookupClientsByPhone$/, 'PhoneLookup'],
  [/^assignManagerOfClients$/, 'ManagerAssignment'],
  [/Handover$/, 'Handover'],
  [/ExportRequest$/, 'ExportRequest'],
  [/^fetchControlledCopy$/, 'FetchedCopy'],
  [/ControlledCopy$/, 'ControlledCopy'],
  [/Delegation$/, 'Delegation'],
  [/(Staff|Roles|Territory|Password)$/, 'Staff'],
  [/^countersignPasskey$/, 'Staff'],
  [/Department$/, 'Department'],
  [/Project$/, 'Project'],
  [/^add(Building|Units)$/, 'Building'],
  [/Partner$/, 'Partner'],
  [/^issuePartnerCredential$/, 'IssuedCredential'],
  [/^revokePartnerCredential$/, 'PartnerCredential'],
  [/^(add|rotate)Webhook/, 'IssuedWebhookSecret'],
  [/^(change|pause|resume|archive)WebhookEndpoint$|^replayFailedWebhook/, 'WebhookEndpoint'],
  [/^(test|replay)Webhook/, 'WebhookMessage'],
  [/(WorkingWeek|SpecialDay|HolidayYear)$/, 'WorkingCalendar'],
  [/Document$/, 'DocumentRevision'],
  [/^setRevealPolicy$/, 'RevealPolicy'],
  [/^setAgreementPolicy$/, 'AgreementPolicy'],
  [/^changeNoticePreferences$/, 'NoticePreference'],
  [/^retryFailedJob$/, 'FailedJob'],
  [/^verify(Audit|Ledger)$/, 'LedgerVerification'],
  [/^(appoint(Cosigner|Mailbox)|(tell|dismiss)Witness)$/, 'LedgerWitness'],
  [/^setShiftPlan$/, 'ShiftPlan'],
  [/Duty$/, 'Department'],
  [/^removeView$/, 'RemovedSavedView'],
  [/View$/, 'SavedView'],
  [/^changeNoticeTemplate$/, 'NoticeTemplate'],
  [/^(markClientTold|(waive|resend)ClientNotice)$/, 'ClientNotice'],
]

export interface Payload {
  readonly __typename: string
  readonly id: string
  readonly version: number
  readonly status?: string
  readonly code?: string
  readonly message?: string
  readonly fields?: readonly { path: string; message: string }[]
  readonly [field: string]: unknown
}
