/** Numbers of identity documents: sealed under the key of their client, and only where there is no profile yet. */
import { maskNumber } from '@steward/domain'
import { In } from 'typeorm'
import { newSeal } from '../../../clients/confidential/client-seal.service.ts'
import { ClientKey } from '../../../clients/confidential/client-key.entity.ts'
import { ClientProfile } from '../../../clients/confidential/profile.entity.ts'
import type { RecordRun } from '../record-run.ts'

/** Client → the profile that was made for the number. */
export const keepDocuments = async (
  { tx, vault, orgId, staffId }: RecordRun,
  documents: readonly { readonly clientId: string; readonly number: string }[],
): Promise<ReadonlyMap<string, string>> => {
  const made = new Map<string, string>()
  if (documents.length === 0) return made
  const clientIds = documents.map(({ clientId }) => clientId)
  const where = { orgId, clientId: In(clientIds) }
  const [profiles, keys] = [
    await tx.manager.findBy(ClientProfile, where),
    await tx.manager.findBy(ClientKey, where),
  ]
  const kept = new Set([...profiles, ...keys].map(({ clientId }) => clientId))
  for (const { clientId, number } of documents) {
    if (kept.has(clientId) || made.has(clientId)) continue
    const seal = await newSeal(tx, vault, clientId)
    const id = tx.newId()
    const sealed = seal.seal(ClientProfile, { orgId, id }, 'idDocumentNumber', number)
    await tx.append(ClientProfile, {
      id,
      clientId,
      ...NOTHING_ELSE,
      idDocumentNumber: sealed,
      idDocumentNumberMasked: maskNumber(number),
      onFile: ['idDocumentNumber'],
      setById: staffId,
      setAt: tx.now,
      version: 1,
    })
    made.set(clientId, id)
  }
  await tx.flush()
  return made
}

const NOTHING_ELSE = {
  birthday: null,
  ageBand: null,
  occupation: null,
  education: null,
  incomeBand: null,
  housing: null,
  associations: null,
  purchasedOn: null,
  purchaseArea: null,
  purchaseAmountMinor: null,
  eventsAttended: null,
  idDocumentType: null,
} as const
