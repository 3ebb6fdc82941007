import { z } from 'zod'
import { expectedVersion, fieldIssue, id, optional, words } from '../input.ts'
import { text } from '../text.ts'
import { attachmentName, formatOfName } from './format.ts'
import { ATTACHMENT_CLASSES } from './vocabulary.ts'

/** A sentence, as for every other thing that is shown for a reason. */
const reason = () => words(200).pipe(z.string().min(4))

const UNKNOWN_FORMAT = text(
  '可添加的文件：图片（JPG、PNG、WebP）、PDF、Word、Excel、PPT、文本。',
  'Files that can be attached: pictures (JPG, PNG, WebP), PDF, Word, Excel, PowerPoint, text.',
)

export const ATTACHMENT_INPUTS = {
  add: z
    .object({
      clientId: id(),
      name: z.string().max(1_000).transform(attachmentName),
      classification: z.enum(ATTACHMENT_CLASSES),
      note: optional(words(200)),
    })
    .superRefine(({ name }, context) => {
      if (!formatOfName(name)) context.addIssue(fieldIssue('name', UNKNOWN_FORMAT))
    }),
  remove: z.object({ attachmentId: id(), expectedVersion: expectedVersion(), reason: reason() }),
  reveal: z.object({ attachmentId: id(), reason: reason() }),
} as const
