import {
  ATTACHMENT_ACTION_LABELS,
  ATTACHMENT_CLASS_HINTS,
  ATTACHMENT_CLASS_LABELS,
  ATTACHMENT_CLASSES,
  MAXIMUM_ATTACHMENT_BYTES,
  type AttachmentClass,
} from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import { Choice, Field, Form, Input, Progress, useFieldValue, useNotify, useUi } from '@steward/ui'
import { useState } from 'react'
import { optionsOf } from '../page/options.ts'
import type { ArchiveSurroundings } from '../page/use-archive-act.ts'
import { sendAttachment } from './attachment-files.ts'
import { FileField } from './file-field.tsx'

const texts = messages({
  file: { zh: '文件', en: 'File' },
  classification: { zh: '内容的密级', en: 'Class of what is in it' },
  note: { zh: '备注', en: 'Note' },
  sending: { zh: '正在上传', en: 'Sending' },
  tooLarge: { zh: '附件不能超过 20 MB。', en: 'A file may have 20 MB at most.' },
  noAnswer: {
    zh: '文件没有传上去，请检查网络后重试。',
    en: 'The file did not arrive. Check the network and try again.',
  },
  done: { zh: '附件已添加', en: 'The file is attached' },
})

interface Values {
  readonly file: File
  readonly classification: AttachmentClass
  readonly note?: string
}

/** A file for the archive, and how far it may travel. */
export function AttachForm({
  clientId,
  onReload,
  onClose,
}: ArchiveSurroundings & { readonly clientId: string }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const { locale } = useUi()
  const [part, setPart] = useState<number>()
  return (
    <Form<Values>
      label={sayWord(ATTACHMENT_ACTION_LABELS.add)}
      verb={sayWord(ATTACHMENT_ACTION_LABELS.add)}
      onCancel={onClose}
      check={({ file }) => (file.size > MAXIMUM_ATTACHMENT_BYTES ? { file: say('tooLarge') } : {})}
      onSubmit={async ({ file, classification, note }) => {
        setPart(0)
        const told = { clientId, name: file.name, classification, note: note?.trim() || undefined }
        const outcome = await sendAttachment(file, told, locale, setPart)
        setPart(undefined)
        if (!outcome.done) return { fields: { file: outcome.problem ?? say('noAnswer') } }
        await onReload()
        notify.done(say('done'))
        onClose()
        return undefined
      }}
    >
      <Field name="file" label={say('file')} required>
        <FileField />
      </Field>
      <Field name="classification" label={say('classification')} required>
        <Choice options={optionsOf(ATTACHMENT_CLASSES, ATTACHMENT_CLASS_LABELS, sayWord)} />
      </Field>
      <ClassHint />
      <Field name="note" label={say('note')}>
        <Input maxLength={200} />
      </Field>
      {part !== undefined && (
        <div role="status" className="st-field-wide">
          <span className="st-quiet">{say('sending')}</span>
          <Progress percent={Math.round(part * 100)} />
        </div>
      )}
    </Form>
  )
}

/** What the chosen class means, or what each of them does. */
function ClassHint() {
  const sayWord = useSay()
  const chosen = useFieldValue<AttachmentClass>('classification')
  const shown = chosen ? [chosen] : ATTACHMENT_CLASSES
  return (
    <div className="st-field-wide st-above-field st-quiet st-small" aria-live="polite">
      {shown.map((each) => (
        <div key={each}>
          <span className="st-strong">{sayWord(ATTACHMENT_CLASS_LABELS[each])}</span>{' '}
          {sayWord(ATTACHMENT_CLASS_HINTS[each])}
        </div>
      ))}
    </div>
  )
}
