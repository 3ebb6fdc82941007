import {
  approachBy,
  CARE_ACTION_LABELS,
  CARE_INPUTS,
  CARE_MEANS_LABELS,
  CHANNEL_LABELS,
  RECEPTION_CHANNELS,
  RECEPTION_DIRECTION_LABELS,
  RECEPTION_DIRECTIONS,
  type CareMeans,
  type Channel,
  type ReceptionDirection,
} from '@steward/domain'
import { messages, useCheckInput, useFreshAct, useMessages, useSay, useToday } from '@steward/portal'
import { Choice, Field, Form, Input, Stack, useFieldValue, useNotify } from '@steward/ui'
import { CompleteCareOccasion, PostponeCareOccasion, SkipCareOccasion } from './care-documents.ts'
import { ContactNow, useCareReason, useMayContact, type CareItem } from './care-words.tsx'

const texts = messages({
  words: { zh: '说了什么、做了什么', en: 'What was said and done' },
  wordsHint: { zh: '会记入该客户的接待记录', en: 'It becomes a reception of the client' },
  usual: { zh: '{{reason}}：已{{means}}', en: '{{reason}}: {{means}}, done' },
  result: { zh: '对方反应', en: 'How they took it' },
  channel: { zh: '方式', en: 'By' },
  direction: { zh: '谁找谁', en: 'Who came to whom' },
  despite: { zh: '为何仍然联系', en: 'Why all the same' },
  to: { zh: '改到', en: 'To which day' },
  reason: { zh: '原因', en: 'Reason' },
  recorded: { zh: '已记录', en: 'Recorded' },
  moved: { zh: '已改期', en: 'Put off' },
  skipped: { zh: '这次已略过', en: 'Skipped this time' },
})

const USUAL: Readonly<Record<CareMeans, Channel>> = {
  CALL: 'PHONE',
  MESSAGE: 'WECHAT',
  CARD: 'LETTER',
  GIFT: 'VISIT',
  VISIT: 'VISIT',
}

interface CareFormProps {
  readonly item: CareItem
  readonly onReload: () => Promise<unknown>
  readonly onClose: () => void
}

interface Recording {
  readonly channel: Channel
  readonly direction: ReceptionDirection
  readonly words: string
  readonly result?: string
  readonly despite?: string
}

/** The words are there already: whoever has just called presses the button. */
export function CompleteForm({ item, onReload, onClose }: CareFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const notify = useNotify()
  const reasonOf = useCareReason()
  const act = useFreshAct(CompleteCareOccasion, onReload)
  const { version: expectedVersion, id: occasionId } = item
  const label = sayWord(CARE_ACTION_LABELS.complete)
  const channels = [...RECEPTION_CHANNELS.filter((it) => it !== 'COUNTER'), 'LETTER'] as const
  return (
    <Form<Recording>
      label={label}
      verb={label}
      initial={{
        channel: USUAL[item.means],
        direction: 'OUT',
        words: say('usual', { reason: reasonOf(item), means: sayWord(CARE_MEANS_LABELS[item.means]) }),
      }}
      onCancel={onClose}
      check={(values) => check(CARE_INPUTS.complete, { ...values, expectedVersion })}
      onSubmit={async ({ result, despite, ...told }) => {
        const { refused } = await act({
          ...told,
          occasionId,
          expectedVersion,
          ...(result ? { result } : {}),
          ...(despite ? { despite } : {}),
        })
        if (refused) return refused
        await onReload()
        notify.done(say('recorded'))
        onClose()
        return undefined
      }}
    >
      <Stack gap={3}>
        <Field name="words" label={say('words')} hint={say('wordsHint')} required>
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
        </Field>
        <Field name="channel" label={say('channel')}>
          <Choice options={channels.map((value) => ({ value, label: sayWord(CHANNEL_LABELS[value]) }))} />
        </Field>
        <Field name="direction" label={say('direction')}>
          <Choice
            options={RECEPTION_DIRECTIONS.map((value) => ({
              value,
              label: sayWord(RECEPTION_DIRECTION_LABELS[value]),
            }))}
          />
        </Field>
        <Field name="result" label={say('result')}>
          <Input maxLength={500} />
        </Field>
        <Despite item={item} />
      </Stack>
    </Form>
  )
}

/** Asked where the rules of contact say no. */
function Despite({ item }: { readonly item: CareItem }) {
  const say = useMessages(texts)
  const ask = useMayContact()
  const channel = useFieldValue<Channel>('channel') ?? 'PHONE'
  const direction = useFieldValue<ReceptionDirection>('direction')
  const answer = ask(item, approachBy(channel))
  if (direction === 'IN' || answer.allowed) return null
  return (
    <>
      <p>
        <ContactNow answer={answer} />
      </p>
      <Field name="despite" label={say('despite')} required>
        <Input maxLength={200} />
      </Field>
    </>
  )
}

interface Moving {
  readonly to: string
  readonly reason?: string
}

export function PostponeForm({ item, onReload, onClose }: CareFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const notify = useNotify()
  const today = useToday()
  const act = useFreshAct(PostponeCareOccasion, onReload)
  const { version: expectedVersion, id: occasionId } = item
  const label = sayWord(CARE_ACTION_LABELS.postpone)
  const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10)
  return (
    <Form<Moving>
      label={label}
      verb={label}
      initial={{ to: item.dueOn === tomorrow ? today : tomorrow }}
      onCancel={onClose}
      check={(values) => check(CARE_INPUTS.postpone, { ...values, expectedVersion })}
      onSubmit={async ({ to, reason }) => {
        const { refused } = await act({ to, occasionId, expectedVersion, ...(reason ? { reason } : {}) })
        if (refused) return refused
        await onReload()
        notify.done(say('moved'))
        onClose()
        return undefined
      }}
    >
      <Stack gap={3}>
        <Field name="to" label={say('to')} required>
          <Input type="date" />
        </Field>
        <Field name="reason" label={say('reason')}>
          <Input maxLength={200} />
        </Field>
      </Stack>
    </Form>
  )
}

export function SkipForm({ item, onReload, onClose }: CareFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const notify = useNotify()
  const act = useFreshAct(SkipCareOccasion, onReload)
  const { version: expectedVersion, id: occasionId } = item
  const label = sayWord(CARE_ACTION_LABELS.skip)
  return (
    <Form<{ readonly reason?: string }>
      label={label}
      verb={label}
      initial={{}}
      onCancel={onClose}
      check={(values) => check(CARE_INPUTS.skip, { ...values, expectedVersion })}
      onSubmit={async ({ reason = '' }) => {
        const { refused } = await act({ reason, occasionId, expectedVersion })
        if (refused) return refused
        await onReload()
        notify.done(say('skipped'))
        onClose()
        return undefined
      }}
    >
      <Field name="reason" label={say('reason')} required>
        <Input autoFocus maxLength={200} />
      </Field>
    </Form>
  )
}
