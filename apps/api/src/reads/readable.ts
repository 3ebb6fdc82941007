import { whoHas } from './compiled-documents.ts'
import { compileReadable, type Compiled } from './compile-document.ts'
import { readCompiled } from './read-compiled.ts'
import type { ReadModel } from './read-model.ts'
import type { SignedIn } from '../context.ts'
import type { GraphQLSchema } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Pool } from 'pg'

const KEPT = 1_000

/** Tells which records a session may read at this moment, by the very scope that a query of it would meet. */
export class Readable {
  readonly #schema: GraphQLSchema
  readonly #model: ReadModel
  readonly #pool: Pool
  readonly #compiled = new LRUCache<string, Compiled>({ max: KEPT })

  constructor(schema: GraphQLSchema, model: ReadModel, pool: Pool) {
    this.#schema = schema
    this.#model = model
    this.#pool = pool
  }

  /** Has the type ids of its own, so that one can be told of its records? */
  knows(type: string): boolean {
    return (this.#model.projections.get(type)?.prefix ?? null) !== null
  }

  /** Of these rows of one type, those that the reader may read; undefined when the session is not good as it was resolved. */
  async among(
    reader: SignedIn,
    type: string,
    ids: readonly string[],
  ): Promise<ReadonlySet<string> | undefined> {
    const { actor } = reader
    const key = `${type}|${whoHas(actor)}`
    const request = { schema: this.#schema, model: this.#model, rights: actor }
    const statement = this.#compiled.get(key) ?? compileReadable(request, type)
    this.#compiled.set(key, statement)
    const answer = await readCompiled(this.#pool, statement, { variables: { ids }, reader }, true)
    return answer === undefined ? undefined : new Set((JSON.parse(answer) as { ids: string[] }).ids)
  }
}
