import { ARCHIVE_REQUIREMENT_INPUTS } from '@steward/domain'
import { CheckboxGroup, Field, Form, Input, useNotify } from '@steward/ui'
import { useCheckInput } from '../acts/use-check-input.ts'
import { useFreshAct } from '../acts/use-fresh-act.ts'
import { messages, useMessages } from '../i18n/messages.ts'
import { ConfirmArchiveOfClient } from './duty-documents.ts'
import { usePartName, type ArchiveGap } from './gap-words.tsx'

export const confirmTexts = messages({
  verb: { zh: '已与客户核对', en: 'Confirmed with the client' },
  short: { zh: '已核对', en: 'Confirmed' },
  parts: { zh: '仍然正确的项目', en: 'What is still true' },
  hint: {
    zh: '有变化的请先在档案里改好；抽查有误的，改正后在这里确认。',
    en: 'Amend what has changed first; what a check found wrong is confirmed here once it is put right.',
  },
  note: { zh: '说明', en: 'Note' },
  noteHint: { zh: '怎么核对的，如“来电核对”', en: 'How, such as “on the phone”' },
  done: { zh: '已记下核对结果', en: 'The confirmation is on record' },
})

interface Values {
  readonly requirementIds: string[]
  readonly note?: string
}

interface ConfirmArchiveProps {
  readonly clientId: string
  /** What can be confirmed: it is in the archive. */
  readonly gaps: readonly ArchiveGap[]
  readonly onReload: () => Promise<unknown>
  readonly onClose: () => void
}

/** Which parts were gone through with the client and are still true; all of them, unless somebody says otherwise. */
export function ConfirmArchive({ clientId, gaps, onReload, onClose }: ConfirmArchiveProps) {
  const say = useMessages(confirmTexts)
  const nameOf = usePartName()
  const check = useCheckInput()
  const notify = useNotify()
  const confirm = useFreshAct(ConfirmArchiveOfClient, onReload)
  return (
    <Form<Values>
      label={say('verb')}
      verb={say('verb')}
      initial={{
        requirementIds: gaps
          .filter(({ state }) => state === 'STALE')
          .map(({ requirementId }) => requirementId),
      }}
      onCancel={onClose}
      check={(values) => check(ARCHIVE_REQUIREMENT_INPUTS.confirm, { clientId, ...values })}
      onSubmit={async ({ requirementIds, note }) => {
        const { refused } = await confirm({ clientId, requirementIds, ...(note ? { note } : {}) })
        if (refused) return refused
        await onReload()
        notify.done(say('done'))
        onClose()
        return undefined
      }}
    >
      <Field name="requirementIds" label={say('parts')} hint={say('hint')} required>
        <CheckboxGroup options={gaps.map((gap) => ({ value: gap.requirementId, label: nameOf(gap) }))} />
      </Field>
      <Field name="note" label={say('note')} hint={say('noteHint')}>
        <Input autoComplete="off" maxLength={200} />
      </Field>
    </Form>
  )
}
