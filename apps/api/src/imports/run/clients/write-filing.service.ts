/** Tags and fields of the organization's own go in with their rows; what somebody has set here by hand is not overwritten. */
import { valueColumns } from '../../../clients/fields/field-values.service.ts'
import { ClientFieldValue, type CustomField } from '../../../clients/fields/custom-field.entity.ts'
import type { RecordRun } from '../record-run.ts'
import { filingAmong, insertTags, removeValues, type PresentValue } from './filing-lookups.ts'
import type { Filed } from './filing.ts'
import type { ClientPlan } from './write-clients.ts'

/** What a row wrote, so that it can be taken back. */
export interface FiledParts {
  readonly ids: readonly string[]
  /** Rows of values that were replaced. */
  readonly replaced: readonly object[]
}

interface Row {
  readonly plan: ClientPlan
  readonly filed: Filed
}

/** A row that joins a client tells a unit and nothing else of them. */
const files = ({ plan, filed }: Row): boolean =>
  plan.how !== 'JOIN' && filed.tagIds.length + filed.values.length > 0

const addFieldValue = async (
  { tx, vault, orgId, staffId }: RecordRun,
  field: CustomField,
  clientId: string,
  written: string,
): Promise<string> => {
  const id = tx.newId()
  const columns = await valueColumns(tx, vault, field, { orgId, id, clientId }, written)
  await tx.append(ClientFieldValue, {
    ...columns,
    id,
    clientId,
    fieldId: field.id,
    class: field.class,
    setById: staffId,
    setAt: tx.now,
    version: 1,
  })
  return id
}

export const writeFiling = async <R extends Row>(
  run: RecordRun,
  all: readonly R[],
): Promise<ReadonlyMap<R, FiledParts>> => {
  const rows = all.filter(files)
  const parts = new Map<R, FiledParts>()
  if (rows.length === 0) return parts
  const { tx, orgId, staffId } = run
  const present = await filingAmong(tx.manager, orgId, [...new Set(rows.map(({ plan }) => plan.clientId))])
  const tags: { id: string; client_id: string; tag_id: string }[] = []
  const given = new Set<string>()
  const gone: string[] = []
  const writing: { readonly row: R; readonly field: CustomField; readonly written: string }[] = []
  for (const row of rows) {
    const { clientId, how, ownParts = [] } = row.plan
    const known = present.get(clientId)
    const own: string[] = []
    for (const tagId of row.filed.tagIds) {
      const key = `${clientId} ${tagId}`
      if (known?.tagIds.has(tagId) || given.has(key)) continue
      given.add(key)
      const id = tx.newId()
      own.push(id)
      tags.push({ id, client_id: clientId, tag_id: tagId })
    }
    const replaced: PresentValue[] = []
    for (const { field, written } of row.filed.values) {
      const key = `${clientId} ${field.id}`
      const kept = known?.values.get(field.id)
      // Its own word of before, on which nobody has worked since.
      const isOwn = kept && how === 'ALTER' && kept.version === 1 && ownParts.includes(kept.id)
      if (given.has(key) || (kept && (!isOwn || kept.plain === written))) continue
      given.add(key)
      if (kept) replaced.push(kept)
      writing.push({ row, field, written })
    }
    gone.push(...replaced.map(({ id }) => id))
    parts.set(row, { ids: own, replaced: replaced.map(({ row: was }) => was) })
  }
  await insertTags(tx.manager, orgId, tags, { staffId, at: tx.now })
  await removeValues(tx.manager, orgId, gone)
  for (const { row, field, written } of writing) {
    const id = await addFieldValue(run, field, row.plan.clientId, written)
    const { ids, replaced } = parts.get(row)!
    parts.set(row, { ids: [...ids, id], replaced })
  }
  await tx.flush()
  return parts
}
