import {
  CHANNEL_LABELS,
  KINSHIP_LABELS,
  RECEPTION_CHANNELS,
  RECEPTION_DIRECTION_LABELS,
  RECEPTION_DIRECTIONS,
  RECEPTION_PURPOSE_LABELS,
  RECEPTION_PURPOSES,
  type Channel,
  type Text,
} from '@steward/domain'
import { readFragment, type FragmentType } from '@steward/graphql-client'
import { Button, Choice, DownIcon, Field, Fields, Input, Select, UpIcon, useFieldValue } from '@steward/ui'
import { useState, type KeyboardEvent } from 'react'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { ReceptionPeople } from './reception-documents.ts'

const texts = messages({
  words: { zh: '说了什么', en: 'What was said' },
  placeholder: { zh: '一句话记下，回车即存', en: 'One sentence; Enter saves it' },
  channel: { zh: '方式', en: 'By' },
  purpose: { zh: '事由', en: 'About' },
  direction: { zh: '谁找谁', en: 'Who came to whom' },
  who: { zh: '与谁', en: 'With whom' },
  result: { zh: '结果', en: 'Result' },
  nextStep: { zh: '下一步', en: 'Next step' },
  nextOn: { zh: '哪天前', en: 'By which day' },
  more: { zh: '与谁、结果、下一步', en: 'With whom, result, next step' },
  less: { zh: '收起', en: 'Less' },
})

/** Enter saves, Shift and Enter begins a new line; while an input method composes, Enter is its own. */
export function saveOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  const { shiftKey, ctrlKey, metaKey, nativeEvent, keyCode } = event
  // With Ctrl the form itself saves.
  if (shiftKey || ctrlKey || metaKey || nativeEvent.isComposing || keyCode === 229) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}

const optionsOf = <K extends string>(
  values: readonly K[],
  labels: Readonly<Record<K, Text>>,
  say: (text: Text) => string,
) => values.map((value) => ({ value, label: say(labels[value]) }))

interface ReceptionFieldsProps {
  readonly client: FragmentType<typeof ReceptionPeople>
  /** Show everything from the start. */
  readonly whole?: boolean
}

/** One field that matters, three choices that are usually right, and the rest behind one button. */
export function ReceptionFields({ client, whole = false }: ReceptionFieldsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const [open, setOpen] = useState(whole)
  const chosen = useFieldValue<Channel>('channel')
  const offered: readonly Channel[] = RECEPTION_CHANNELS
  const channels = chosen && !offered.includes(chosen) ? [...offered, chosen] : offered
  return (
    <>
      <Field name="words" label={say('words')} required wide>
        <Input.TextArea
          autoFocus
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={1000}
          placeholder={say('placeholder')}
          enterKeyHint="done"
          onPressEnter={saveOnEnter}
        />
      </Field>
      <Field name="channel" label={say('channel')}>
        <Choice options={optionsOf(channels, CHANNEL_LABELS, sayWord)} />
      </Field>
      <Fields>
        <Field name="purpose" label={say('purpose')}>
          <Select options={optionsOf(RECEPTION_PURPOSES, RECEPTION_PURPOSE_LABELS, sayWord)} />
        </Field>
        <Field name="direction" label={say('direction')}>
          <Choice options={optionsOf(RECEPTION_DIRECTIONS, RECEPTION_DIRECTION_LABELS, sayWord)} />
        </Field>
      </Fields>
      {open && <RestFields client={client} />}
      {!whole && (
        <div>
          <Button
            type="link"
            size="small"
            aria-expanded={open}
            icon={open ? <UpIcon aria-hidden /> : <DownIcon aria-hidden />}
            onClick={() => setOpen(!open)}
          >
            {say(open ? 'less' : 'more')}
          </Button>
        </div>
      )}
    </>
  )
}

function RestFields({ client }: Pick<ReceptionFieldsProps, 'client'>) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { contacts, members } = readFragment(ReceptionPeople, client)
  const people = [
    ...contacts.map(({ id, name, position }) => ({
      value: id,
      label: [name, position].filter(Boolean).join(' · '),
    })),
    ...(members ?? []).map(({ id, name, kinship }) => ({
      value: id,
      label: [name, kinship && sayWord(KINSHIP_LABELS[kinship])].filter(Boolean).join(' · '),
    })),
  ]
  return (
    <>
      {people.length > 0 && (
        <Field name="who" label={say('who')}>
          <Select allowClear options={people} />
        </Field>
      )}
      <Field name="result" label={say('result')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} onPressEnter={saveOnEnter} />
      </Field>
      <Fields>
        <Field name="nextStep" label={say('nextStep')}>
          <Input maxLength={200} />
        </Field>
        <Field name="nextOn" label={say('nextOn')}>
          <Input type="date" />
        </Field>
      </Fields>
    </>
  )
}
