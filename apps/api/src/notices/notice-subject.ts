/** The record that a change is about, as far as notices need it. */
import type { FactBag, NoticeSubject, Permission, Status } from '@steward/domain'
import {
  breachFacts,
  copyFacts,
  equipmentFacts,
  handoverFacts,
  importSourceFacts,
  inventoryFacts,
  leadFacts,
  opportunityFacts,
  planCourseFacts,
  planTaskFacts,
  taskFacts,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { ComplaintEventEntity, ComplaintTaskEntity } from '../complaints/complaint-parts.entity.ts'
import { Client } from '../clients/client.entity.ts'
import { clientFacts } from '../clients/kept-client.ts'
import { KeyAccountEntity, KeyAccountNominationEntity } from '../key-accounts/key-account.entity.ts'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'
import { ControlledCopyEntity } from '../exports/export.entity.ts'
import { EquipmentEntity } from '../equipment/equipment.entity.ts'
import { HandoverEntity, HandoverItemEntity } from '../handovers/handover.entity.ts'
import { Lead } from '../leads/lead.entity.ts'
import { ImportSourceEntity } from '../imports/custody/import-source.entity.ts'
import { ImportRunEntity } from '../imports/import.entity.ts'
import { InformationBreachEntity } from '../inventory/breach.entity.ts'
import { Department } from '../organization/organization.entity.ts'
import { managerOfPlan } from '../maintenance-plans/plan-facts.service.ts'
import { MaintenancePlan } from '../maintenance-plans/plans/plan.entity.ts'
import { PlanTask } from '../maintenance-plans/tasks/plan-task.entity.ts'
import { Opportunity } from '../opportunities/opportunity.entity.ts'
import { Receivable } from '../money/receivables/receivable.entity.ts'
import { receivableFacts } from '../money/receivables/receivable.service.ts'
import { PromiseEntity } from '../promises/promise.entity.ts'
import { SilenceAlertEntity } from '../silence/silence.entity.ts'
import { signedSubject, type SignedSubject } from './signed-subject.ts'
import { SubjectRequestEntity } from '../subject-requests/subject-request.entity.ts'
import { factsOfSubjectRequest } from '../subject-requests/subject-request.service.ts'

/** What happened: a row of the outbox, or an event that a seed tells. */
export interface Happening {
  readonly orgId: string
  /** The notice is made once for it and each person. */
  readonly id: string
  readonly subjectType: NoticeSubject
  readonly subjectId: string
  readonly version: number | null
  readonly verb: string
  readonly actorId: string | null
  readonly at: Date
}

export interface Subject {
  readonly complaint: ComplaintEntity | null
  readonly task: ComplaintTaskEntity | null
  readonly promise: PromiseEntity | null
  readonly run: ImportRunEntity | null
  readonly lead: Lead | null
  readonly opportunity: Opportunity | null
  readonly handover: HandoverEntity | null
  readonly signing: SignedSubject | null
  readonly handoverItems: readonly HandoverItemEntity[]
  /** What it came to by this very change; null where it has no life cycle. */
  readonly status: string | null
  /** Who may be told: those who may read it. Null: no rule but being named. */
  readonly reading: { readonly permission: Permission; readonly facts: FactBag } | null
}

const NOTHING = {
  complaint: null,
  task: null,
  promise: null,
  run: null,
  lead: null,
  opportunity: null,
  handover: null,
  signing: null,
  handoverItems: [],
  status: null,
  reading: null,
}

/** Undefined where it is no more, or the change was not the one that tells. */
export const loadSubject = async (
  manager: EntityManager,
  happening: Happening,
): Promise<Subject | undefined> => {
  const { orgId, subjectId: id, subjectType } = happening
  switch (subjectType) {
    case 'Complaint': {
      const complaint = await manager.findOneBy(ComplaintEntity, { orgId, id })
      const event = await caseEvent(manager, happening)
      if (!complaint) return undefined
      const status: Status = event?.to ?? complaint.status
      return { ...NOTHING, complaint, status, reading: { permission: 'complaint:read', facts: complaint } }
    }
    case 'ComplaintTask': {
      const task = await manager.findOneBy(ComplaintTaskEntity, { orgId, id })
      const complaint = task && (await manager.findOneBy(ComplaintEntity, { orgId, id: task.complaintId }))
      if (!complaint) return undefined
      const reading = { permission: 'task:read', facts: taskFacts(task) } as const
      return { ...NOTHING, complaint, task, status: task.status, reading }
    }
    case 'ComplaintPromise': {
      const promise = await manager.findOneBy(PromiseEntity, { orgId, id })
      const complaint =
        promise && (await manager.findOneBy(ComplaintEntity, { orgId, id: promise.complaintId }))
      if (!complaint) return undefined
      const reading = { permission: 'promise:read', facts: complaint } as const
      return { ...NOTHING, complaint, promise, status: promise.status, reading }
    }
    case 'ImportRun': {
      const run = await manager.findOneBy(ImportRunEntity, { orgId, id })
      // Its heart beats beside its versions: only the last version is the end.
      if (!run || run.version !== happening.version) return undefined
      return { ...NOTHING, run, status: run.status, reading: { permission: 'import:read', facts: {} } }
    }
    case 'WebhookEndpoint':
      return { ...NOTHING, reading: { permission: 'webhook:read', facts: {} } }
    case 'Client': {
      const client = await manager.findOneBy(Client, { orgId, id })
      return client
        ? { ...NOTHING, reading: { permission: 'client:read', facts: clientFacts(client) } }
        : undefined
    }
    case 'Lead': {
      const lead = await manager.findOneBy(Lead, { orgId, id })
      if (!lead) return undefined
      const reading = { permission: 'lead:read', facts: leadFacts(lead) } as const
      return { ...NOTHING, lead, status: lead.status, reading }
    }
    case 'Opportunity': {
      const opportunity = await manager.findOneBy(Opportunity, { orgId, id })
      const client = opportunity && (await manager.findOneBy(Client, { orgId, id: opportunity.clientId }))
      if (!client) return undefined
      const facts = opportunityFacts(opportunity, client.keyAccountManagerId)
      const reading = { permission: 'opportunity:read', facts } as const
      return { ...NOTHING, opportunity, status: opportunity.status, reading }
    }
    case 'ClientReveal':
      return { ...NOTHING, reading: { permission: 'reveal:read', facts: {} } }
    case 'LedgerWitness':
      return { ...NOTHING, reading: { permission: 'witness:read', facts: {} } }
    case 'Handover': {
      const handover = await manager.findOneBy(HandoverEntity, { orgId, id })
      if (!handover) return undefined
      const handoverItems = await manager.findBy(HandoverItemEntity, { orgId, handoverId: id })
      const reading = { permission: 'handover:read', facts: handoverFacts(handover) } as const
      return { ...NOTHING, handover, handoverItems, status: handover.status, reading }
    }
    case 'ControlledCopy': {
      const copy = await manager.findOneBy(ControlledCopyEntity, { orgId, id })
      if (!copy) return undefined
      const reading = { permission: 'controlledCopy:read', facts: copyFacts(copy) } as const
      return { ...NOTHING, status: copy.status, reading }
    }
    case 'ImportSource': {
      const source = await manager.findOneBy(ImportSourceEntity, { orgId, id })
      if (!source) return undefined
      const reading = { permission: 'importSource:read', facts: importSourceFacts(source) } as const
      return { ...NOTHING, status: source.status, reading }
    }
    case 'SubjectRequest': {
      const request = await manager.findOneBy(SubjectRequestEntity, { orgId, id })
      if (!request) return undefined
      const facts = await factsOfSubjectRequest(manager, request)
      return { ...NOTHING, status: request.status, reading: { permission: 'subjectRequest:read', facts } }
    }
    case 'Receivable': {
      const receivable = await manager.findOneBy(Receivable, { orgId, id })
      const client = receivable && (await manager.findOneBy(Client, { orgId, id: receivable.clientId }))
      if (!receivable || !client) return undefined
      const facts = receivableFacts(receivable, client)
      return { ...NOTHING, reading: { permission: 'dunning:read', facts } }
    }
    case 'InformationInventory': {
      const department = await manager.findOneBy(Department, { orgId, id })
      if (!department) return undefined
      const facts = inventoryFacts(department.id, department.headId)
      return { ...NOTHING, reading: { permission: 'informationInventory:read', facts } }
    }
    case 'InformationBreach': {
      const breach = await manager.findOneBy(InformationBreachEntity, { orgId, id })
      if (!breach) return undefined
      const reading = { permission: 'informationBreach:read', facts: breachFacts(breach) } as const
      return { ...NOTHING, status: breach.status, reading }
    }
    case 'SilenceAlert': {
      const alert = await manager.findOneBy(SilenceAlertEntity, { orgId, id })
      const client = alert && (await manager.findOneBy(Client, { orgId, id: alert.clientId }))
      if (!client) return undefined
      const reading = { permission: 'silenceAlert:read', facts: clientFacts(client) } as const
      return { ...NOTHING, status: alert.status, reading }
    }
    case 'GradingDue':
      return { ...NOTHING, reading: { permission: 'gradingDue:read', facts: {} } }
    case 'KeyAccount': {
      const account = await manager.findOneBy(KeyAccountEntity, { orgId, id })
      const client = account && (await manager.findOneBy(Client, { orgId, id: account.clientId }))
      return client
        ? { ...NOTHING, reading: { permission: 'keyAccount:read', facts: clientFacts(client) } }
        : undefined
    }
    case 'Equipment': {
      const machine = await manager.findOneBy(EquipmentEntity, { orgId, id })
      if (!machine) return undefined
      const reading = { permission: 'equipment:read', facts: equipmentFacts(machine) } as const
      return { ...NOTHING, status: machine.state, reading }
    }
    case 'KeyAccountNomination': {
      const nomination = await manager.findOneBy(KeyAccountNominationEntity, { orgId, id })
      const client = nomination && (await manager.findOneBy(Client, { orgId, id: nomination.clientId }))
      if (!client) return undefined
      const reading = { permission: 'keyAccountNomination:read', facts: clientFacts(client) } as const
      return { ...NOTHING, status: nomination.status, reading }
    }
    case 'MaintenancePlan': {
      const plan = await manager.findOneBy(MaintenancePlan, { orgId, id })
      if (!plan) return undefined
      const facts = planCourseFacts({ ...plan, keyAccountManagerId: await managerOfPlan(manager, plan) })
      return { ...NOTHING, status: plan.status, reading: { permission: 'plan:read', facts } }
    }
    case 'PlanTask': {
      const task = await manager.findOneBy(PlanTask, { orgId, id })
      if (!task) return undefined
      const facts = planTaskFacts(task, await managerOfPlan(manager, task))
      return { ...NOTHING, status: task.status, reading: { permission: 'planTask:read', facts } }
    }
    // How many of one's own: nothing of any of them.
    case 'PlanDecomposition':
    case 'PlanReminder':
      return NOTHING
    case 'Signing': {
      const signed = await signedSubject(manager, orgId, id)
      return signed && { ...NOTHING, ...signed }
    }
    case 'Staff':
      return NOTHING
  }
}

/** The line that the verb wrote to the case's history: from where to where it led, whatever has come since. */
export const caseEvent = (
  manager: EntityManager,
  { orgId, subjectId: complaintId, verb, at }: Happening,
): Promise<ComplaintEventEntity | null> =>
  manager.findOneBy(ComplaintEventEntity, {
    orgId,
    complaintId,
    at,
    action: verb.replace(/^complaint:/, '') as ComplaintEventEntity['action'],
  })
