import { z } from 'zod'
import { DESTRUCTION_FIELDS } from '../documents/destruction-content.ts'
import { expectedVersion, fieldIssue, id, localDay, optional, words } from '../input.ts'
import { text } from '../text.ts'
import { EXPORT_COLUMNS, inColumnOrder, needsNecessity } from './export-columns.ts'
import {
  ASKED_EXPORT_FORMS,
  EXPORT_USES,
  MOST_COPIES,
  MOST_EXPORTED_CLIENTS,
  type CopyAction,
  type ExportAction,
} from './vocabulary.ts'

const step = { expectedVersion: expectedVersion() }

const submit = z
  .object({
    purpose: words(500),
    use: z.enum(EXPORT_USES),
    projectId: optional(id()),
    clientIds: z
      .array(id())
      .min(1)
      .max(MOST_EXPORTED_CLIENTS)
      .transform((ids) => [...new Set(ids)].toSorted()),
    scopeNote: words(200),
    columns: z.array(z.enum(EXPORT_COLUMNS)).min(1).transform(inColumnOrder),
    necessity: optional(words(500)),
    form: z.enum(ASKED_EXPORT_FORMS),
    recipientId: optional(id()),
    recipientName: optional(words(60)),
    recipientCompany: optional(words(100)),
    copies: z.int().min(1).max(MOST_COPIES),
    useFrom: localDay(),
    useUntil: localDay(),
  })
  .superRefine((it, ctx) => {
    if (it.useUntil < it.useFrom)
      ctx.addIssue(fieldIssue('useUntil', text('不能早于开始日期。', 'Not before the first day.')))
    if (needsNecessity(it.columns) && it.necessity === null)
      ctx.addIssue(
        fieldIssue(
          'necessity',
          text(
            '含完整联系方式或家庭成员，请说明必要性。',
            'Full contact data or household: state why it is needed.',
          ),
        ),
      )
    if (it.use === 'OUTSIDE' && it.projectId !== null)
      ctx.addIssue(
        fieldIssue('projectId', text('公司外使用不属于某个项目。', 'Use outside the company is at no site.')),
      )
    if ((it.recipientId === null) === (it.recipientName === null))
      ctx.addIssue(
        fieldIssue(
          it.use === 'OUTSIDE' ? 'recipientName' : 'recipientId',
          text('请指定一位接收人：同事或外部人员。', 'Name one recipient: a colleague or somebody outside.'),
        ),
      )
    if (it.use === 'INSIDE' && it.recipientName !== null)
      ctx.addIssue(
        fieldIssue(
          'recipientName',
          text('外部人员接收属于公司外使用。', 'Given to somebody outside, it is used outside.'),
        ),
      )
  })

export const EXPORT_INPUTS = {
  submit,
  review: z.object({ ...step, note: optional(words(2_000)) }),
  approve: z.object({ ...step, note: optional(words(2_000)) }),
  reject: z.object({ ...step, reason: words(2_000) }),
  withdraw: z.object({ ...step, reason: optional(words(2_000)) }),
  produce: z.object(step),
} as const satisfies Record<ExportAction, z.ZodType>
export type ExportInput<A extends ExportAction> = z.output<(typeof EXPORT_INPUTS)[A]>

export const COPY_INPUTS = {
  produce: z.object(step),
  fetch: z.object(step),
  /** `signer`: who signed on paper, where the recipient is somebody outside. */
  receive: z.object({ ...step, signer: optional(words(60)) }),
  return: z.object({ ...step, note: optional(words(500)) }),
  destroy: z.object({ ...step, ...DESTRUCTION_FIELDS }),
} as const satisfies Record<CopyAction, z.ZodType>
export type CopyInput<A extends CopyAction> = z.output<(typeof COPY_INPUTS)[A]>
