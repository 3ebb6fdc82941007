import { RECEPTION_ACTION_LABELS, RECEPTION_INPUTS, type Channel } from '@steward/domain'
import { readFragment, type FragmentType } from '@steward/graphql-client'
import { Form, useNotify } from '@steward/ui'
import { useState } from 'react'
import { useAct } from '../acts/use-act.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { useDraft } from '../acts/use-draft.ts'
import { useFreshAct } from '../acts/use-fresh-act.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { AmendReception, ReceptionPeople, ReceptionWords, RecordReception } from './reception-documents.ts'
import { ReceptionFields } from './reception-fields.tsx'
import { holdsWords, USUAL, valuesOf, wordsOf, type ReceptionValues } from './reception-values.ts'

const texts = messages({
  recorded: { zh: '已记下', en: 'Noted' },
  amended: { zh: '已更正，原来的内容仍保留', en: 'Amended; what stood there is kept' },
})

interface NoteReceptionProps {
  readonly client: FragmentType<typeof ReceptionPeople>
  /** What people here mostly do. */
  readonly channel?: Channel
  readonly onDone: () => void
  readonly onCancel?: () => void
}

/** Writes down what a client said: type, Enter, done. What was typed and not sent is there again the next time. */
export function NoteReception({ client, channel = 'PHONE', onDone, onCancel }: NoteReceptionProps) {
  const say = useMessages(texts)
  const verb = useSay()(RECEPTION_ACTION_LABELS.record)
  const check = useCheckInput()
  const notify = useNotify()
  const { id: clientId } = readFragment(ReceptionPeople, client)
  const draft = useDraft<ReceptionValues>(`reception.${clientId}`)
  const [round, setRound] = useState(0)
  const record = useAct(RecordReception)
  return (
    <Form<ReceptionValues>
      key={round}
      label={verb}
      verb={verb}
      initial={{ ...USUAL, channel, ...(round === 0 ? draft.found : {}) }}
      {...(onCancel ? { onCancel } : {})}
      onChange={(values) => draft.keep(holdsWords(values) ? values : {})}
      check={(values) => check(RECEPTION_INPUTS.record, { ...wordsOf(values), clientId })}
      onSubmit={async (values) => {
        const { refused } = await record({ ...wordsOf(values), clientId })
        if (refused) return refused
        draft.drop()
        notify.done(say('recorded'))
        setRound(round + 1)
        onDone()
        return undefined
      }}
    >
      <ReceptionFields client={client} />
    </Form>
  )
}

interface AmendReceptionFormProps {
  readonly client: FragmentType<typeof ReceptionPeople>
  readonly reception: FragmentType<typeof ReceptionWords>
  readonly onReload: () => Promise<unknown>
  readonly onClose: () => void
}

/** Puts right what one wrote oneself. */
export function AmendReceptionForm({ client, reception, onReload, onClose }: AmendReceptionFormProps) {
  const say = useMessages(texts)
  const verb = useSay()(RECEPTION_ACTION_LABELS.amend)
  const check = useCheckInput()
  const notify = useNotify()
  const it = readFragment(ReceptionWords, reception)
  const amend = useFreshAct(AmendReception, onReload)
  const step = { expectedVersion: it.version }
  return (
    <Form<ReceptionValues>
      label={verb}
      verb={verb}
      initial={valuesOf(it)}
      onCancel={onClose}
      check={(values) => check(RECEPTION_INPUTS.amend, { ...wordsOf(values), ...step })}
      onSubmit={async (values) => {
        const { refused } = await amend({ ...wordsOf(values), ...step, receptionId: it.id })
        if (refused) return refused
        await onReload()
        notify.done(say('amended'))
        onClose()
        return undefined
      }}
    >
      <ReceptionFields client={client} whole />
    </Form>
  )
}
