import { randomBytes } from 'node:crypto'
import type { Permission } from '@steward/domain'
import { commitment } from '@steward/verify'
import { v7 as newId } from 'uuid'
import { classOf } from '../database/columns.ts'
import { canonicalValue } from './audit-document.ts'

/** One row that a transaction inserted (`before` undefined) or changed. */
export interface Change {
  readonly entity: new () => object
  readonly subjectType: string
  readonly subjectId: string
  readonly before: Readonly<Record<string, unknown>> | undefined
  readonly after: Readonly<Record<string, unknown>>
  /** Why, where the verb asks for a reason (a protected value was shown). */
  readonly reason?: string
}

/** Salt of one commitment, kept in a table of its own so that it can be erased. */
export interface Salt {
  readonly ownerId: string
  readonly path: string
  readonly salt: string
}

/** Columns that say nothing about the business: which tenant, and bookkeeping that every change touches. */
const BOOKKEEPING: ReadonlySet<string> = new Set(['orgId', 'id', 'version', 'updatedAt', 'updatedById'])

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * The audit entry of a change: `{ column: [before, after] }`. A personal or sensitive value is replaced by a salted
 * commitment: the entry proves what it was to whoever can show the value, and tells nobody else (decision 7).
 */
export const auditEntry = (
  change: Change,
  by: {
    orgId: string
    actorId: string | null
    verb: Permission | 'system'
    requestId: string
    at: Date
  },
): { entry: Record<string, unknown> & { readonly id: string }; salts: Salt[] } => {
  const id = newId()
  const salts: Salt[] = []
  const seal = (path: string, value: unknown): string => {
    const salt = randomBytes(16).toString('hex')
    salts.push({ ownerId: id, path, salt })
    return commitment(salt, canonicalValue(value))
  }
  const commit = (property: string, side: 'before' | 'after', value: unknown): unknown => {
    if (value === null || value === undefined || classOf(change.entity, property) === 'internal')
      return value ?? null
    // As the row will have it: instants and the like are texts there.
    return { commitment: seal(`${property}.${side}`, JSON.parse(JSON.stringify(value))) }
  }
  const changes = Object.fromEntries(
    Object.keys(change.after)
      .filter(
        (property) => !BOOKKEEPING.has(property) && !same(change.before?.[property], change.after[property]),
      )
      .map((property) => [
        property,
        [
          commit(property, 'before', change.before?.[property]),
          commit(property, 'after', change.after[property]),
        ],
      ]),
  )
  const { reason = null, subjectType, subjectId } = change
  const reasonCommitment = reason === null ? null : seal('reason', reason)
  return {
    entry: { ...by, id, reason, reasonCommitment, subjectType, subjectId, changes },
    salts,
  }
}
