import type { FieldRule } from '../complaints/complaint-fields.ts'
import type { CasePromise, PromisePause } from './promise.ts'

const base = { class: 'internal', permission: 'promise:read' } as const satisfies FieldRule
/** Words of a person, or for one. */
const spoken = { class: 'personal', permission: 'complaint:readFacts' } as const satisfies FieldRule
const client = { class: 'internal', permission: 'complaint:readClient' } as const satisfies FieldRule

/** Class and permission of every column of a promise. */
export const PROMISE_FIELDS: Readonly<Record<keyof CasePromise, FieldRule>> = {
  id: base,
  complaintId: base,
  kind: base,
  status: base,
  what: spoken,
  clientId: client,
  channel: base,
  ownerId: base,
  departmentId: base,
  madeById: base,
  madeAt: base,
  basis: base,
  startedAt: base,
  budgetMinutes: base,
  statedAt: base,
  dueAt: base,
  explanation: base,
  warnBeforeMinutes: base,
  escalateAfterMinutes: base,
  pauseCapMinutes: base,
  pausedAt: base,
  pausedUntil: base,
  brokenAt: base,
  escalationLevel: base,
  fulfilledAt: base,
  fulfilledById: base,
  fulfilledBy: base,
  answer: spoken,
  answerChannel: base,
  supersedesId: base,
  assent: spoken,
  settledAt: base,
  taskId: base,
  version: base,
  updatedAt: base,
  updatedById: base,
}

export const PROMISE_PAUSE_FIELDS: Readonly<Record<keyof PromisePause, FieldRule>> = {
  id: base,
  promiseId: base,
  reason: base,
  note: spoken,
  fromAt: base,
  untilAt: base,
  toAt: base,
  byId: base,
  resumedById: base,
}
