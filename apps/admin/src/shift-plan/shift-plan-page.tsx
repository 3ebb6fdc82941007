import { useQuery } from '@apollo/client/react'
import {
  DEFAULT_SHIFT_PLAN,
  MOST_REMINDERS,
  SHIFT_INPUTS,
  SHIFT_LABELS,
  type ShiftPlan,
} from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useAct,
  useCheckInput,
  useDraft,
  useMay,
  useMessages,
  useSay,
} from '@steward/portal'
import { DescriptionList, Field, Form, Loading, PageHeader, Panel, Select, useNotify } from '@steward/ui'

const ShiftPlanToSet = graphql(/* GraphQL */ `
  query ShiftPlanToSet {
    shiftPlan {
      earlyStart
      middleStart
      nightStart
      reminderMinutes
      version
    }
  }
`)

const SetShiftPlan = graphql(/* GraphQL */ `
  mutation SetShiftPlan($input: SetShiftPlanInput!) {
    setShiftPlan(input: $input) {
      ... on ShiftPlan {
        version
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

const texts = messages({
  title: { zh: '班次与交接提醒', en: 'Shifts and reminders' },
  subtitle: {
    zh: '一天三班何时开始，交接无人接收时何时再提醒双方',
    en: 'When the three shifts of a day begin, and when both sides are reminded of a hand-over that nobody accepts',
  },
  panel: { zh: '现行设置', en: 'As set now' },
  usual: { zh: '尚未设置，以下为默认值', en: 'Not set yet; these are the defaults' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存，对此后的交接生效', en: 'Saved; it holds for hand-overs from now on' },
  starts: { zh: '{{shift}}开始', en: '{{shift}} begins' },
  reminders: { zh: '再次提醒', en: 'Reminders' },
  remindersHint: {
    zh: '交出后过多久仍无人接收就再提醒移交人和接收人，按钟点计，夜间也提醒；最多 {{most}} 次，留空即不提醒',
    en: 'How long after the offer giver and receiver are told again, by the clock, at night too; at most {{most}}, empty: never',
  },
  minutes: { zh: '{{count}} 分钟后', en: 'after {{count}} minutes' },
  hours: { zh: '{{count}} 小时后', en: { one: 'after {{count}} hour', other: 'after {{count}} hours' } },
  never: { zh: '不提醒', en: 'Never' },
  and: { zh: '、', en: ', ' },
})

const REMINDERS = [5, 10, 15, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 1_440, 2_880]
const HALF_HOUR = 30
const HALF_HOURS = Array.from({ length: 48 }, (_, at) => at * HALF_HOUR)

/** `07:00` */
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The one plan of the organization: read by everybody who may, set by administration and the service manager. */
export function ShiftPlanPage() {
  const say = useMessages(texts)
  const may = useMay()
  const { data, error, refetch } = useQuery(ShiftPlanToSet, { fetchPolicy: 'cache-and-network' })
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const plan = data.shiftPlan ?? { ...DEFAULT_SHIFT_PLAN, version: 0 }
  return (
    <>
      <PageHeader title={say('title')} subtitle={plan.version === 0 ? say('usual') : say('subtitle')} />
      <Panel title={say('panel')}>
        {may('shiftPlan:set') ? (
          <PlanForm key={plan.version} plan={plan} onSaved={() => void refetch()} />
        ) : (
          <PlanAsItIs plan={plan} />
        )}
      </Panel>
    </>
  )
}

interface Values {
  readonly earlyStart?: number
  readonly middleStart?: number
  readonly nightStart?: number
  readonly reminderMinutes?: readonly number[]
}

interface PlanFormProps {
  readonly plan: ShiftPlan & { readonly version: number }
  readonly onSaved: () => void
}

const STARTS = [
  ['earlyStart', SHIFT_LABELS.EARLY],
  ['middleStart', SHIFT_LABELS.MIDDLE],
  ['nightStart', SHIFT_LABELS.NIGHT],
] as const

function PlanForm({ plan, onSaved }: PlanFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const inWords = useMinutesInWords()
  const notify = useNotify()
  const checkInput = useCheckInput()
  const set = useAct(SetShiftPlan)
  const draft = useDraft<Values>('shift-plan')
  const { version, earlyStart, middleStart, nightStart, reminderMinutes } = plan
  const inputOf = (values: Values) => ({
    earlyStart: values.earlyStart ?? earlyStart,
    middleStart: values.middleStart ?? middleStart,
    nightStart: values.nightStart ?? nightStart,
    reminderMinutes: [...(values.reminderMinutes ?? [])].toSorted((a, b) => a - b),
    expectedVersion: version,
  })
  const options = (present: number) =>
    [...new Set([...HALF_HOURS, present])]
      .toSorted((a, b) => a - b)
      .map((it) => ({ value: it, label: clock(it) }))
  return (
    <Form<Values>
      label={say('title')}
      verb={say('save')}
      stays
      initial={{ earlyStart, middleStart, nightStart, reminderMinutes, ...draft.found }}
      onChange={draft.keep}
      check={(values) => checkInput(SHIFT_INPUTS.setPlan, inputOf(values))}
      onSubmit={async (values) => {
        const { done, refused } = await set(inputOf(values))
        if (!done) return refused
        draft.drop()
        notify.done(say('saved'))
        onSaved()
        return undefined
      }}
    >
      {STARTS.map(([name, shift]) => (
        <Field key={name} name={name} label={say('starts', { shift: sayWord(shift) })} required>
          <Select showSearch={{ optionFilterProp: 'label' }} options={options(plan[name])} />
        </Field>
      ))}
      <Field
        name="reminderMinutes"
        label={say('reminders')}
        hint={say('remindersHint', { most: MOST_REMINDERS })}
        wide
      >
        <Select
          mode="multiple"
          maxCount={MOST_REMINDERS}
          options={[...new Set([...REMINDERS, ...reminderMinutes])]
            .toSorted((a, b) => a - b)
            .map((it) => ({ value: it, label: inWords(it) }))}
        />
      </Field>
    </Form>
  )
}

const useMinutesInWords = () => {
  const say = useMessages(texts)
  return (minutes: number) =>
    minutes % 60 === 0 ? say('hours', { count: minutes / 60 }) : say('minutes', { count: minutes })
}

function PlanAsItIs({ plan }: Pick<PlanFormProps, 'plan'>) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const inWords = useMinutesInWords()
  return (
    <DescriptionList
      items={[
        ...STARTS.map(([name, shift]) => ({
          label: say('starts', { shift: sayWord(shift) }),
          value: clock(plan[name]),
        })),
        {
          label: say('reminders'),
          value: plan.reminderMinutes.map(inWords).join(say('and')) || say('never'),
        },
      ]}
    />
  )
}
