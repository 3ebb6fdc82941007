import { HANDOVER_ACTION_LABELS, HANDOVER_INPUTS } from '@steward/domain'
import type { HandoverInBriefFragment } from '@steward/graphql-client'
import { ActionBar, Alert, Button, Field, Form, Input, Sheet, Stack, useNotify } from '@steward/ui'
import { useState } from 'react'
import { useAct } from '../acts/use-act.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { AcceptHandover, DeclineHandover, TakeBackHandover } from './handover-verb-documents.ts'

const texts = messages({
  verbs: { zh: '交接', en: 'Hand-over' },
  accepted: { zh: '已接收，现在由您负责', en: 'Accepted: you answer for it now' },
  declined: { zh: '已告知对方不接收', en: 'Declined; they have been told' },
  takenBack: { zh: '已收回，仍由您负责', en: 'Taken back: you still answer for it' },
  why: { zh: '不接收的原因', en: 'Why not' },
  whyHint: { zh: '移交人会看到', en: 'The giver will read it' },
  whyBack: { zh: '收回的原因', en: 'Why you take it back' },
})

interface HandoverVerbsProps {
  readonly handover: Pick<HandoverInBriefFragment, 'id' | 'version' | 'availableActions'>
  readonly onReload: () => Promise<unknown>
  /** Why it should not be accepted yet, asked when somebody wants to. */
  readonly holds?: () => string | undefined
}

/** Exactly what the viewer may do: accept, decline, take back. */
export function HandoverVerbs({ handover, onReload, holds = () => undefined }: HandoverVerbsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const accept = useAct(AcceptHandover)
  const [asking, setAsking] = useState<'decline' | 'takeBack'>()
  const [refused, setRefused] = useState<string>()
  const [busy, setBusy] = useState(false)
  const { availableActions } = handover
  const given = { handoverId: handover.id, expectedVersion: handover.version }

  const onAccept = async () => {
    const missing = holds()
    setRefused(missing)
    if (missing !== undefined) return
    setBusy(true)
    const { refused: why } = await accept(given)
    setBusy(false)
    setRefused(why?.message)
    if (!why) notify.done(say('accepted'))
    await onReload()
  }
  if (!['ACCEPT', 'DECLINE', 'TAKE_BACK'].some((it) => (availableActions as readonly string[]).includes(it)))
    return null
  return (
    <Stack gap={2}>
      {refused !== undefined && <Alert type="warning" showIcon title={refused} role="alert" />}
      <ActionBar label={say('verbs')}>
        {availableActions.includes('ACCEPT') && (
          <Button type="primary" size="large" loading={busy} onClick={() => void onAccept()}>
            {sayWord(HANDOVER_ACTION_LABELS.accept)}
          </Button>
        )}
        {availableActions.includes('DECLINE') && (
          <Button size="large" onClick={() => setAsking('decline')}>
            {sayWord(HANDOVER_ACTION_LABELS.decline)}
          </Button>
        )}
        {availableActions.includes('TAKE_BACK') && (
          <Button size="large" onClick={() => setAsking('takeBack')}>
            {sayWord(HANDOVER_ACTION_LABELS.takeBack)}
          </Button>
        )}
      </ActionBar>
      <Sheet
        open={asking !== undefined}
        title={asking && sayWord(HANDOVER_ACTION_LABELS[asking])}
        onClose={() => setAsking(undefined)}
      >
        {asking && (
          <ReasonForm
            key={asking}
            action={asking}
            given={given}
            onReload={onReload}
            onDone={() => {
              notify.done(say(asking === 'decline' ? 'declined' : 'takenBack'))
              setAsking(undefined)
            }}
          />
        )}
      </Sheet>
    </Stack>
  )
}

interface ReasonFormProps {
  readonly action: 'decline' | 'takeBack'
  readonly given: { readonly handoverId: string; readonly expectedVersion: number }
  readonly onReload: () => Promise<unknown>
  readonly onDone: () => void
}

/** Whoever was slower than a colleague keeps their words: the page is brought anew around them. */
function ReasonForm({ action, given, onReload, onDone }: ReasonFormProps) {
  const say = useMessages(texts)
  const label = useSay()(HANDOVER_ACTION_LABELS[action])
  const checkInput = useCheckInput()
  const decline = useAct(DeclineHandover)
  const takeBack = useAct(TakeBackHandover)
  const inputOf = ({ reason }: { reason?: string }) => ({ ...given, ...(reason ? { reason } : {}) })
  return (
    <Form<{ reason: string }>
      label={label}
      verb={label}
      check={(values) => checkInput(HANDOVER_INPUTS[action], inputOf(values))}
      onSubmit={async ({ reason }) => {
        const { refused } =
          action === 'decline' ? await decline({ ...given, reason }) : await takeBack(inputOf({ reason }))
        await onReload()
        if (!refused) onDone()
        return refused
      }}
    >
      <Field
        name="reason"
        label={say(action === 'decline' ? 'why' : 'whyBack')}
        {...(action === 'decline' ? { required: true, hint: say('whyHint') } : {})}
        wide
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} autoFocus />
      </Field>
    </Form>
  )
}
