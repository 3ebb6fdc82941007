import {
  CALENDAR_INPUTS,
  calendarDay,
  DAY_KIND_LABELS,
  slotText,
  SPECIAL_DAY_KIND_LABELS,
  SPECIAL_DAY_KINDS,
  WEEKDAY_LABELS,
  type SpecialDayKind,
} from '@steward/domain'
import { messages, useCheckInput, useDraft, useFreshAct, useMay, useMessages, useSay } from '@steward/portal'
import {
  Alert,
  Button,
  DescriptionList,
  Field,
  Form,
  Input,
  Radio,
  Sheet,
  Stack,
  useFieldValue,
} from '@steward/ui'
import { useState } from 'react'
import { AddDay, RemoveDay, valueOf, type CalendarRow } from './calendar-documents.ts'
import { SlotRows, slotTyped, type TypedSlot } from './slot-rows.tsx'
import { useCalendarChange } from './use-calendar-change.tsx'

const texts = messages({
  is: { zh: '这一天是', en: 'This day is' },
  called: { zh: '名称', en: 'Name' },
  hours: { zh: '时段', en: 'Hours' },
  off: { zh: '休息', en: 'Day off' },
  official: {
    zh: '来自国务院公布的放假安排；再次公布该年时会恢复。',
    en: 'From the announced holidays: publishing the year again brings it back.',
  },
  remove: { zh: '取消这天的安排', en: 'Remove this arrangement' },
  askRemove: { zh: '取消 {{on}} 的安排，按每周时段工作？', en: 'Let {{on}} follow the week again?' },
  form: { zh: '登记特殊安排', en: 'List a special arrangement' },
  add: { zh: '登记', en: 'List it' },
  askAdd: { zh: '把 {{on}} 登记为“{{kind}}”？', en: 'List {{on}} as “{{kind}}”?' },
  kind: { zh: '改为', en: 'It becomes' },
  nameZh: { zh: '中文名称', en: 'Name in Chinese' },
  nameEn: { zh: '英文名称', en: 'Name in English' },
  nameHint: { zh: '写在时限的计算说明里，如“小区停电”', en: 'Stands in the reckoning of due times' },
  makeUp: { zh: '不填则与周一相同', en: 'Without hours it works like Monday' },
  twice: { zh: '这一天刚被别人登记过。', en: 'Somebody has just listed this day.' },
})

interface DaySheetProps {
  readonly row: CalendarRow
  /** Undefined: closed. */
  readonly on: string | undefined
  readonly onReload: () => Promise<unknown>
  readonly onClose: () => void
}

/** One day of the year: what it is, and what whoever keeps the calendar makes of it. */
export function DaySheet({ row, on, onReload, onClose }: DaySheetProps) {
  const sayWord = useSay()
  const day = on === undefined ? undefined : calendarDay(valueOf(row), on)
  return (
    <Sheet
      open={day !== undefined}
      title={day ? `${day.on} ${sayWord(WEEKDAY_LABELS[day.weekday])}` : ''}
      onClose={onClose}
    >
      {on !== undefined && <OneDay key={on} row={row} on={on} onReload={onReload} onClose={onClose} />}
    </Sheet>
  )
}

function OneDay({ row, on, onReload, onClose }: DaySheetProps & { readonly on: string }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { kind, name, slots } = calendarDay(valueOf(row), on)
  const listed = row.specialDays.find((day) => day.on === on)
  return (
    <Stack gap={5}>
      <DescriptionList
        items={[
          { label: say('is'), value: sayWord(DAY_KIND_LABELS[kind]) },
          ...(name ? [{ label: say('called'), value: sayWord(name) }] : []),
          {
            label: say('hours'),
            value: slots.map((slot) => sayWord(slotText(slot))).join(' · ') || say('off'),
          },
        ]}
      />
      {listed ? (
        <Listed row={row} on={on} isOfficial={listed.isOfficial} onReload={onReload} onClose={onClose} />
      ) : (
        <NewDay row={row} on={on} onReload={onReload} onClose={onClose} />
      )}
    </Stack>
  )
}

interface DayProps extends DaySheetProps {
  readonly on: string
}

function Listed({ row, on, isOfficial, onReload, onClose }: DayProps & { readonly isOfficial: boolean }) {
  const say = useMessages(texts)
  const may = useMay()
  const remove = useFreshAct(RemoveDay, onReload)
  const { ask, dialog } = useCalendarChange(row, onReload)
  const [problem, setProblem] = useState<string>()
  const carryOut = async () => {
    const refused = await ask({
      title: say('askRemove', { on }),
      verb: say('remove'),
      danger: true,
      asked: { removeDay: on },
      act: () => remove({ calendarId: row.id, expectedVersion: row.version, on }),
    })
    if (refused === null) return
    if (refused === undefined) return onClose()
    setProblem(Object.values(refused.fields ?? {}).join(' ') || refused.message)
  }
  return (
    <Stack gap={3} align="flex-start">
      {isOfficial && <p className="st-quiet">{say('official')}</p>}
      {problem && <Alert type="error" showIcon role="alert" title={problem} />}
      {may('calendar:removeSpecialDay') && (
        <Button danger onClick={() => void carryOut()}>
          {say('remove')}
        </Button>
      )}
      {dialog}
    </Stack>
  )
}

interface Values {
  readonly kind: SpecialDayKind
  readonly nameZh: string
  readonly nameEn: string
  readonly slots?: readonly TypedSlot[]
}

/** A day off has no hours of its own. */
const hasHours = (kind: SpecialDayKind | undefined): boolean =>
  kind === 'CHANGED' || kind === 'MAKE_UP_WORKDAY'

function NewDay({ row, on, onReload, onClose }: DayProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const add = useFreshAct(AddDay, onReload)
  const { ask, dialog } = useCalendarChange(row, onReload)
  const draft = useDraft<Values>(`calendar-day.${row.id}.${on}`)
  const leave = () => {
    draft.drop()
    onClose()
  }
  const dayOf = ({ kind, nameZh, nameEn, slots = [] }: Values) => ({
    on,
    kind,
    nameZh,
    nameEn,
    slots: hasHours(kind) ? slots.flatMap((typed) => slotTyped(typed) ?? []) : [],
  })
  return (
    <>
      <Form<Values>
        label={say('form')}
        verb={say('add')}
        initial={{ kind: 'CLOSED', slots: [], ...draft.found }}
        onChange={draft.keep}
        onCancel={leave}
        check={(values) =>
          check(CALENDAR_INPUTS.addSpecialDay, { expectedVersion: row.version, ...dayOf(values) })
        }
        onSubmit={async (values) => {
          const day = dayOf(values)
          const refused = await ask({
            title: say('askAdd', { on, kind: sayWord(SPECIAL_DAY_KIND_LABELS[day.kind]) }),
            verb: say('add'),
            asked: { addDay: day },
            act: async () => {
              const outcome = await add({ calendarId: row.id, expectedVersion: row.version, ...day })
              const { refusal } = outcome
              return refusal && 'code' in refusal && refusal.code === 'DUPLICATE'
                ? { refused: { message: say('twice') } }
                : outcome
            },
          })
          if (refused === undefined) leave()
          return refused ?? undefined
        }}
      >
        <Field name="kind" label={say('kind')} required>
          <Radio.Group
            vertical
            options={SPECIAL_DAY_KINDS.map((value) => ({
              value,
              label: sayWord(SPECIAL_DAY_KIND_LABELS[value]),
            }))}
          />
        </Field>
        <Field name="nameZh" label={say('nameZh')} hint={say('nameHint')} required>
          <Input autoComplete="off" maxLength={30} />
        </Field>
        <Field name="nameEn" label={say('nameEn')} required>
          <Input autoComplete="off" maxLength={60} />
        </Field>
        <Hours day={on} />
      </Form>
      {dialog}
    </>
  )
}

function Hours({ day }: { readonly day: string }) {
  const say = useMessages(texts)
  const kind = useFieldValue<SpecialDayKind>('kind')
  if (!hasHours(kind)) return null
  return (
    <Field name="slots" label={say('hours')} {...(kind === 'MAKE_UP_WORKDAY' ? { hint: say('makeUp') } : {})}>
      <SlotsControl day={day} />
    </Field>
  )
}

/** The slots as one control of a Form. */
function SlotsControl({
  day,
  value = [],
  onChange = () => undefined,
}: {
  readonly day: string
  readonly value?: readonly TypedSlot[]
  readonly onChange?: (slots: readonly TypedSlot[]) => void
}) {
  return <SlotRows day={day} slots={value} problems={{}} onChange={onChange} />
}
