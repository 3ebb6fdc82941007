/** What one verb changed, as the audit will tell it. */
import type { DataSource, ObjectLiteral } from 'typeorm'
import type { Change } from '../audit/audit.ts'

type Row = ObjectLiteral & { readonly id: string }
type EntityClass<T> = new () => T

export class NotedChanges {
  readonly #dataSource: DataSource
  readonly #changes: Change[] = []

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource
  }

  get all(): readonly Change[] {
    return this.#changes
  }

  note<T extends Row>(entity: EntityClass<T>, after: T, before: T | undefined): void {
    this.#changes.push({ ...this.#subject(entity, after), before, after })
  }

  gone<T extends Row>(entity: EntityClass<T>, row: T): void {
    const gone = Object.fromEntries(Object.keys(row).map((property) => [property, null]))
    this.#changes.push({ ...this.#subject(entity, row), before: row, after: gone })
  }

  /** Beside the row's own columns, as one entry with them. */
  tell<T extends Row>(
    entity: EntityClass<T>,
    row: T,
    what: string,
    [before, after]: [unknown, unknown],
  ): void {
    const at = this.#changes.findIndex(({ subjectId }) => subjectId === row.id)
    const noted = this.#changes[at] ?? { ...this.#subject(entity, row), before: row, after: row }
    const told: Change = {
      ...noted,
      before: { ...noted.before, [what]: before },
      after: { ...noted.after, [what]: after },
    }
    this.#changes.splice(at < 0 ? this.#changes.length : at, 1, told)
  }

  read<T extends Row>(entity: EntityClass<T>, row: T, reason: string, shown?: readonly string[]): void {
    const after = shown ? { ...row, shown } : row
    this.#changes.push({ ...this.#subject(entity, row), before: row, after, reason })
  }

  #subject<T extends Row>(entity: EntityClass<T>, row: T) {
    const { tableName } = this.#dataSource.getMetadata(entity)
    return { entity, subjectType: tableName, subjectId: row.id }
  }
}
