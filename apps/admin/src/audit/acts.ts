import type { AuditEntryPartsFragment } from '@steward/graphql-client'

export type Entry = AuditEntryPartsFragment

/** What somebody did with one press of a button: one verb, and all the records that it changed. */
export interface Act {
  readonly key: string
  /** The entry about the record that the verb is about. */
  readonly main: Entry
  readonly entries: readonly Entry[]
}

/** The kind of record that the verbs of a prefix are about. */
const SUBJECT_OF: Readonly<Record<string, Entry['subjectType']>> = {
  complaint: 'COMPLAINT',
  task: 'COMPLAINT_TASK',
  client: 'CLIENT',
  staff: 'STAFF',
  department: 'DEPARTMENT',
  limit: 'AUTHORITY_LIMIT',
  import: 'IMPORT_RUN',
}

const mainOf = (entries: readonly [Entry, ...Entry[]]): Entry => {
  const subject = SUBJECT_OF[entries[0].verb.split(':')[0]!]
  return entries.find(({ subjectType }) => subjectType === subject) ?? entries[0]
}

/** Entries that stand together and come from one request are one act; the order stays. */
export function actsOf(entries: readonly Entry[]): readonly Act[] {
  const groups: [Entry, ...Entry[]][] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    if (last?.[0].requestId === entry.requestId && last[0].verb === entry.verb) last.push(entry)
    else groups.push([entry])
  }
  return groups.map((group) => ({ key: group[0].id, main: mainOf(group), entries: group }))
}

/** A member of the record as the entry tells it: after, else before. */
export const told = ({ changes }: Entry, field: string): string | undefined => {
  const change = changes.find((it) => it.field === field && !it.isProtected)
  return change?.after ?? change?.before ?? undefined
}
