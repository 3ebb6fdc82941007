/** The verbs of a merge: proposed side by side, signed in a round, carried out with the last signature; and taken back the same way. */
import * as domain from '@steward/domain'
import {
  checkTaken,
  CLIENT_MERGE_INPUTS,
  CLIENT_MERGE_REVERSAL_SHAPE,
  CLIENT_MERGE_SHAPE,
  clientMergeFacts,
  clientMergeNumber,
  notEligible,
  numberPeriod,
  parseInput,
  planSteps,
  reviewsOf,
  text,
  type ClientMergeAction,
  type ClientMergeChange,
  type ClientMergeInput,
  type Result,
} from '@steward/domain'
import type { VerbContext } from '../../context.ts'
import { nextSerial } from '../../database/counter.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { lockOrganization } from '../../access/rights.service.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { signaturePolicyInForce } from '../../sign-off/signature-policy.service.ts'
import {
  beginSigning,
  endSigning,
  roundOf,
  signNext,
  type SigningSubject,
} from '../../sign-off/signing.service.ts'
import { Client } from '../client.entity.ts'
import type { SealingContext } from '../confidential/at-hand.ts'
import { clientFacts } from '../kept-client.ts'
import { carryOut } from './carry-out.service.ts'
import { ClientMergeEntity } from './merge.entity.ts'
import { obstaclesTo, reversalObstacles } from './merge-obstacles.service.ts'
import { countsOf, fieldsOf, fingerprintOf, partsOf, type Pair } from './merge-state.service.ts'
import { takeBack } from './reverse.service.ts'

type Answer = Promise<ClientMergeEntity | UserError>

const PART = { amountMinor: null, grade: null, siteTier: null } as const
const GIVEN = { REVIEWED: 'clientMerge:review', APPROVED: 'clientMerge:approve' } as const

const subjectOf = (merge: ClientMergeEntity): SigningSubject => {
  const { id: subjectId, counts } = merge
  const subject = { kind: 'CLIENT_MERGE', subjectType: 'ClientMerge', subjectId } as const
  return merge.reversalAskedAt === null
    ? {
        ...subject,
        revision: 1,
        content: { clientMerge: merge, mergeCounts: counts },
        shape: CLIENT_MERGE_SHAPE,
      }
    : { ...subject, revision: 2, content: { clientMergeReversal: merge }, shape: CLIENT_MERGE_REVERSAL_SHAPE }
}

/** Both clients, locked in one order for everybody: of two who merge the same client the second sees what the first has done. */
const lockPair = async (tx: Transaction, survivorId: string, mergedId: string): Promise<Pair> => {
  const locked = new Map<string, Client>()
  for (const id of [...new Set([survivorId, mergedId])].toSorted()) locked.set(id, await tx.lock(Client, id))
  return { survivor: locked.get(survivorId)!, merged: locked.get(mergedId)! }
}

const reviewsOwed = async (tx: Transaction): Promise<number> => {
  const policy = await signaturePolicyInForce(tx.manager, tx.actor.organizationId)
  return reviewsOf(
    planSteps(policy, [{ kind: 'CLIENT_MERGE', amountMinor: 0, grade: null, siteTier: null }]),
    1,
  )
}

const NOT_AS_SEEN = notEligible(
  'archivesAreAsSeen',
  text(
    '您查看之后，其中一份档案有了变动，请重新核对。',
    'One of the archives has changed since you looked at them: please compare them again.',
  ),
)

export const propose = (context: VerbContext, input: object): Answer =>
  transaction(context, 'clientMerge:propose', async (tx) => {
    const parsed = orRefuse(parseInput(CLIENT_MERGE_INPUTS.propose, withUuids(input)))
    const pair = await lockPair(tx, parsed.survivorId, parsed.mergedId)
    const { survivor, merged } = pair
    for (const client of [survivor, merged]) tx.admit('client:read', clientFacts(client))
    const [obstacle] = await obstaclesTo(tx.manager, pair)
    if (obstacle) throw new Refused(obstacle)
    const fingerprint = await fingerprintOf(tx.manager, pair)
    if (fingerprint !== parsed.fingerprint) throw new Refused(NOT_AS_SEEN)
    const checked = checkTaken(fieldsOf(pair, await partsOf(tx.manager, pair)), parsed.taken)
    if ('error' in checked) throw new Refused(checked.error)
    const { organizationId: orgId, staffId } = tx.actor
    const { timeZone } = await lockOrganization(tx)
    const month = numberPeriod(tx.now, timeZone)
    const merge = await tx.insert(ClientMergeEntity, {
      number: clientMergeNumber(month, await nextSerial(tx.manager, orgId, 'merge', month)),
      status: 'IN_SIGNING',
      survivorId: survivor.id,
      survivorCode: survivor.code,
      mergedId: merged.id,
      mergedCode: merged.code,
      taken: [...checked.taken],
      reason: parsed.reason,
      counts: await countsOf(tx.manager, pair),
      fingerprint,
      proposedById: staffId,
      proposedAt: tx.now,
      reviewsOwed: await reviewsOwed(tx),
      reviewerId: null,
      decidedById: null,
      decidedAt: null,
      mergedAt: null,
      movedCount: 0,
      note: null,
      reversalReason: null,
      reversalAskedById: null,
      reversalAskedAt: null,
      reversedAt: null,
      kept: [],
      version: 1,
    })
    await beginSigning(tx, subjectOf(merge), [PART], {
      meaning: 'PREPARED',
      verb: 'clientMerge:propose',
      facts: clientMergeFacts(merge),
      comment: null,
      verbs: { PREPARED: 'clientMerge:propose', ...GIVEN },
    })
    return merge
  })

type Step = Exclude<ClientMergeAction, 'propose'>
interface Stated<A extends Step> {
  readonly merge: ClientMergeEntity
  readonly pair: Pair
  readonly input: ClientMergeInput<A>
}

/** Locks the two clients and then the merge, for whoever may read it. */
const verb =
  <A extends Step, C extends VerbContext>(
    action: A,
    work: (tx: Transaction, stated: Stated<A>, context: C) => Promise<ClientMergeEntity>,
  ) =>
  (context: C, input: { readonly clientMergeId: string }): Answer =>
    transaction(context, `clientMerge:${action}`, async (tx) => {
      const { clientMergeId, ...stated } = withUuids(input)
      const parsed = orRefuse(parseInput(CLIENT_MERGE_INPUTS[action], stated)) as ClientMergeInput<A>
      const { survivorId, mergedId } = await tx.get(ClientMergeEntity, clientMergeId as string)
      const pair = await lockPair(tx, survivorId, mergedId)
      const merge = await tx.lock(ClientMergeEntity, clientMergeId as string)
      tx.admit('clientMerge:read', { ...clientFacts(pair.survivor), ...clientMergeFacts(merge) })
      return work(tx, { merge, pair, input: parsed }, context)
    })

/** Gives the signature that a change needs, over what is there now: an archive that has changed since it was proposed is not signed. */
const sign = async (
  tx: Transaction,
  { merge, pair }: Pick<Stated<Step>, 'merge' | 'pair'>,
  action: Step,
  { signs, comment }: ClientMergeChange,
): Promise<void> => {
  const isReversal = merge.reversalAskedAt !== null
  const now = isReversal ? merge : { ...merge, fingerprint: await fingerprintOf(tx.manager, pair) }
  const subject = subjectOf(now)
  const facts = clientMergeFacts(merge)
  await signNext(tx, (await roundOf(tx, subject))!, subject, {
    meaning: signs!,
    verb: `clientMerge:${action}`,
    facts,
    comment,
  })
}

const decided =
  <A extends 'review' | 'reject'>(
    action: A,
    decide: (
      merge: ClientMergeEntity,
      input: ClientMergeInput<A>,
      actor: Transaction['actor'],
      now: Date,
    ) => Result<ClientMergeChange>,
  ) =>
  async (tx: Transaction, stated: Stated<A>): Promise<ClientMergeEntity> => {
    const change = orRefuse(decide(stated.merge, stated.input, tx.actor, tx.now))
    await sign(tx, stated, action, change)
    return tx.patch(ClientMergeEntity, stated.merge, change.patch as Partial<ClientMergeEntity>)
  }

export const review = verb('review', decided('review', domain.reviewMerge))
export const reject = verb('reject', decided('reject', domain.rejectMerge))

/** The last signature carries out what was prepared: the two become one, or two again. */
export const approve = verb('approve', async (tx, stated, context: SealingContext) => {
  const { merge, pair, input } = stated
  const change = orRefuse(domain.approveMerge(merge, input, tx.actor, tx.now))
  const isReversal = merge.reversalAskedAt !== null
  const [obstacle] = isReversal
    ? await reversalObstacles(tx.manager, merge)
    : await obstaclesTo(tx.manager, pair, merge.id)
  if (obstacle) throw new Refused(obstacle)
  await sign(tx, stated, 'approve', change)
  const done: Partial<ClientMergeEntity> = isReversal
    ? { kept: [...(await takeBack(tx, context.vault, merge, pair))] }
    : { movedCount: await carryOut(tx, context.vault, merge, pair) }
  return tx.patch(ClientMergeEntity, merge, { ...(change.patch as Partial<ClientMergeEntity>), ...done })
})

export const withdraw = verb('withdraw', async (tx, { merge, input }) => {
  const { patch } = orRefuse(domain.withdrawMerge(merge, input, tx.actor, tx.now))
  const round = await roundOf(tx, subjectOf(merge))
  if (round) await endSigning(tx, round)
  return tx.patch(ClientMergeEntity, merge, patch as Partial<ClientMergeEntity>)
})

/** Asks to take it back, signed; nothing changes before somebody else has signed, too. */
export const reverse = verb('reverse', async (tx, { merge, input }) => {
  const { patch } = orRefuse(domain.reverseMerge(merge, input, await reviewsOwed(tx), tx.actor, tx.now))
  const [obstacle] = await reversalObstacles(tx.manager, merge)
  if (obstacle) throw new Refused(obstacle)
  const asked = await tx.patch(ClientMergeEntity, merge, patch as Partial<ClientMergeEntity>)
  await beginSigning(tx, subjectOf(asked), [PART], {
    meaning: 'PREPARED',
    verb: 'clientMerge:reverse',
    facts: clientMergeFacts(asked),
    comment: null,
    verbs: { PREPARED: 'clientMerge:reverse', ...GIVEN },
  })
  return asked
})
