import { z } from 'zod'
import { expectedVersion, fieldIssue, id, localDay, optional, words } from '../input.ts'
import { text } from '../text.ts'
import {
  CASE_DOCUMENT_KINDS,
  DRAFTED_DOCUMENT_KINDS,
  type DocumentAction,
  type DocumentKind,
} from './vocabulary.ts'

const step = { expectedVersion: expectedVersion() }
/** The delegation under which it is signed for somebody else. */
const behalf = { delegationId: optional(id()) }

/** The content in the form of its kind: `parseContent()` checks it, which needs to know the kind. */
const content = z.looseObject({})

const head = {
  title: words(120),
  executingDepartmentId: id(),
  supervisingDepartmentId: id(),
  editingDepartmentId: id(),
  /** From the beginning of this day; absent: from its approval. */
  effectiveOn: optional(localDay()),
  content,
}

const aboutCase = (kind: DocumentKind): boolean =>
  (CASE_DOCUMENT_KINDS as readonly DocumentKind[]).includes(kind)

export const DOCUMENT_INPUTS = {
  draft: z
    .object({ kind: z.enum(DRAFTED_DOCUMENT_KINDS), complaintId: optional(id()), ...head })
    .superRefine(({ kind, complaintId }, ctx) => {
      if (aboutCase(kind) && complaintId === null)
        ctx.addIssue(fieldIssue('complaintId', text('请选定案件。', 'Name the case.')))
      if (!aboutCase(kind) && complaintId !== null)
        ctx.addIssue(
          fieldIssue(
            'complaintId',
            text('这类文件不属于某个案件。', 'A document of this kind is not about a case.'),
          ),
        )
    }),
  amend: z.object(step),
  change: z.object({ ...step, ...head, changeReason: optional(words(2_000)) }),
  submit: z.object({ ...step, changeReason: optional(words(2_000)) }),
  review: z.object({ ...step, ...behalf, note: optional(words(2_000)) }),
  approve: z.object({ ...step, ...behalf, note: optional(words(2_000)) }),
  reject: z.object({ ...step, ...behalf, reason: words(2_000) }),
  withdraw: z.object({ ...step, reason: optional(words(2_000)) }),
  retire: z.object({ ...step, reason: words(2_000) }),
} as const satisfies Record<DocumentAction, z.ZodType>

export type DocumentInput<A extends DocumentAction> = z.output<(typeof DOCUMENT_INPUTS)[A]>
