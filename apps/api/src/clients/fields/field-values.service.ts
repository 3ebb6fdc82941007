/** What clients have under the organization's own fields: checked by the domain, kept in the column of the field's class. */
import {
  checkFieldValue,
  CUSTOM_FIELD_INPUTS,
  fieldOrdinal,
  invalidInput,
  notEligible,
  parseInput,
  text,
  type FieldError,
  type WrittenValue,
} from '@steward/domain'
import { In } from 'typeorm'
import type { Vault } from '../../access/vault.ts'
import type { Ciphertext } from '../../database/columns.ts'
import { invalidReference } from '../../database/invalid-reference.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import { UserError } from '../../graphql/user-error.ts'
import { Client } from '../client.entity.ts'
import { shownEachTime, type SealingContext } from '../confidential/at-hand.ts'
import { findSeal, keyIsDestroyed, newSeal } from '../confidential/client-seal.service.ts'
import { clientFacts, inUse, keptClient } from '../kept-client.ts'
import { recordReveal } from '../reveals/reveal.service.ts'
import { ClientFieldValue, CustomField } from './custom-field.entity.ts'
import { RevealedFields } from './custom-field.type.ts'

type Columns = Pick<
  ClientFieldValue,
  'internalValue' | 'internalOrdinal' | 'personalValue' | 'personalOrdinal' | 'sealedValue'
>

/** The columns of a value, by the class of its field. */
export const valueColumns = async (
  tx: Transaction,
  vault: Vault,
  field: CustomField,
  row: Pick<ClientFieldValue, 'orgId' | 'id' | 'clientId'>,
  written: string,
): Promise<Columns> => {
  const ordinal = field.type === 'TEXT' || field.type === 'CHOICE' ? null : fieldOrdinal(written)
  const nothing = {
    internalValue: null,
    internalOrdinal: null,
    personalValue: null,
    personalOrdinal: null,
    sealedValue: null,
  }
  if (field.class === 'INTERNAL') return { ...nothing, internalValue: written, internalOrdinal: ordinal }
  if (field.class === 'PERSONAL') return { ...nothing, personalValue: written, personalOrdinal: ordinal }
  const client = { orgId: row.orgId, id: row.clientId }
  const seal = (await findSeal(tx.manager, vault, client)) ?? (await newSeal(tx, vault, client.id))
  return { ...nothing, sealedValue: seal.seal(ClientFieldValue, row, 'sealedValue', written) }
}

/** Writes one value that was checked, or takes it away. Whoever calls holds the client locked. */
export const writeFieldValue = async (
  tx: Transaction,
  vault: Vault,
  field: CustomField,
  clientId: string,
  written: WrittenValue,
  before: ClientFieldValue | undefined,
): Promise<void> => {
  if (written === null) {
    if (before) await tx.remove(ClientFieldValue, before)
    return
  }
  if (before && (before.internalValue ?? before.personalValue) === written) return
  const row = { orgId: tx.actor.organizationId, id: before?.id ?? tx.newId(), clientId }
  const columns = await valueColumns(tx, vault, field, row, written)
  const signed = { setById: tx.actor.staffId, setAt: tx.now }
  if (before) await tx.patch(ClientFieldValue, before, { ...columns, ...signed })
  else
    await tx.insert(ClientFieldValue, {
      ...columns,
      ...signed,
      id: row.id,
      clientId,
      fieldId: field.id,
      class: field.class,
      version: 1,
    })
}

const NOT_ASKED = text(
  '该字段不用于这类客户，或已停用。',
  'This field is not asked of such a client, or is retired.',
)

/** Sets fields together: one that is wrong, and none is set. */
export const setFields = (context: SealingContext, input: object): Promise<Client | UserError> =>
  transaction(context, 'client:setField', async (tx) => {
    const { clientId, values } = orRefuse(parseInput(CUSTOM_FIELD_INPUTS.set, withUuids(input)))
    const client = inUse(await keptClient(tx, clientId), 'amend')
    const { organizationId: orgId } = tx.actor
    const asked = (await tx.manager.findBy(CustomField, { orgId })).filter(
      ({ kinds, retiredAt }) => retiredAt === null && kinds.includes(client.kind),
    )
    const kept = await tx.manager.findBy(ClientFieldValue, { orgId, clientId })
    const problems: FieldError[] = []
    const checked = values.map(({ fieldId, value, expectedVersion }, at) => {
      const field = asked.find(({ id }) => id === fieldId)
      const before = kept.find((it) => it.fieldId === fieldId)
      if (!field) {
        problems.push({ path: `values.${at}.fieldId`, message: NOT_ASKED })
        return undefined
      }
      if ((before?.version ?? 0) !== expectedVersion)
        throw new Refused({
          code: 'STALE_RECORD',
          changedBy: before?.setById ?? null,
          changedAt: before?.setAt ?? tx.now,
          version: before?.version ?? 0,
        })
      const result = checkFieldValue(field, value)
      if (result.ok) return { field, before, written: result.value }
      problems.push(result.error)
      return undefined
    })
    // What is required and was left out must be there already.
    for (const field of asked.filter(({ isRequired }) => isRequired))
      if (
        !values.some(({ fieldId }) => fieldId === field.id) &&
        !kept.some(({ fieldId }) => fieldId === field.id)
      ) {
        const missing = checkFieldValue(field, null)
        if (!missing.ok) problems.push(missing.error)
      }
    if (problems.length > 0) throw new Refused(invalidInput(...problems))
    for (const each of checked)
      if (each) await writeFieldValue(tx, context.vault, each.field, clientId, each.written, each.before)
    return client
  })

const NOTHING_ON_FILE = notEligible(
  'nothingOnFile',
  text('没有登记这些资料。', 'Nothing of that is on file.'),
)

export const revealFields = async (
  context: SealingContext,
  input: object,
): Promise<RevealedFields | UserError> => {
  const shown = Object.assign(new RevealedFields(), { values: [] as { key: string; value: string }[] })
  const done = await transaction(shownEachTime(context), 'client:revealField', async (tx) => {
    const { clientId, fieldIds, reason } = orRefuse(parseInput(CUSTOM_FIELD_INPUTS.reveal, withUuids(input)))
    const client = await tx.get(Client, clientId)
    tx.admit('client:read', clientFacts(client))
    const { orgId } = client
    const fields = await tx.manager.findBy(CustomField, { orgId, id: In(fieldIds) })
    if (fields.length === 0) throw invalidReference('fieldIds')
    const kept = await tx.manager.findBy(ClientFieldValue, {
      orgId,
      clientId,
      fieldId: In(fieldIds),
      class: 'SENSITIVE',
    })
    if (kept.length === 0) throw new Refused(NOTHING_ON_FILE)
    const seal = await findSeal(tx.manager, context.vault, client)
    for (const row of kept) {
      const value = seal?.open(ClientFieldValue, row, 'sealedValue', row.sealedValue as Ciphertext)
      if (value === undefined) throw keyIsDestroyed()
      shown.values.push({ key: fields.find(({ id }) => id === row.fieldId)!.key, value })
    }
    const keys = shown.values.map(({ key }) => key)
    await recordReveal(tx, { kind: 'FIELD', clientId, fields: keys, reason })
    tx.noteRead(Client, client, reason, keys)
    return client
  })
  return done instanceof UserError ? done : shown
}
