/**
 * New rows of one verb wait here and go out as one data-modifying statement: a case, its event, signature, audit and outbox would
 * else be a round trip each, all while the number's counter is locked. Foreign keys are checked when the whole statement has
 * run, so the order of its parts is free. Changes of rows do not wait, but for one: unique keys are checked row by row, and what
 * a change frees would not be free yet for the new row of the same statement.
 */
import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Client, QueryResult } from 'pg'
import {
  QueryFailedError,
  type DataSource,
  type EntityManager,
  type EntityMetadata,
  type ObjectLiteral,
} from 'typeorm'

/** One statement; it is parsed once a connection, by its name. */
export interface Write {
  readonly name: string
  readonly text: string
  readonly values: readonly unknown[]
}

/** A row to change, by its whole key, and its new values. */
interface Update {
  readonly metadata: EntityMetadata
  readonly key: ObjectLiteral
  readonly values: ObjectLiteral
}

/** Below the 65,535 parameters that the protocol can count. */
const MANY_PARAMETERS = 20_000
const names = new LRUCache<string, string>({ max: 1_000 })

export class PendingWrites {
  readonly #dataSource: DataSource
  #inserts = new Map<EntityMetadata, ObjectLiteral[]>()
  #updates: Update[] = []
  #parameters = 0

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource
  }

  get areMany(): boolean {
    return this.#parameters > MANY_PARAMETERS
  }

  insert(metadata: EntityMetadata, row: ObjectLiteral): void {
    const rows = this.#inserts.get(metadata)
    if (rows) rows.push(row)
    else this.#inserts.set(metadata, [row])
    this.#parameters += metadata.columns.length
  }

  /** A change of a row that no other write of the verb touches or refers to. */
  update(metadata: EntityMetadata, key: ObjectLiteral, values: ObjectLiteral): void {
    this.#updates.push({ metadata, key, values })
  }

  /** All that waits, as one statement; nothing waits any more. */
  take(): Write | undefined {
    if (this.#inserts.size + this.#updates.length === 0) return undefined
    const values: unknown[] = []
    const parts = [
      ...[...this.#inserts].map(([metadata, rows]) => this.#insertText(metadata, rows, values)),
      ...this.#updates.map((update) => this.#updateText(update, values)),
    ]
    this.#inserts = new Map()
    this.#updates = []
    this.#parameters = 0
    const text =
      parts.length === 1
        ? parts[0]!
        : `with ${parts.map((part, at) => `w${at} as (${part})`).join(',\n')}\nselect 1`
    return { name: nameOf(text), text, values }
  }

  #insertText(metadata: EntityMetadata, rows: readonly ObjectLiteral[], values: unknown[]): string {
    const columns = metadata.columns.filter((column) =>
      rows.some((row) => row[column.propertyName] !== undefined),
    )
    const tuples = rows.map((row) => {
      const cells = columns.map((column) => {
        const value: unknown = row[column.propertyName]
        if (value === undefined) return 'default'
        return `$${values.push(this.#dataSource.driver.preparePersistentValue(value, column))}`
      })
      return `(${cells.join(', ')})`
    })
    const list = columns.map(({ databaseName }) => `"${databaseName}"`).join(', ')
    return `insert into "${metadata.tableName}" (${list}) values ${tuples.join(', ')}`
  }

  #updateText({ metadata, key, values: changed }: Update, values: unknown[]): string {
    const cells = (of: ObjectLiteral): string[] =>
      metadata.columns
        .filter(({ propertyName }) => of[propertyName] !== undefined)
        .map((column) => {
          const value: unknown = this.#dataSource.driver.preparePersistentValue(
            of[column.propertyName],
            column,
          )
          return `"${column.databaseName}" = $${values.push(value)}`
        })
    return `update "${metadata.tableName}" set ${cells(changed).join(', ')} where ${cells(key).join(' and ')}`
  }
}

const nameOf = (text: string): string => {
  const known = names.get(text)
  if (known) return known
  const name = `write_${createHash('sha256').update(text).digest('base64url').slice(0, 32)}`
  names.set(text, name)
  return name
}

/**
 * From now on `flush` runs before each statement of the manager, so that nothing is read past what waits. Answers how to send a
 * write on the same connection, past that rule.
 */
export const writeBeforeReading = (
  manager: EntityManager,
  flush: () => Promise<void>,
): ((write: Write) => Promise<QueryResult>) => {
  const runner = manager.queryRunner!
  const ask = runner.query.bind(runner)
  runner.query = async (...given: Parameters<typeof ask>) => {
    await flush()
    return ask(...given)
  }
  return async ({ name, text, values }) => {
    const client = (await runner.connect()) as Client
    return client.query({ name, text, values: [...values] }).catch((error: Error) => {
      throw new QueryFailedError(text, undefined, error)
    })
  }
}

/** Gives a new row the values that the table would give it, so that rules and audit see what will be stored. */
export const withDefaults = <T extends ObjectLiteral>(metadata: EntityMetadata, row: T): T => {
  for (const { propertyName, default: value, isArray } of metadata.columns) {
    if (row[propertyName] !== undefined || value === undefined || typeof value === 'function') continue
    Object.assign(row, { [propertyName]: isArray && value === '{}' ? [] : value })
  }
  return row
}
