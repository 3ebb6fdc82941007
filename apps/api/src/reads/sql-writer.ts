import type { Actor } from '@steward/domain'
import type { FieldNode } from 'graphql'
import type { ActorSql, ActorValue } from './projection.ts'

/** Who reads, and the session that the statement checks while it reads. */
interface Reader {
  readonly actor: Actor
  readonly tokenHash: Buffer
  readonly version: number
}

/** What a compiled statement is run with. */
export interface Inputs {
  /** Coerced by the operation's variable definitions. */
  readonly variables: Readonly<Record<string, unknown>>
  readonly reader: Reader | undefined
  /** UUID of the row whose payload is read. */
  readonly rowId?: string
  /** Arguments of a field, evaluated once for all the parameters that take a part of them. */
  readonly evaluated: Map<FieldNode, Readonly<Record<string, unknown>>>
}

/** Finds a parameter's value when the statement runs. */
export type Bind = (inputs: Inputs) => unknown

/**
 * Collects the parameters of one statement. Values reach the text as placeholders only; until the text is finished these are
 * marks, because what was written may yet be left out and PostgreSQL refuses a parameter that stands nowhere.
 */
export class SqlWriter {
  readonly #binds: Bind[] = []
  readonly #shared = new Map<string, string>()
  #aliases = 0

  /** A fresh alias for a table. */
  alias(): string {
    this.#aliases += 1
    return `t${this.#aliases}`
  }

  /** A placeholder; without a cast its type follows from where it stands. */
  parameter(bind: Bind, cast?: string): string {
    this.#binds.push(bind)
    return `\uE000${this.#binds.length - 1}\uE001${cast ? `::${cast}` : ''}`
  }

  /** The one placeholder of that name, made when it is first asked for. */
  shared(name: string, bind: Bind, cast?: string): string {
    const placeholder = this.#shared.get(name) ?? this.parameter(bind, cast)
    this.#shared.set(name, placeholder)
    return placeholder
  }

  /** The text with its placeholders numbered, and the parameters that stand in it. */
  finish(marked: string): { readonly text: string; readonly parameters: readonly Bind[] } {
    const places = new Map<string, number>()
    const text = marked.replaceAll(/\uE000(\d+)\uE001/g, (_, mark: string) => {
      const place = places.get(mark) ?? places.size + 1
      places.set(mark, place)
      return `$${place}`
    })
    return { text, parameters: [...places.keys()].map((mark) => this.#binds[Number(mark)]!) }
  }
}

/** A constant of ours as SQL; never used for a client's text. */
export const literal = (value: string | number | boolean | null): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)

const ACTOR_CASTS: Readonly<Record<ActorValue, string>> = {
  staffId: 'uuid',
  personId: 'uuid',
  organizationId: 'uuid',
  departmentId: 'uuid',
  projectIds: 'uuid[]',
  buildingIds: 'uuid[]',
  roles: 'text[]',
  approvalLimitMinor: 'bigint',
  approvalLimitMinorByCause: 'jsonb',
}

/** The actor's values as placeholders of this statement; one that no rule asks for is not bound. */
export function actorSql(sql: SqlWriter): ActorSql {
  const values = {} as Record<ActorValue, string>
  for (const name of Object.keys(ACTOR_CASTS) as ActorValue[]) {
    Object.defineProperty(values, name, {
      get: () => sql.shared(`actor.${name}`, ({ reader }) => reader?.actor[name] ?? null, ACTOR_CASTS[name]),
    })
  }
  return values
}
