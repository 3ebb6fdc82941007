/** Tags and fields of the organization's own, as a row of a file says them: what of it can be kept, and what is wrong with it. */
import {
  checkFieldValue,
  comparableName,
  customColumnKey,
  type ClientKind,
  type ImportIssueReason,
  type RecordMapping,
  type RecordValues,
} from '@steward/domain'
import type { CustomField } from '../../../clients/fields/custom-field.entity.ts'
import type { Tag } from '../../../clients/tags/tag.entity.ts'
import type { Transaction } from '../../../database/transaction.ts'
import { tagsInUse } from '../../import-columns.service.ts'
import type { PresentFiling } from './filing-lookups.ts'

/** What a row says, in the words of the tables. */
export interface Filed {
  readonly tagIds: readonly string[]
  readonly values: readonly { readonly field: CustomField; readonly written: string }[]
}

const NOTHING: Filed = { tagIds: [], values: [] }

type Note = (reason: ImportIssueReason, field: string, value: string | null) => void

export class Filing {
  /** Does the mapping tell anything of the kind? */
  readonly isTold: boolean
  readonly #fields: ReadonlyMap<string, CustomField>
  readonly #tags: ReadonlyMap<string, Tag>

  private constructor(isTold: boolean, fields: readonly CustomField[], tags: readonly Tag[]) {
    this.isTold = isTold
    this.#fields = new Map(fields.map((field) => [field.key, field]))
    this.#tags = new Map(
      tags.flatMap((tag) => [tag.nameZh, tag.nameEn].map((name) => [comparableName(name), tag] as const)),
    )
  }

  static async load(
    tx: Transaction,
    mapping: RecordMapping,
    fields: readonly CustomField[],
  ): Promise<Filing> {
    const told = [
      ...mapping.columns.flatMap(({ field }) => field ?? []),
      ...mapping.constants.map(({ key }) => key),
    ]
    const isTold = told.some((field) => field === 'tags' || customColumnKey(field) !== undefined)
    return new Filing(isTold, fields, isTold ? await tagsInUse(tx) : [])
  }

  /** Tags and values that such a client can bear; what is wrong with the others is noted. */
  of(values: RecordValues, note: Note): Filed {
    if (!this.isTold) return NOTHING
    const kind = values['kind'] as ClientKind
    return { tagIds: this.#tagsOf(values, kind, note), values: this.#valuesOf(values, kind, note) }
  }

  #tagsOf(values: RecordValues, kind: ClientKind, note: Note): readonly string[] {
    const names = (values['tags'] as readonly string[] | undefined) ?? []
    return names.flatMap((name) => {
      const tag = this.#tags.get(comparableName(name))
      if (tag?.kinds.includes(kind)) return [tag.id]
      const isLeftOut = !tag && values['unknownTags'] === 'LEAVE_OUT'
      note(tag ? 'TAG_OF_OTHER_KIND' : isLeftOut ? 'TAG_LEFT_OUT' : 'NO_SUCH_TAG', 'tags', name)
      return []
    })
  }

  #valuesOf(values: RecordValues, kind: ClientKind, note: Note): Filed['values'] {
    return Object.entries(values).flatMap(([name, value]) => {
      const field = this.#fields.get(customColumnKey(name) ?? '')
      if (!field) return []
      const checked = checkFieldValue(field, String(value))
      // The value itself stands in no issue: its class may be any.
      if (!field.kinds.includes(kind)) note('FIELD_OF_OTHER_KIND', name, null)
      else if (!checked.ok) note(field.type === 'TEXT' ? 'TOO_LONG' : 'NUMBER_OUT_OF_RANGE', name, null)
      else if (checked.value !== null) return [{ field, written: checked.value }]
      return []
    })
  }
}

/** Does a row say a tag or a value that the client does not have yet? */
export const lacksFiled = ({ tagIds, values }: Filed, present: PresentFiling | undefined): boolean =>
  tagIds.some((id) => !present?.tagIds.has(id)) || values.some(({ field }) => !present?.values.has(field.id))
