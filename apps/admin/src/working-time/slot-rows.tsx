import { clockTime, slotOf, type WorkingSlot } from '@steward/domain'
import { messages, useMessages } from '@steward/portal'
import { AddIcon, Button, CloseIcon, Inline, Input, Stack, StatusTag } from '@steward/ui'

const texts = messages({
  from: { zh: '{{day}}第 {{count}} 段从', en: '{{day}}, slot {{count}} from' },
  to: { zh: '{{day}}第 {{count}} 段到', en: '{{day}}, slot {{count}} to' },
  remove: { zh: '去掉{{day}}第 {{count}} 段', en: 'Remove slot {{count}} of {{day}}' },
  add: { zh: '加一段', en: 'Add a slot' },
  addTo: { zh: '{{day}}加一段', en: 'Add a slot to {{day}}' },
  nextDay: { zh: '次日', en: 'next day' },
  time: { zh: '请按 24 小时制填写两个时刻，如 08:30。', en: 'Give both times, such as 08:30.' },
})

/** A slot as it is typed. */
export interface TypedSlot {
  readonly from: string
  readonly to: string
}

export const typedSlot = ({ fromMinute, toMinute }: WorkingSlot): TypedSlot => ({
  from: clockTime(fromMinute),
  to: clockTime(toMinute),
})
/** The slot that was typed: an end that is not after the beginning lies on the next day; undefined while a time is missing. */
export const slotTyped = ({ from, to }: TypedSlot): WorkingSlot | undefined =>
  slotOf(from, to === '00:00' ? '24:00' : to)

/** `830`, `8:30` and `8：30` are how people write 08:30. */
const tidy = (typed: string): string => {
  const [, hours = '', minutes = ''] = /^(\d{1,2})\s*[:：.]?\s*(\d{2})$/.exec(typed.trim()) ?? []
  return hours === '' ? typed.trim() : `${hours.padStart(2, '0')}:${minutes}`
}

interface SlotRowsProps {
  /** Of the day, for whoever cannot see where the fields stand. */
  readonly day: string
  readonly slots: readonly TypedSlot[]
  readonly most?: number
  /** By place in the list. */
  readonly problems: Readonly<Record<number, string>>
  readonly onChange: (slots: readonly TypedSlot[]) => void
}

/** The hours of one day, to be typed: several slots, also through the night. */
export function SlotRows({ day, slots, most = 6, problems, onChange }: SlotRowsProps) {
  const say = useMessages(texts)
  const set = (at: number, slot: TypedSlot) => onChange(slots.with(at, slot))
  return (
    <Stack gap={1}>
      {slots.map((slot, at) => {
        const named = { day, count: at + 1 }
        const value = slotTyped(slot)
        const problem = problems[at] ?? (value ? undefined : say('time'))
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a slot has no name but its place
          <div key={at} className="st-slot">
            <Input
              inputMode="numeric"
              placeholder="08:30"
              maxLength={5}
              aria-label={say('from', named)}
              value={slot.from}
              status={problem ? 'error' : ''}
              onChange={({ target }) => set(at, { ...slot, from: target.value })}
              onBlur={({ target }) => set(at, { ...slot, from: tidy(target.value) })}
            />
            –
            <Input
              inputMode="numeric"
              placeholder="18:00"
              maxLength={5}
              aria-label={say('to', named)}
              value={slot.to}
              status={problem ? 'error' : ''}
              onChange={({ target }) => set(at, { ...slot, to: target.value })}
              onBlur={({ target }) => set(at, { ...slot, to: tidy(target.value) })}
            />
            {value && value.toMinute > 1440 && <StatusTag tone="info">{say('nextDay')}</StatusTag>}
            <Button
              type="text"
              aria-label={say('remove', named)}
              icon={<CloseIcon aria-hidden />}
              onClick={() => onChange(slots.toSpliced(at, 1))}
            />
            {problem && (
              <span className="st-slot-problem" role="alert">
                {problem}
              </span>
            )}
          </div>
        )
      })}
      {slots.length < most && (
        <Inline>
          <Button
            type="dashed"
            size="small"
            icon={<AddIcon aria-hidden />}
            aria-label={say('addTo', { day })}
            onClick={() => onChange([...slots, nextSlot(slots.at(-1))])}
          >
            {say('add')}
          </Button>
        </Inline>
      )}
    </Stack>
  )
}

/** Where a further slot would most likely lie. */
const nextSlot = (last: TypedSlot | undefined): TypedSlot => {
  if (!last) return { from: '08:30', to: '12:00' }
  if (last.to < '13:30') return { from: '13:30', to: '18:00' }
  return last.from < '22:00' ? { from: '22:00', to: '06:00' } : { from: '', to: '' }
}
