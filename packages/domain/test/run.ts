import type { Actor, Complaint, ComplaintAction, ComplaintChange, Result } from '../src/index.ts'
import * as domain from '../src/index.ts'
import { actor, NOW, option, task, uuid } from './given.ts'

/** What a test hands to any verb beside the case: the looked-up facts of a service. */
export interface Around {
  readonly options: readonly domain.ComplaintOption[]
  readonly tasks: readonly domain.ComplaintTask[]
  readonly approvedForClientMinor: number
  readonly reviewsFor: (rank: number, amountMinor: number) => number
  readonly agreements: domain.AgreementPolicy
  readonly approver: Actor | undefined
  readonly signBy: Date
  readonly newId: () => string
  readonly today: string
  readonly agreementSince: string
  readonly owed: readonly domain.CasePromise[]
  readonly receiver: domain.Receiver
  readonly into: Pick<Complaint, 'id' | 'status'>
}

export const around = (more: Partial<Around> = {}): Around => ({
  options: [option()],
  tasks: [task({ status: 'DONE' })],
  approvedForClientMinor: 0,
  newId: () => uuid(70),
  reviewsFor: () => 0,
  agreements: domain.DEFAULT_AGREEMENT_POLICY,
  approver: actor('GENERAL_MANAGER', { staffId: uuid(29), personId: uuid(29) }),
  signBy: new Date(NOW.getTime() + 8 * 3_600_000),
  owed: [],
  today: '2026-11-20',
  agreementSince: '2026-11-20',
  receiver: { kind: 'person', actor: actor('CS_MANAGER') },
  into: { id: uuid(12), status: 'INVESTIGATING' },
  ...more,
})

export type CaseAction = Exclude<ComplaintAction, 'register'>

/** A valid input of each verb, before the schema: what a person would fill in. */
export const INPUTS: Readonly<Record<CaseAction, object>> = {
  acknowledge: { handlingDepartmentId: uuid(1), severity: 2, purpose: 'CRITICISM' },
  assign: { handlingDepartmentId: uuid(1), assigneeId: uuid(27) },
  handOver: { receiverId: uuid(28), note: '下班交接' },
  contain: { containment: '已关闭总阀' },
  investigate: { findings: '管道老化', wasReal: true },
  recordFindings: { preventionNote: '每季检查' },
  ruleResponsibility: { responsibleDepartmentId: uuid(2), faultShare: 60, comment: '同意' },
  propose: {
    options: [
      { kind: 'APOLOGY', description: '登门致歉', amountMinor: 0 },
      { kind: 'REPAIR', description: '更换立管', amountMinor: 100_00, recommended: true },
    ],
  },
  review: { agrees: true },
  recordOralApproval: { approverId: uuid(29), givenAt: NOW, words: '电话同意，先修' },
  signOralApproval: {},
  denyOralApproval: { reason: '未曾同意' },
  approve: {},
  reject: { reason: '金额无依据' },
  offer: {},
  logContactAttempt: { channel: 'PHONE' },
  confirm: { mode: 'CLIENT', note: '客户同意' },
  refuseOption: { reason: '要求更换' },
  recordAgreement: { signer: '王建国', signedOn: '2026-11-20' },
  dispatch: { departmentId: uuid(2), instruction: '更换立管' },
  resolve: { outcome: '已更换', preventionNote: '每季检查' },
  followUp: { satisfied: true, note: '满意' },
  close: {},
  reopen: { reason: '再次漏水' },
  withdraw: { reason: '客户撤回' },
  refer: { to: '自来水公司', reason: '市政管道' },
  answerReferral: { answer: '已修复' },
  decline: { reason: '诉求超出责任', alternative: '代为联系保险' },
  dismiss: { reason: '并无漏水' },
  makePromise: { kind: 'ANSWER', dueAt: new Date(NOW.getTime() + 3_600_000) },
  merge: { intoId: uuid(12), reason: '同一事项' },
}

/** Parses the input as the API does and runs the verb. */
export const run = <A extends CaseAction>(
  action: A,
  complaint: Complaint,
  actor: Actor,
  more: object = {},
  context: Around = around(),
  now: Date = NOW,
): Result<ComplaintChange> => {
  const verb = domain[action] as domain.Verb<A, [Around | Around['into']]>
  const given = { expectedVersion: complaint.version, ...INPUTS[action], ...more }
  const input = domain.parseInput(domain.COMPLAINT_INPUTS[action], given)
  if (!input.ok) return input
  const extra = action === 'merge' ? context.into : context
  return verb(complaint, input.value as domain.ComplaintInput<A>, actor, now, extra)
}

/** The case after the change. Fails loudly where the verb was refused. */
export const after = (complaint: Complaint, result: Result<ComplaintChange>): Complaint => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return { ...complaint, ...result.value.patch }
}

export const errorOf = (result: Result<unknown>): domain.DomainError | undefined =>
  result.ok ? undefined : result.error
