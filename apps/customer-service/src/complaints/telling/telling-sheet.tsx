import {
  CLIENT_CHANNEL_LABELS,
  CLIENT_CHANNELS,
  CLIENT_NOTICE_INPUTS,
  type ClientChannel,
} from '@steward/domain'
import { messages, useAct, useCheckInput, useMessages, useSay } from '@steward/portal'
import { Field, Form, Input, Select, Sheet, useNotify } from '@steward/ui'
import { MarkClientTold, WaiveClientNotice, type ClientWord } from './telling-documents.ts'

const texts = messages({
  told: { zh: '登记已告知', en: 'The client was told' },
  waive: { zh: '免告知', en: 'Need not be told' },
  channel: { zh: '告知方式', en: 'By which way' },
  note: { zh: '客户怎么说', en: 'What the client said' },
  noteHint: { zh: '可不填', en: 'Optional' },
  reason: { zh: '为什么不用告知', en: 'Why the client need not be told' },
  done: { zh: '已登记', en: 'Recorded' },
})

export interface TellingAct {
  readonly verb: 'markTold' | 'waive'
  readonly word: ClientWord
}

interface TellingSheetProps {
  readonly act: TellingAct | undefined
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Records how the client was told, or why not. */
export function TellingSheet({ act, onDone, onClose }: TellingSheetProps) {
  const say = useMessages(texts)
  return (
    <Sheet open={act !== undefined} title={say(act?.verb === 'waive' ? 'waive' : 'told')} onClose={onClose}>
      {act?.verb === 'markTold' && <ToldForm word={act.word} onDone={onDone} onClose={onClose} />}
      {act?.verb === 'waive' && <WaiveForm word={act.word} onDone={onDone} onClose={onClose} />}
    </Sheet>
  )
}

type FormProps = Omit<TellingSheetProps, 'act'> & { readonly word: ClientWord }

function ToldForm({ word, onDone, onClose }: FormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const check = useCheckInput()
  const mark = useAct(MarkClientTold)
  const step = { expectedVersion: word.version }
  return (
    <Form<{ channel: ClientChannel; note?: string }>
      label={say('told')}
      verb={say('told')}
      initial={{ channel: word.channel ?? 'PHONE' }}
      onCancel={onClose}
      check={(values) => check(CLIENT_NOTICE_INPUTS.markTold, { ...step, ...values })}
      onSubmit={async ({ channel, note }) => {
        const { done, refused } = await mark({
          ...step,
          clientNoticeId: word.id,
          channel,
          note: note?.trim() || null,
        })
        if (done) {
          notify.done(say('done'))
          onClose()
        }
        onDone()
        return refused
      }}
    >
      <Field name="channel" label={say('channel')} required>
        <Select
          options={CLIENT_CHANNELS.map((value) => ({ value, label: sayWord(CLIENT_CHANNEL_LABELS[value]) }))}
        />
      </Field>
      <Field name="note" label={say('note')} hint={say('noteHint')}>
        <Input.TextArea rows={3} maxLength={500} />
      </Field>
    </Form>
  )
}

function WaiveForm({ word, onDone, onClose }: FormProps) {
  const say = useMessages(texts)
  const notify = useNotify()
  const check = useCheckInput()
  const waive = useAct(WaiveClientNotice)
  const step = { expectedVersion: word.version }
  return (
    <Form<{ reason: string }>
      label={say('waive')}
      verb={say('waive')}
      onCancel={onClose}
      check={(values) => check(CLIENT_NOTICE_INPUTS.waive, { ...step, ...values })}
      onSubmit={async ({ reason }) => {
        const { done, refused } = await waive({ ...step, clientNoticeId: word.id, reason })
        if (done) {
          notify.done(say('done'))
          onClose()
        }
        onDone()
        return refused
      }}
    >
      <Field name="reason" label={say('reason')} required>
        <Input.TextArea rows={3} maxLength={200} />
      </Field>
    </Form>
  )
}
