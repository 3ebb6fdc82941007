/** Status records of companies: each recording is a whole new version; what is sealed is carried over unless it is stated or cleared. */
import {
  CONFIDENTIAL_INPUTS,
  maskNumber,
  notEligible,
  parseInput,
  readParticular,
  STATUS_OPEN_FIELDS,
  STATUS_RECORD,
  STATUS_SEALED_FIELDS,
  statusDifference,
  text,
  writeParticular,
  type StatusField,
  type StatusOpenField,
  type ParticularValue,
  type StatusSealedField,
} from '@steward/domain'
import type { Ciphertext } from '../../database/columns.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import { UserError } from '../../graphql/user-error.ts'
import { clientFacts } from '../kept-client.ts'
import { Client } from '../client.entity.ts'
import { recordReveal } from '../reveals/reveal.service.ts'
import { lockClient, shownEachTime, type SealingContext } from './at-hand.ts'
import { findSeal, keyIsDestroyed, newSeal, type ClientSeal } from './client-seal.service.ts'
import { ClientStatusRecord } from './status-record.entity.ts'
import { RevealedStatus } from './status-record.type.ts'

const NO_COMPANY = notEligible(
  'kind',
  text('客户状况记录表只用于企业客户。', 'Only a company has a status record.'),
)
const NOTHING_ON_FILE = notEligible(
  'nothingOnFile',
  text('没有登记这些资料。', 'Nothing of that is on file.'),
)

export const recordStatus = (
  context: SealingContext,
  input: object,
): Promise<ClientStatusRecord | UserError> =>
  transaction(context, 'client:recordStatus', async (tx) => {
    const { clientId, expectedOrdinal, clear, ...stated } = orRefuse(
      parseInput(CONFIDENTIAL_INPUTS.recordStatus, withUuids(input)),
    )
    const client = await lockClient(tx, clientId)
    if (client.kind !== 'COMPANY') throw new Refused(NO_COMPANY)
    const before = await tx.manager.findOne(ClientStatusRecord, {
      where: { orgId: client.orgId, clientId },
      order: { ordinal: 'DESC' },
    })
    const version = before?.ordinal ?? 0
    if (version !== expectedOrdinal) {
      const changedBy = before?.recordedById ?? null
      throw new Refused({ code: 'STALE_RECORD', changedBy, changedAt: before?.recordedAt ?? tx.now, version })
    }
    const seal =
      (await findSeal(tx.manager, context.vault, client)) ?? (await newSeal(tx, context.vault, client.id))
    return writeStatus(tx, seal, { client, before, stated, clear })
  })

export type StatedStatus = Readonly<Partial<Record<StatusField, ParticularValue | null>>>

interface StatusChange {
  readonly client: Pick<Client, 'orgId' | 'id'>
  /** The version in force. */
  readonly before: ClientStatusRecord | null
  readonly stated: StatedStatus
  readonly clear: readonly StatusSealedField[]
}

type Plain = Partial<Record<StatusSealedField, string | null>>

/** Adds a version; reads nothing, so that many can be written at once. */
export const writeStatus = async (
  tx: Transaction,
  seal: ClientSeal,
  { client, before, stated, clear }: StatusChange,
): Promise<ClientStatusRecord> => {
  const row = { orgId: client.orgId, id: tx.newId() }
  const held = (field: StatusSealedField): string | null => {
    const ciphertext = before?.[field] ?? null
    return ciphertext === null ? null : (seal.open(ClientStatusRecord, before!, field, ciphertext) ?? null)
  }
  const plainBefore: Plain = Object.fromEntries(STATUS_SEALED_FIELDS.map((field) => [field, held(field)]))
  const plain: Plain = Object.fromEntries(
    STATUS_SEALED_FIELDS.map((field) => {
      const value = stated[field] ?? null
      if (clear.includes(field)) return [field, null]
      return [field, value === null ? plainBefore[field] : writeParticular(value)]
    }),
  )
  const sealed = Object.fromEntries(
    STATUS_SEALED_FIELDS.map((field) => {
      const value = plain[field] ?? null
      return [field, value === null ? null : seal.seal(ClientStatusRecord, row, field, value)]
    }),
  ) as Record<StatusSealedField, Ciphertext | null>
  const open = Object.fromEntries(
    STATUS_OPEN_FIELDS.map((field) => [field, stated[field] ?? null]),
  ) as unknown as Pick<ClientStatusRecord, StatusOpenField>
  return tx.insert(ClientStatusRecord, {
    ...open,
    ...sealed,
    id: row.id,
    clientId: client.id,
    ordinal: (before?.ordinal ?? 0) + 1,
    bankAccountMasked: plain.bankAccount ? maskNumber(plain.bankAccount) : null,
    onFile: STATUS_SEALED_FIELDS.filter((field) => sealed[field] !== null),
    changedFields: before ? statusDifference({ ...before, ...plainBefore }, { ...open, ...plain }) : [],
    recordedById: tx.actor.staffId,
    recordedAt: tx.now,
  })
}

export const revealStatus = async (
  context: SealingContext,
  input: object,
): Promise<RevealedStatus | UserError> => {
  const shown = new RevealedStatus()
  const done = await transaction(shownEachTime(context), 'client:revealStatus', async (tx) => {
    const { statusRecordId, fields, reason } = orRefuse(
      parseInput(CONFIDENTIAL_INPUTS.revealStatus, withUuids(input)),
    )
    const record = await tx.get(ClientStatusRecord, statusRecordId)
    const client = await tx.get(Client, record.clientId)
    tx.admit('client:read', clientFacts(client))
    const asked = fields.filter((field) => record.onFile.includes(field))
    if (asked.length === 0) throw new Refused(NOTHING_ON_FILE)
    const seal = await findSeal(tx.manager, context.vault, client)
    for (const field of asked) {
      const written = seal?.open(ClientStatusRecord, record, field, record[field]!)
      if (written === undefined) throw keyIsDestroyed()
      Object.assign(shown, { [field]: readParticular(STATUS_RECORD[field], written) })
    }
    await recordReveal(tx, { kind: 'STATUS', clientId: client.id, fields: asked, reason })
    tx.noteRead(Client, client, reason, asked)
    return client
  })
  return done instanceof UserError ? done : shown
}
