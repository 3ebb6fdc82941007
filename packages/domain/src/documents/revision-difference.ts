/** Two revisions of a document compared: head and content, in the order in which they are read. */
import { text, type Text } from '../text.ts'
import { contentDifference, type DocumentContent, type TellingContent } from './contents.ts'
import type { DocumentHead } from './document.ts'
import { difference, type Difference, type Place, type Unit } from './places.ts'
import type { DocumentKind } from './vocabulary.ts'

export const HEAD_LABELS: Readonly<Record<keyof DocumentHead, Text>> = {
  title: text('文件名称', 'Title'),
  executingDepartmentId: text('执行部门', 'Executing department'),
  supervisingDepartmentId: text('监督部门', 'Supervising department'),
  editingDepartmentId: text('编制部门', 'Editing department'),
}
const HEAD = Object.keys(HEAD_LABELS) as readonly (keyof DocumentHead)[]

/** What of a revision is compared. */
export type Compared = DocumentHead & { readonly kind: DocumentKind; readonly content: DocumentContent }

/** How a revision is told to a person. */
export interface Telling extends TellingContent {
  /** The name of a department. */
  readonly departmentName: (id: string) => string
}

const headUnits = (head: DocumentHead, { departmentName }: Telling): readonly Unit[] => {
  const nameOf = (id: string | null) => (id === null ? '—' : departmentName(id))
  return HEAD.map((field) => ({
    key: `${field}:${head[field]}`,
    text: field === 'title' ? head.title : nameOf(head[field]),
    where: HEAD_LABELS[field],
    opens: false,
    value: field,
  }))
}

export interface RevisionDifference {
  readonly head: Difference
  readonly content: Difference
  /** Of both, head first. */
  readonly places: readonly Place[]
}

/** Before null: all of it is new. */
export const revisionDifference = (
  before: Compared | null,
  after: Compared,
  telling: Telling,
): RevisionDifference => {
  const head = difference(
    before === null ? [] : headUnits(before, telling),
    headUnits(after, telling),
    (one, other) => one.value === other.value,
  )
  const content = contentDifference(after.kind, before?.content ?? null, after.content, telling)
  return { head, content, places: [...head.places, ...content.places] }
}

/** Count of changed places 修改处数: nothing of a first revision is a change. */
export const changeCount = (before: Compared | null, after: Compared): number =>
  before === null
    ? 0
    : revisionDifference(before, after, { departmentName: (id) => id, currency: 'CNY', say: ({ en }) => en })
        .places.length
