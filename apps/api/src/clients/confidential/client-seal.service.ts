/**
 * Sealing under the key of one client. A ciphertext names its key and opens in its own place only: organization, table, column and
 * row are bound into it, so one that was moved is as good as none.
 */
import { notEligible, text } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { newSealingKey, sealingKeyOf, type SealingKey, type Vault } from '../../access/vault.ts'
import type { Ciphertext } from '../../database/columns.ts'
import { Refused } from '../../database/refused.ts'
import type { TenantRow, Transaction } from '../../database/transaction.ts'
import { ClientKey } from './client-key.entity.ts'

/** The members of a row that are sealed. */
export type SealedMember<T> = {
  [K in keyof T]-?: NonNullable<T[K]> extends Ciphertext ? K : never
}[keyof T] &
  string

type Place = Pick<TenantRow, 'orgId' | 'id'>

const keyIdOf = (sealed: Ciphertext): string => sealed.slice(0, sealed.indexOf('.'))

const keyPlace = ({ orgId, id }: Place): string => `${orgId}|client_key|sealed_key|${id}`

export class ClientSeal {
  readonly #manager: EntityManager
  readonly #keyId: string
  readonly #key: SealingKey
  /** Of clients that were merged into this one: they open what was sealed before, and seal nothing any more. */
  readonly #others: ReadonlyMap<string, SealingKey>

  constructor(
    manager: EntityManager,
    keyId: string,
    key: SealingKey,
    others: ReadonlyMap<string, SealingKey> = new Map(),
  ) {
    this.#manager = manager
    this.#keyId = keyId
    this.#key = key
    this.#others = others
  }

  /** Was it sealed for this very client, not for one who was merged into them? */
  isOwn(sealed: Ciphertext): boolean {
    return keyIdOf(sealed) === this.#keyId
  }

  seal<T>(entity: new () => T, row: Place, member: SealedMember<T>, plain: string): Ciphertext {
    return `${this.#keyId}.${this.#key.seal(this.#placeOf(entity, row, member), plain)}` as Ciphertext
  }

  /** Undefined where it was sealed under a key that is no more. @throws Error where it is not of this place, or was altered */
  open<T>(entity: new () => T, row: Place, member: SealedMember<T>, sealed: Ciphertext): string | undefined {
    const keyId = keyIdOf(sealed)
    const key = keyId === this.#keyId ? this.#key : this.#others.get(keyId)
    return key?.open(this.#placeOf(entity, row, member), sealed.slice(keyId.length + 1))
  }

  #placeOf<T>(entity: new () => T, { orgId, id }: Place, member: string): string {
    const metadata = this.#manager.connection.getMetadata(entity)
    const column = metadata.findColumnWithPropertyName(member)!.databaseName
    return `${orgId}|${metadata.tableName}|${column}|${id}`
  }
}

/** The client's own key, and those of whom was merged into them. */
const KEYS = `
select k.id, k.org_id as "orgId", k.client_id as "clientId", k.sealed_key as "sealedKey"
  from client_key k
 where k.org_id = $1
   and (k.client_id = $2 or k.client_id in (select c.id from client c where c.org_id = $1 and c.merged_into_id = $2))`

/** Undefined where nothing was sealed for that client yet, or the key was destroyed. */
export const findSeal = async (
  manager: EntityManager,
  vault: Vault,
  { orgId, id: clientId }: Place,
): Promise<ClientSeal | undefined> => {
  const rows = await manager.query<ClientKey[]>(KEYS, [orgId, clientId])
  const keys = new Map(
    rows.map((row) => [row.id, sealingKeyOf(vault.open(keyPlace(row), row.sealedKey))] as const),
  )
  const own = rows.find((row) => row.clientId === clientId)
  return own && new ClientSeal(manager, own.id, keys.get(own.id)!, keys)
}

/** A client's first key. Whoever calls holds the client's row locked, so that no second one is made meanwhile. */
export const newSeal = async (tx: Transaction, vault: Vault, clientId: string): Promise<ClientSeal> => {
  const key = newSealingKey()
  const id = tx.newId()
  const { organizationId: orgId } = tx.actor
  const sealedKey = vault.seal(keyPlace({ orgId, id }), key) as Ciphertext
  await tx.append(ClientKey, { id, clientId, sealedKey, createdAt: tx.now })
  return new ClientSeal(tx.manager, id, sealingKeyOf(key))
}

/** What is to be shown cannot be any more. */
export const keyIsDestroyed = (): Refused =>
  new Refused(
    notEligible(
      'keyIsDestroyed',
      text('该资料已删除，无法再查看。', 'This was erased: nobody can read it any more.'),
    ),
  )
