/** The verbs of a nomination: proposed with the test of four, signed by the committee, carried out with the last signature. */
import * as domain from '@steward/domain'
import {
  accountAfter,
  CRITERION_COLUMNS,
  KEY_ACCOUNT_NOMINATION_INPUTS,
  KEY_ACCOUNT_NOMINATION_SHAPE,
  keyAccountNominationFacts,
  keyAccountNominationNumber,
  nominationSigningKind,
  notEligible,
  numberPeriod,
  parseInput,
  planSteps,
  reviewsOf,
  text,
  type KeyAccountLevel,
  type KeyAccountNominationAction,
  type KeyAccountNominationChange,
  type KeyAccountNominationInput,
  type Result,
  type SigningKind,
} from '@steward/domain'
import { lockOrganization } from '../access/rights.service.ts'
import { Client } from '../clients/client.entity.ts'
import { clientFacts, refuseMerged } from '../clients/kept-client.ts'
import type { VerbContext } from '../context.ts'
import { nextSerial } from '../database/counter.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { todayOf } from '../money/day-of-organization.service.ts'
import { Department } from '../organization/organization.entity.ts'
import { signaturePolicyInForce } from '../sign-off/signature-policy.service.ts'
import {
  beginSigning,
  endSigning,
  roundOf,
  signNext,
  type SigningSubject,
} from '../sign-off/signing.service.ts'
import { KeyAccountEntity, KeyAccountNominationEntity } from './key-account.entity.ts'
import { keyAccountPolicyOf, listedAccount, setDossierClock } from './key-account.service.ts'

type Answer = Promise<KeyAccountNominationEntity | UserError>

const PART = { amountMinor: null, grade: null, siteTier: null } as const
const VERBS = {
  PREPARED: 'keyAccountNomination:propose',
  REVIEWED: 'keyAccountNomination:review',
  APPROVED: 'keyAccountNomination:approve',
} as const

const subjectOf = (nomination: KeyAccountNominationEntity): SigningSubject => ({
  kind: nominationSigningKind(nomination),
  subjectType: 'KeyAccountNomination',
  subjectId: nomination.id,
  revision: 1,
  content: { keyAccountNomination: nomination },
  shape: KEY_ACCOUNT_NOMINATION_SHAPE,
})

const reviewsOwed = async (tx: Transaction, kind: SigningKind): Promise<number> => {
  const policy = await signaturePolicyInForce(tx.manager, tx.actor.organizationId)
  return reviewsOf(planSteps(policy, [{ kind, amountMinor: 0, grade: null, siteTier: null }]), 1)
}

const LISTED = notEligible(
  'isNotListed',
  text('该客户已在大客户名单上，请改为年度复评。', 'The client is listed already: test them again instead.'),
)
const NOT_LISTED = notEligible(
  'isListed',
  text('该客户不在大客户名单上，请先提名。', 'The client is not on the list: nominate them first.'),
)
const OUT_OF_USE = notEligible(
  'isArchived',
  text('该客户档案已停用。', 'The archive of this client is closed.'),
)
const inOther = (number: string) =>
  notEligible(
    'noNominationIsOpen',
    text(`该客户的另一项提名（${number}）正在审批。`, `Another nomination of theirs (${number}) is open.`),
  )

type Stated = KeyAccountNominationInput<'propose'>

/** Each of the four in its columns; none of a release. */
const testsOf = ({ kind, tests }: Stated) =>
  Object.fromEntries(
    domain.KEY_ACCOUNT_CRITERIA.flatMap((criterion) => {
      const stated = kind === 'RELEASE' ? undefined : tests.find((it) => it.criterion === criterion)
      const { met, evidence } = CRITERION_COLUMNS[criterion]
      return [
        [met, stated?.isMet ?? null],
        [evidence, stated?.evidence ?? null],
      ]
    }),
  ) as Pick<
    KeyAccountNominationEntity,
    (typeof CRITERION_COLUMNS)[keyof typeof CRITERION_COLUMNS]['met' | 'evidence']
  >

/** On which list they are to stand; and whose committee decides: the company's, as soon as its list is touched. */
const levelsOf = (stated: Stated, account: KeyAccountEntity | null) => {
  const level = stated.kind === 'RELEASE' ? account!.level : stated.level!
  const decidedAtLevel: KeyAccountLevel =
    level === 'COMPANY' || account?.level === 'COMPANY' ? 'COMPANY' : 'BRANCH'
  return { level, decidedAtLevel }
}

/** Refuses what cannot be asked of the committee as things stand; answers how the client stands on the list. */
const standing = async (
  tx: Transaction,
  { kind, clientId }: Stated,
  client: Client,
): Promise<KeyAccountEntity | null> => {
  const { orgId } = client
  if (client.archivedAt !== null && kind !== 'RELEASE') throw new Refused(OUT_OF_USE)
  const account = await listedAccount(tx.manager, orgId, clientId)
  if (kind === 'LIST' && account) throw new Refused(LISTED)
  if (kind !== 'LIST' && !account) throw new Refused(NOT_LISTED)
  const open = await tx.manager.findOneBy(KeyAccountNominationEntity, {
    orgId,
    clientId,
    status: 'IN_SIGNING',
  })
  if (open) throw new Refused(inOther(open.number))
  return account
}

export const propose = (context: VerbContext, input: object): Answer =>
  transaction(context, 'keyAccountNomination:propose', async (tx) => {
    const stated = orRefuse(parseInput(KEY_ACCOUNT_NOMINATION_INPUTS.propose, withUuids(input)))
    const client = await tx.lock(Client, stated.clientId)
    tx.admit('client:read', clientFacts(client))
    await refuseMerged(tx, client)
    const account = await standing(tx, stated, client)
    const department = await tx.get(Department, stated.departmentId)
    const levels = levelsOf(stated, account)
    const { organizationId: orgId, staffId } = tx.actor
    const { timeZone } = await lockOrganization(tx)
    const month = numberPeriod(tx.now, timeZone)
    const isRelease = stated.kind === 'RELEASE'
    const nomination = await tx.insert(KeyAccountNominationEntity, {
      number: keyAccountNominationNumber(month, await nextSerial(tx.manager, orgId, 'key-account', month)),
      kind: stated.kind,
      status: 'IN_SIGNING',
      clientId: client.id,
      clientCode: client.code,
      accountId: account?.id ?? null,
      ...levels,
      tier: isRelease ? null : stated.tier,
      previousTier: account?.tier ?? null,
      releaseReason: isRelease ? stated.releaseReason : null,
      departmentId: department.id,
      reason: stated.reason,
      ...testsOf(stated),
      proposedById: staffId,
      proposedAt: tx.now,
      reviewsOwed: await reviewsOwed(tx, nominationSigningKind(levels)),
      reviewerId: null,
      decidedById: null,
      decidedAt: null,
      note: null,
      version: 1,
    })
    await beginSigning(tx, subjectOf(nomination), [PART], {
      meaning: 'PREPARED',
      verb: 'keyAccountNomination:propose',
      facts: { ...clientFacts(client), ...keyAccountNominationFacts(nomination) },
      comment: null,
      verbs: VERBS,
    })
    return nomination
  })

type Step = Exclude<KeyAccountNominationAction, 'propose'>
interface Located<A extends Step> {
  readonly nomination: KeyAccountNominationEntity
  readonly client: Client
  readonly input: KeyAccountNominationInput<A>
}

/** Locks the client and then the nomination, for whoever may read it. */
const verb =
  <A extends Step>(
    action: A,
    work: (tx: Transaction, located: Located<A>) => Promise<KeyAccountNominationEntity>,
  ) =>
  (context: VerbContext, input: { readonly nominationId: string }): Answer =>
    transaction(context, `keyAccountNomination:${action}`, async (tx) => {
      const { nominationId, ...stated } = withUuids(input)
      const parsed = orRefuse(parseInput(KEY_ACCOUNT_NOMINATION_INPUTS[action], stated))
      const { clientId } = await tx.get(KeyAccountNominationEntity, nominationId as string)
      const client = await tx.lock(Client, clientId)
      const nomination = await tx.lock(KeyAccountNominationEntity, nominationId as string)
      tx.admit('keyAccountNomination:read', {
        ...clientFacts(client),
        ...keyAccountNominationFacts(nomination),
      })
      return work(tx, { nomination, client, input: parsed as KeyAccountNominationInput<A> })
    })

const sign = async (
  tx: Transaction,
  { nomination, client }: Pick<Located<Step>, 'nomination' | 'client'>,
  action: Step,
  { signs, comment }: KeyAccountNominationChange,
): Promise<void> => {
  const subject = subjectOf(nomination)
  await signNext(tx, (await roundOf(tx, subject))!, subject, {
    meaning: signs!,
    verb: `keyAccountNomination:${action}`,
    facts: { ...clientFacts(client), ...keyAccountNominationFacts(nomination) },
    comment,
  })
}

const decided =
  <A extends 'review' | 'reject'>(
    action: A,
    decide: (
      nomination: KeyAccountNominationEntity,
      input: KeyAccountNominationInput<A>,
      actor: Transaction['actor'],
      now: Date,
    ) => Result<KeyAccountNominationChange>,
  ) =>
  async (tx: Transaction, located: Located<A>): Promise<KeyAccountNominationEntity> => {
    const { nomination, input } = located
    const change = orRefuse(decide(nomination, input, tx.actor, tx.now))
    await sign(tx, located, action, change)
    if (action === 'reject') tx.emit('keyAccountDecided', { type: 'KeyAccountNomination', id: nomination.id })
    return tx.patch(
      KeyAccountNominationEntity,
      nomination,
      change.patch as Partial<KeyAccountNominationEntity>,
    )
  }

export const review = verb('review', decided('review', domain.reviewNomination))
export const reject = verb('reject', decided('reject', domain.rejectNomination))

/** What the committee has accepted is so from now on: listed, in another tier, or on the list no more. */
const carryOut = async (tx: Transaction, nomination: KeyAccountNominationEntity): Promise<string> => {
  const { orgId, kind, clientId, accountId } = nomination
  const policy = await keyAccountPolicyOf(tx.manager, orgId)
  const after = accountAfter(nomination, policy, await todayOf(tx))
  const by = { updatedAt: tx.now, updatedById: tx.actor.staffId }
  if (kind === 'LIST') {
    const listed = await tx.insert(KeyAccountEntity, {
      clientId,
      level: after.level!,
      tier: after.tier!,
      since: after.since!,
      nextTestOn: after.nextTestOn!,
      testToldOn: null,
      dossierDueOn: after.dossierDueOn!,
      releasedOn: null,
      releaseReason: null,
      version: 1,
      ...by,
    })
    await setDossierClock(tx.manager, listed)
    return listed.id
  }
  const account = await tx.lock(KeyAccountEntity, accountId!)
  await tx.patch(KeyAccountEntity, account, { ...after, ...by })
  return account.id
}

/** The last signature lists, changes the tier, or releases, in one transaction with it. */
export const approve = verb('approve', async (tx, located) => {
  const { nomination, input } = located
  const change = orRefuse(domain.approveNomination(nomination, input, tx.actor, tx.now))
  await sign(tx, located, 'approve', change)
  const accountId = await carryOut(tx, nomination)
  tx.emit('keyAccountDecided', { type: 'KeyAccountNomination', id: nomination.id })
  return tx.patch(KeyAccountNominationEntity, nomination, { ...change.patch, accountId })
})

export const withdraw = verb('withdraw', async (tx, { nomination, input }) => {
  const { patch } = orRefuse(domain.withdrawNomination(nomination, input, tx.actor, tx.now))
  const round = await roundOf(tx, subjectOf(nomination))
  if (round) await endSigning(tx, round)
  return tx.patch(KeyAccountNominationEntity, nomination, patch as Partial<KeyAccountNominationEntity>)
})
