/** Dossiers of key accounts: each return is a whole new version; what is sealed is carried over unless it is stated or cleared. */
import {
  DOSSIER_INPUTS,
  DOSSIER_OPEN_HEADS,
  DOSSIER_SEALED_HEADS,
  dossierDifference,
  monthsAfter,
  notEligible,
  parseInput,
  text,
  type DossierOpenHead,
  type DossierSealedHead,
  type DossierStated,
} from '@steward/domain'
import { Client } from '../clients/client.entity.ts'
import { clientFacts } from '../clients/kept-client.ts'
import { shownEachTime, type SealingContext } from '../clients/confidential/at-hand.ts'
import {
  findSeal,
  keyIsDestroyed,
  newSeal,
  type ClientSeal,
} from '../clients/confidential/client-seal.service.ts'
import { recordReveal } from '../clients/reveals/reveal.service.ts'
import type { Ciphertext } from '../database/columns.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import { UserError } from '../graphql/user-error.ts'
import { todayOf } from '../money/day-of-organization.service.ts'
import { KeyAccountDossier, KeyAccountEntity } from './key-account.entity.ts'
import { keyAccountPolicyOf, lockListed, setDossierClock } from './key-account.service.ts'
import { RevealedDossier } from './dossier.type.ts'

const NOTHING_ON_FILE = notEligible(
  'nothingOnFile',
  text('没有登记这些资料。', 'Nothing of that is on file.'),
)

export const recordDossier = (
  context: SealingContext,
  input: object,
): Promise<KeyAccountDossier | UserError> =>
  transaction(context, 'keyAccount:recordDossier', async (tx) => {
    const stated = orRefuse(parseInput(DOSSIER_INPUTS.record, withUuids(input)))
    const { account, client } = await lockListed(tx, stated.keyAccountId)
    const { orgId } = account
    const before = await tx.manager.findOne(KeyAccountDossier, {
      where: { orgId, accountId: account.id },
      order: { ordinal: 'DESC' },
    })
    const version = before?.ordinal ?? 0
    if (version !== stated.expectedOrdinal) {
      const changedBy = before?.recordedById ?? null
      throw new Refused({ code: 'STALE_RECORD', changedBy, changedAt: before?.recordedAt ?? tx.now, version })
    }
    const seal =
      (await findSeal(tx.manager, context.vault, client)) ?? (await newSeal(tx, context.vault, client.id))
    const dossier = await writeDossier(tx, seal, { account, before, stated })
    const { dossierMonths } = await keyAccountPolicyOf(tx.manager, orgId)
    const returned = await tx.patch(KeyAccountEntity, account, {
      dossierDueOn: monthsAfter(await todayOf(tx), dossierMonths),
      updatedAt: tx.now,
      updatedById: tx.actor.staffId,
    })
    await setDossierClock(tx.manager, returned)
    return dossier
  })

interface Return {
  readonly account: KeyAccountEntity
  readonly before: KeyAccountDossier | null
  readonly stated: DossierStated
}

type Plain = Record<DossierSealedHead, string | null>

const writeDossier = (
  tx: Transaction,
  seal: ClientSeal,
  { account, before, stated }: Return,
): Promise<KeyAccountDossier> => {
  const row = { orgId: account.orgId, id: tx.newId() }
  const of = <T>(value: (head: DossierSealedHead) => T) =>
    Object.fromEntries(DOSSIER_SEALED_HEADS.map((head) => [head, value(head)])) as Record<
      DossierSealedHead,
      T
    >
  const plainBefore: Plain = of((head) => {
    const ciphertext = before?.[head] ?? null
    return ciphertext === null ? null : (seal.open(KeyAccountDossier, before!, head, ciphertext) ?? null)
  })
  const plain: Plain = of((head) =>
    stated.clear.includes(head) ? null : (stated[head] ?? plainBefore[head]),
  )
  const sealed: Record<DossierSealedHead, Ciphertext | null> = of((head) =>
    plain[head] === null ? null : seal.seal(KeyAccountDossier, row, head, plain[head]),
  )
  const open = Object.fromEntries(DOSSIER_OPEN_HEADS.map((head) => [head, stated[head]])) as Pick<
    KeyAccountDossier,
    DossierOpenHead
  >
  const competition = { ourShareBasisPoints: stated.ourShareBasisPoints, rivals: [...stated.rivals] }
  return tx.insert(KeyAccountDossier, {
    ...open,
    ...sealed,
    ...competition,
    id: row.id,
    clientId: account.clientId,
    accountId: account.id,
    ordinal: (before?.ordinal ?? 0) + 1,
    onFile: DOSSIER_SEALED_HEADS.filter((head) => sealed[head] !== null),
    changedParts: before
      ? dossierDifference({ ...before, ...plainBefore }, { ...open, ...plain, ...competition })
      : [],
    recordedById: tx.actor.staffId,
    recordedAt: tx.now,
  })
}

/** Shows money and credit: with a reason, on record, counted among what one may be shown a day. */
export const revealDossier = async (
  context: SealingContext,
  input: object,
): Promise<RevealedDossier | UserError> => {
  const shown = new RevealedDossier()
  const done = await transaction(shownEachTime(context), 'keyAccount:revealDossier', async (tx) => {
    const { dossierId, heads, reason } = orRefuse(parseInput(DOSSIER_INPUTS.reveal, withUuids(input)))
    const dossier = await tx.get(KeyAccountDossier, dossierId)
    const client = await tx.get(Client, dossier.clientId)
    tx.admit('keyAccount:readDossier', clientFacts(client))
    const asked = heads.filter((head) => dossier.onFile.includes(head))
    if (asked.length === 0) throw new Refused(NOTHING_ON_FILE)
    const seal = await findSeal(tx.manager, context.vault, client)
    for (const head of asked) {
      const written = seal?.open(KeyAccountDossier, dossier, head, dossier[head]!)
      if (written === undefined) throw keyIsDestroyed()
      Object.assign(shown, { [head]: written })
    }
    await recordReveal(tx, { kind: 'DOSSIER', clientId: client.id, fields: asked, reason })
    tx.noteRead(Client, client, reason, asked)
    return client
  })
  return done instanceof UserError ? done : shown
}
