/** What an administrator does about witnesses outside. Each of these stands in the audit; what witnesses answer is the worker's. */
import {
  MOST_WITNESSES,
  notEligible,
  parseInput,
  refusal,
  text,
  WITNESS_INPUTS,
  WITNESS_TRANSITIONS,
  type WitnessAction,
} from '@steward/domain'
import { Not } from 'typeorm'
import type { RequestContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { OrganizationProfile } from '../organization/organization.entity.ts'
import { LedgerWitness, LedgerWitnessState } from './witness.entity.ts'

const TOO_MANY = text(
  `最多 ${MOST_WITNESSES} 个见证，请先解除不用的。`,
  `There are at most ${MOST_WITNESSES} witnesses: dismiss one that is not used.`,
)

type Changed = Promise<LedgerWitness | UserError>
type Particulars = Pick<LedgerWitness, 'kind' | 'name' | 'url' | 'publicKey' | 'mailAddress' | 'rhythm'>

/** Refuses a second one of the same name, or one too many. The profile is locked, so that two at once do not pass. */
const demandRoom = async (tx: Transaction, name: string): Promise<void> => {
  const { organizationId: orgId } = tx.actor
  const { id } = await tx.manager.findOneByOrFail(OrganizationProfile, { orgId })
  await tx.lock(OrganizationProfile, id)
  const living = await tx.manager.findBy(LedgerWitness, { orgId, status: Not('DISMISSED') })
  const same = living.find((it) => it.name === name)
  if (same) throw new Refused({ code: 'DUPLICATE', existingId: toGlobalId('LedgerWitness', same.id) })
  if (living.length >= MOST_WITNESSES) throw new Refused(notEligible('witnessesAreFew', TOO_MANY))
}

const appoint = async (tx: Transaction, particulars: Particulars): Promise<LedgerWitness> => {
  await demandRoom(tx, particulars.name)
  return tx.insert(LedgerWitness, {
    ...particulars,
    status: 'APPOINTED',
    appointedAt: tx.now,
    appointedById: tx.actor.staffId,
    version: 1,
  })
}

/** Appoints a service that compares and cosigns. Refuses DUPLICATE where one of that name is appointed. */
export const appointCosigner = (context: RequestContext, input: object): Changed =>
  transaction(context, 'witness:appointCosigner', (tx) => {
    const stated = orRefuse(parseInput(WITNESS_INPUTS.appointCosigner, input))
    return appoint(tx, { ...stated, kind: 'COSIGNER', mailAddress: null, rhythm: null })
  })

/** Appoints a mailbox. Refuses DUPLICATE where it is appointed already. */
export const appointMailbox = (context: RequestContext, input: object): Changed =>
  transaction(context, 'witness:appointMailbox', (tx) => {
    const { mailAddress, rhythm } = orRefuse(parseInput(WITNESS_INPUTS.appointMailbox, input))
    // Its address is personal; what it is called must tell it from others all the same.
    return appoint(tx, {
      kind: 'MAIL',
      name: maskedAddress(mailAddress),
      mailAddress,
      rhythm,
      url: null,
      publicKey: null,
    })
  })

/** `au…@example.com` */
const maskedAddress = (address: string): string => address.replace(/^(.{1,2})[^@]*/, '$1…')

interface OnWitness {
  readonly witnessId: string
}

const verb =
  (action: WitnessAction, work: (tx: Transaction, witness: LedgerWitness) => Promise<LedgerWitness>) =>
  (context: RequestContext, input: OnWitness): Changed =>
    transaction(context, `witness:${action}`, async (tx) => {
      const { witnessId, ...stated } = withUuids(input)
      const { expectedVersion } = orRefuse(parseInput(WITNESS_INPUTS[action], stated))
      const witness = await tx.lock(LedgerWitness, witnessId as string, expectedVersion)
      const refused = refusal(WITNESS_TRANSITIONS, action, tx.actor, { status: witness.status })
      if (refused) throw new Refused(refused)
      return work(tx, witness)
    })

/** Has the worker tell it now, whatever it waits for: a mailbox gets its mail, a cosigner is asked again. */
export const tellWitness = verb('tell', async (tx, witness) => {
  const { orgId, id: witnessId } = witness
  const again = witness.kind === 'MAIL' ? { seenAt: null } : { seenSize: 0 }
  await tx.manager.update(LedgerWitnessState, { orgId, witnessId }, { nextTryAt: tx.now, ...again })
  tx.noteRead(LedgerWitness, witness, witness.name)
  return witness
})

/** It is told nothing any more. What it has signed stays, and its key with it. */
export const dismissWitness = verb('dismiss', (tx, witness) =>
  tx.patch(LedgerWitness, witness, { status: 'DISMISSED' }),
)
