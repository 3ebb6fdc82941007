import { numberedUnits, PROJECT_INPUTS } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { Field, Form, Input, InputNumber, Select, useFieldValue, useNotify } from '@steward/ui'
import { useCheckInput } from '../acts/use-check-input.ts'
import { useFreshAct } from '../acts/use-fresh-act.ts'
import { messages, useMessages } from '../i18n/messages.ts'

const Add = graphql(/* GraphQL */ `
  mutation AddUnits($input: AddUnitsInput!) {
    addUnits(input: $input) {
      ... on Building {
        id
        name
        unitCount
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
  form: { zh: '新增房号', en: 'Add units' },
  verb: { zh: '新增', en: 'Add' },
  done: { zh: '{{name}}现有 {{count}} 个房号', en: '{{name}} now has {{count}} units' },
  prefix: { zh: '房号前缀', en: 'What stands before the floor' },
  prefixHint: { zh: '如 2- 得到 2-1803；没有前缀就留空', en: '“2-” makes 2-1803; leave empty for none' },
  fromFloor: { zh: '从第几层', en: 'From floor' },
  toFloor: { zh: '到第几层', en: 'To floor' },
  fromDoor: { zh: '每层从几号', en: 'First door of a floor' },
  toDoor: { zh: '每层到几号', en: 'Last door of a floor' },
  skip: { zh: '没有的楼层', en: 'Floors that are not counted' },
  skipHint: { zh: '如 4、13、14', en: 'E.g. 4, 13, 14' },
  preview: {
    zh: '将新增 {{count}} 个房号：{{first}} … {{last}}',
    en: 'Adds {{count}} units: {{first}} … {{last}}',
  },
  nothing: {
    zh: '填好楼层和门号，这里预览会生成哪些房号。',
    en: 'Fill in floors and doors to see what will be added.',
  },
})

interface Values {
  readonly prefix?: string
  readonly fromFloor: number
  readonly toFloor: number
  readonly fromDoor: number
  readonly toDoor: number
  readonly skipFloors?: readonly (string | number)[]
}

interface AddUnitsProps {
  readonly building: { readonly id: string; readonly name: string; readonly version: number }
  readonly onReload: () => Promise<unknown>
  readonly onClose: () => void
}

const rangeOf = ({ prefix = '', skipFloors = [], ...range }: Values) => ({
  ...range,
  prefix: prefix.trim(),
  skipFloors: skipFloors.map(Number),
})

/** Adds all units of a range of door numbers; what will come of it is shown before. */
export function AddUnits({ building, onReload, onClose }: AddUnitsProps) {
  const say = useMessages(texts)
  const notify = useNotify()
  const check = useCheckInput()
  const add = useFreshAct(Add, onReload)
  const number = (name: 'fromFloor' | 'toFloor' | 'fromDoor' | 'toDoor') => (
    <Field name={name} label={say(name)} required>
      <InputNumber min={1} max={name.endsWith('Door') ? 99 : 200} precision={0} />
    </Field>
  )
  const prefix = /^\d+/.exec(building.name)?.[0]
  return (
    <Form<Values>
      label={say('form')}
      verb={say('verb')}
      initial={{ prefix: prefix ? `${prefix}-` : '', fromFloor: 1, fromDoor: 1, skipFloors: [] }}
      onCancel={onClose}
      check={(values) =>
        check(PROJECT_INPUTS.addUnits, { expectedVersion: building.version, ...rangeOf(values) })
      }
      onSubmit={async (values) => {
        const { done, refused } = await add({
          buildingId: building.id,
          expectedVersion: building.version,
          ...rangeOf(values),
        })
        if (done) {
          await onReload()
          notify.done(say('done', { name: done.name, count: done.unitCount }))
          onClose()
        }
        return refused
      }}
    >
      <Field name="prefix" label={say('prefix')} hint={say('prefixHint')}>
        <Input autoComplete="off" maxLength={10} />
      </Field>
      <div className="st-pairs">
        {number('fromFloor')}
        {number('toFloor')}
        {number('fromDoor')}
        {number('toDoor')}
      </div>
      <Field name="skipFloors" label={say('skip')} hint={say('skipHint')}>
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，', '、', ' ']} />
      </Field>
      <Preview />
    </Form>
  )
}

/** What the range would add: the same function that the server uses. */
function Preview() {
  const say = useMessages(texts)
  const values: Partial<Values> = {
    prefix: useFieldValue<string>('prefix') ?? '',
    skipFloors: useFieldValue<readonly string[]>('skipFloors') ?? [],
  }
  const [fromFloor, toFloor, fromDoor, toDoor] = [
    useFieldValue<number>('fromFloor'),
    useFieldValue<number>('toFloor'),
    useFieldValue<number>('fromDoor'),
    useFieldValue<number>('toDoor'),
  ]
  const complete = fromFloor && toFloor && fromDoor && toDoor && toFloor <= 200 && toDoor <= 99
  const units = complete ? numberedUnits(rangeOf({ ...values, fromFloor, toFloor, fromDoor, toDoor })) : []
  return (
    <p className="st-note" role="status">
      {units.length > 0
        ? say('preview', { count: units.length, first: units[0]!.label, last: units.at(-1)!.label })
        : say('nothing')}
    </p>
  )
}
