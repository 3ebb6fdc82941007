/**
 * A round begins with the preparer's signature, which fixes the content and the steps; who comes after signs that or none. What is refused here
 * is refused by the keys of `sign_off` again.
 */
import {
  canonicalContent,
  dutyConflict,
  firstStepOf,
  notEligible,
  openStep,
  partsOf,
  planSteps,
  stepAfter,
  text,
  type Hand,
  type Permission,
  type Role,
  type SigningKind,
  type SigningState,
  type SiteTier,
  type StepMeaning,
} from '@steward/domain'
import { Refused } from '../database/refused.ts'
import type { Transaction } from '../database/transaction.ts'
import { askedRoles, dueAt, signaturePolicyInForce } from './signature-policy.service.ts'
import { CommitmentSalt, type SignOff } from './sign-off.entity.ts'
import { signOff, type Decision } from './sign-off.service.ts'
import { startClock } from './signing-reminder.service.ts'
import { SigningEntity, SigningStepEntity, SignOffPerson } from './signing.entity.ts'

/** One alternative of what is signed. */
export interface SigningPart {
  /** What limits of authority measure; null where no money is concerned. */
  readonly amountMinor: number | null
  readonly grade: string | null
  /** Of the project that it concerns; null: of none. */
  readonly siteTier: SiteTier | null
  /** What the tiers of the policy measure, where no limit of authority does. */
  readonly commitsMinor?: number | null
  /** Who alone approves it by a rule of the domain, whatever the policy says of the kind. */
  readonly approvers?: readonly Role[]
}

/** What a round is about. */
export type SigningSubject = Pick<
  Decision,
  'subjectType' | 'subjectId' | 'revision' | 'content' | 'shape' | 'fields'
> & { readonly kind: SigningKind }
/** One signature, as the verb that gives it knows it. */
export type Given = Pick<Decision, 'meaning' | 'verb' | 'facts' | 'comment' | 'roles' | 'amountMinor'>

/** The first signature of a round, and by which permission each of its steps is given. */
export interface FirstGiven extends Given {
  readonly verbs: Readonly<Partial<Record<StepMeaning, Permission>>>
}

/** A round with its steps. */
export interface Round {
  readonly signing: SigningEntity
  readonly steps: readonly SigningStepEntity[]
}

/** Begins a round with its first signature. @param parts alternatives in their order; a plain document has one */
export const beginSigning = async (
  tx: Transaction,
  subject: SigningSubject,
  parts: readonly SigningPart[],
  given: FirstGiven,
): Promise<Round> => {
  const { kind, subjectType, subjectId, revision } = subject
  const orgId = tx.actor.organizationId
  const policy = await signaturePolicyInForce(tx.manager, orgId)
  const matters = parts.map(({ amountMinor, grade, siteTier, commitsMinor }) => ({
    kind,
    amountMinor: amountMinor ?? commitsMinor ?? 0,
    grade,
    siteTier,
  }))
  const planned = planSteps(policy, matters)
  const [first] = planned
  const next = stepAfter(planned, first!)
  const document = canonicalContent(subjectType, subject.content, subject.shape, () => tx.newSalt())
  const due = next ? await dueAt(tx, next.dueMinutes) : null
  const signing = await tx.insert(SigningEntity, {
    kind,
    subjectType,
    subjectId,
    revision,
    content: document.text,
    contentHash: document.hash,
    policyRevision: policy.revision,
    state: next ? 'OPEN' : 'COMPLETED',
    part: 1,
    openedById: tx.actor.staffId,
    openedAt: tx.now,
    awaitedSince: next ? tx.now : null,
    dueAt: due,
    endedAt: next ? null : tx.now,
    version: 1,
  })
  tx.keepSalts(document.openings.map((opening) => ({ ...opening, ownerId: signing.id })))
  const steps: SigningStepEntity[] = []
  for (const step of planned) {
    const { position, follows, part, meaning, dueMinutes, escalateAfterMinutes, level = null } = step
    const isFirst = position === 0
    const opens = step === next
    steps.push(
      await tx.append(SigningStepEntity, {
        signingId: signing.id,
        subjectId,
        position,
        follows,
        part,
        meaning,
        roles: askedRoles(step, given.verbs, parts[Math.max(part, 1) - 1]?.approvers),
        amountMinor: parts[Math.max(part, 1) - 1]?.amountMinor ?? null,
        dueMinutes,
        escalateAfterMinutes: [...escalateAfterMinutes],
        level,
        askedStaffId: null,
        state: isFirst ? 'SIGNED' : opens ? 'OPEN' : 'WAITING',
        openedAt: isFirst || opens ? tx.now : null,
        dueAt: opens ? due : null,
        endedAt: isFirst ? tx.now : null,
        version: 1,
      }),
    )
  }
  const round = { signing, steps }
  const opened = openStep(steps)
  if (opened) await startClock(tx, opened, due)
  const { verbs: _, ...first_ } = given
  await sign(tx, round, steps[0]!, { ...subject, ...first_ }, [])
  return round
}

/** The newest round over a subject that has neither been rejected nor withdrawn; its row is locked. */
export const roundOf = async (
  tx: Transaction,
  { subjectId, kind }: Pick<SigningSubject, 'subjectId' | 'kind'>,
): Promise<Round | undefined> => {
  const orgId = tx.actor.organizationId
  const [signing] = await tx.manager.find(SigningEntity, {
    where: { orgId, subjectId, kind },
    order: { openedAt: 'DESC', id: 'DESC' },
    take: 1,
    lock: { mode: 'for_no_key_update' },
  })
  if (!signing || signing.state === 'REJECTED' || signing.state === 'WITHDRAWN') return undefined
  const steps = await tx.manager.find(SigningStepEntity, {
    where: { orgId, signingId: signing.id },
    order: { position: 'ASC' },
  })
  return { signing, steps }
}

const AWAITED = text('目前没有等待这一步签核。', 'This signature is not awaited now.')
const NOT_AWAITED = notEligible('signatureIsAwaited', AWAITED)
const NOT_YOUR_STEP = notEligible(
  'roleMaySign',
  text('按签核权限规定，这一步不由您的岗位签核。', 'The signature policy asks other roles for this step.'),
)
const CHANGED = notEligible(
  'contentIsAsPrepared',
  text(
    '编制之后内容已有变更，不能再按原内容签核，请退回重新编制。',
    'The content has changed since it was prepared; send it back to be prepared anew.',
  ),
)

/**
 * Gives the signature that is awaited, or rejects. Refused where another step is awaited, the role is not asked, the person or the one they act
 * for has a hand in another step, or the content is not the one that was prepared.
 * @param content what stands now
 */
export const signNext = async (
  tx: Transaction,
  { signing, steps }: Round,
  subject: SigningSubject,
  given: Given,
): Promise<SignOff> => {
  const step = openStep(steps)
  const rejects = given.meaning === 'REJECTED'
  if (!step || (!rejects && step.meaning !== given.meaning)) throw new Refused(NOT_AWAITED)
  if (!rejects && !(await isAsPrepared(tx, signing, subject))) throw new Refused(CHANGED)
  const hands = await tx.manager.find(SignOffPerson, {
    where: { orgId: signing.orgId, signingId: signing.id },
  })
  const row = await sign(tx, { signing, steps }, step, { ...subject, ...given }, hands)
  const state = rejects ? 'REJECTED' : 'SIGNED'
  await tx.patch(SigningStepEntity, step, { state, endedAt: tx.now })
  if (rejects) {
    await dropSteps(
      tx,
      steps.filter((it) => it !== step),
    )
    await end(tx, signing, 'REJECTED')
    return row
  }
  const next = stepAfter(steps, step)
  if (next) await openOne(tx, signing, next)
  else await end(tx, signing, 'COMPLETED')
  return row
}

const openOne = async (tx: Transaction, signing: SigningEntity, step: SigningStepEntity): Promise<void> => {
  const due = await dueAt(tx, step.dueMinutes)
  await tx.patch(SigningStepEntity, step, { state: 'OPEN', openedAt: tx.now, dueAt: due })
  await startClock(tx, step, due)
  const { part } = step
  await tx.patch(SigningEntity, signing, {
    state: 'OPEN',
    part,
    awaitedSince: tx.now,
    dueAt: due,
    endedAt: null,
  })
}

const end = (tx: Transaction, signing: SigningEntity, state: SigningState): Promise<SigningEntity> =>
  tx.patch(SigningEntity, signing, { state, awaitedSince: null, dueAt: null, endedAt: tx.now })

/** The turn of the next alternative: the one before was approved and is not wanted. */
export const beginPart = async (tx: Transaction, { signing, steps }: Round, part: number): Promise<void> => {
  const first = firstStepOf(steps, part)
  if (!first) throw new Refused(NOT_AWAITED)
  await openOne(tx, signing, first)
}

/** The one person whose signature is awaited from here on, and until when: they have approved by word. */
export const askPerson = async (
  tx: Transaction,
  { signing, steps }: Round,
  askedStaffId: string,
  due: Date,
): Promise<void> => {
  const step = openStep(steps)
  if (!step) throw new Refused(NOT_AWAITED)
  await tx.patch(SigningStepEntity, step, { askedStaffId, openedAt: tx.now, dueAt: due })
  await startClock(tx, step, due)
  await tx.patch(SigningEntity, signing, { awaitedSince: tx.now, dueAt: due })
}

/**
 * The subject goes on without what still waits: an open round is withdrawn, a completed one stays so.
 * @param owed the signature that is awaited is still owed: for what was approved by word
 */
export const endSigning = async (tx: Transaction, { signing, steps }: Round, owed = false): Promise<void> => {
  await dropSteps(tx, owed ? steps.filter(({ state }) => state !== 'OPEN') : steps)
  if (owed) return
  if (signing.state === 'OPEN') await end(tx, signing, 'WITHDRAWN')
}

const dropSteps = async (tx: Transaction, steps: readonly SigningStepEntity[]): Promise<void> => {
  for (const step of steps)
    if (step.state === 'WAITING' || step.state === 'OPEN')
      await tx.patch(SigningStepEntity, step, { state: 'DROPPED', endedAt: tx.now })
}

const isAsPrepared = async (
  tx: Transaction,
  signing: SigningEntity,
  { content, shape, subjectType }: Pick<SigningSubject, 'content' | 'shape' | 'subjectType'>,
): Promise<boolean> => {
  const kept = await tx.manager.findBy(CommitmentSalt, { orgId: signing.orgId, ownerId: signing.id })
  const salts = new Map(kept.map(({ path, salt }) => [path, Buffer.from(salt, 'hex')]))
  // A value that is new, or was erased, has no salt: it cannot be the one that was prepared.
  const now = canonicalContent(subjectType, content, shape, (path) => salts.get(path) ?? tx.newSalt())
  return now.hash === signing.contentHash
}

const sign = async (
  tx: Transaction,
  { signing, steps }: Round,
  step: SigningStepEntity,
  decision: Decision,
  hands: readonly Hand[],
): Promise<SignOff> => {
  const persons = tx.acting.behalf ? [tx.actor.personId, tx.acting.behalf.personId] : [tx.actor.personId]
  const conflict = dutyConflict(hands, step, persons)
  if (conflict) throw new Refused(conflict)
  const { position, follows, part, roles } = step
  // What the step asks is asked of whoever gives it; a rejection gives nothing and has a rule of its own.
  const level = decision.meaning === 'REJECTED' ? undefined : (step.level ?? undefined)
  const row = signOff(
    tx,
    { ...decision, level },
    {
      document: { text: signing.content, hash: signing.contentHash },
      step: { signingId: signing.id, step: position, follows, part },
      // Whoever rejects need not be whom the step asks: an approver may send back what is still being reviewed.
      among: decision.meaning === 'REJECTED' ? null : roles,
      unless: NOT_YOUR_STEP,
    },
  )
  for (const of of partsOf(steps, step))
    for (const personId of new Set(persons))
      await tx.append(SignOffPerson, { signingId: signing.id, part: of, personId, step: position })
  return row
}
