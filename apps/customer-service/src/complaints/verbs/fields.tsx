import {
  CAUSE_LABELS,
  CAUSES,
  CHANNEL_LABELS,
  CHANNELS,
  PURPOSE_LABELS,
  PURPOSES,
  SEVERITIES,
  SEVERITY_LABELS,
} from '@steward/domain'
import { messages, PersonSelect, useMessages, useSay } from '@steward/portal'
import { Choice, Field, Input, InputNumber, Select, useFieldValue } from '@steward/ui'
import { useCaseChoices } from '../choices.ts'

const texts = messages({
  department: { zh: '承办部门', en: 'Department' },
  assignee: { zh: '承办人', en: 'Assignee' },
  anyone: { zh: '由部门自行安排', en: 'The department decides' },
  severity: { zh: '等级', en: 'Severity' },
  purpose: { zh: '诉求性质', en: 'Purpose' },
  cause: { zh: '原因分类', en: 'Cause' },
  category: { zh: '事项分类', en: 'Category' },
  channel: { zh: '渠道', en: 'Channel' },
  faultShare: { zh: '我方责任比例', en: 'Our share of the fault' },
  wasReal: { zh: '是否属实', en: 'Was it really so?' },
  real: { zh: '属实', en: 'Yes' },
  notReal: { zh: '不属实', en: 'No' },
})

/** Several lines of a person's own words. */
export function WordsField(props: {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly required?: boolean
  readonly rows?: number
  readonly autoFocus?: boolean
}) {
  const { rows = 3, autoFocus = false, ...field } = props
  return (
    <Field {...field} wide>
      <Input.TextArea autoSize={{ minRows: rows, maxRows: 14 }} autoFocus={autoFocus} />
    </Field>
  )
}

export function DepartmentField(props: {
  readonly name: string
  readonly label?: string
  readonly required?: boolean
}) {
  const say = useMessages(texts)
  const { departments } = useCaseChoices()
  return (
    <Field label={say('department')} {...props}>
      <Select
        allowClear={!props.required}
        showSearch={{ optionFilterProp: 'label' }}
        options={[...departments]}
      />
    </Field>
  )
}

/** A person of the department chosen in the field `of`. */
export function AssigneeField({ name, of }: { readonly name: string; readonly of: string }) {
  const say = useMessages(texts)
  const department = useFieldValue<string>(of)
  return (
    <Field name={name} label={say('assignee')}>
      <PersonSelect department={department} placeholder={say('anyone')} />
    </Field>
  )
}

export function SeverityField() {
  const say = useMessages(texts)
  const sayWord = useSay()
  return (
    <Field name="severity" label={say('severity')} wide>
      <Choice options={SEVERITIES.map((value) => ({ value, label: sayWord(SEVERITY_LABELS[value]) }))} />
    </Field>
  )
}

export function PurposeField({ required = false }: { readonly required?: boolean }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  return (
    <Field name="purpose" label={say('purpose')} required={required} wide>
      <Choice options={PURPOSES.map((value) => ({ value, label: sayWord(PURPOSE_LABELS[value]) }))} />
    </Field>
  )
}

export function CauseField({ required = false }: { readonly required?: boolean }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  return (
    <Field name="cause" label={say('cause')} required={required}>
      <Select
        allowClear={!required}
        options={CAUSES.map((value) => ({ value, label: sayWord(CAUSE_LABELS[value]) }))}
      />
    </Field>
  )
}

export function CategoryField() {
  const say = useMessages(texts)
  const { categories } = useCaseChoices()
  return (
    <Field name="categoryId" label={say('category')}>
      <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={[...categories]} />
    </Field>
  )
}

export function ChannelField() {
  const say = useMessages(texts)
  const sayWord = useSay()
  return (
    <Field name="channel" label={say('channel')} required>
      <Select options={CHANNELS.map((value) => ({ value, label: sayWord(CHANNEL_LABELS[value]) }))} />
    </Field>
  )
}

export function FaultShareField({ required = false }: { readonly required?: boolean }) {
  const say = useMessages(texts)
  return (
    <Field name="faultShare" label={say('faultShare')} required={required}>
      <InputNumber min={0} max={100} precision={0} suffix="%" style={{ width: '100%' }} />
    </Field>
  )
}

export function WasRealField() {
  const say = useMessages(texts)
  const options = [
    { value: true, label: say('real') },
    { value: false, label: say('notReal') },
  ]
  return (
    <Field name="wasReal" label={say('wasReal')}>
      <Choice options={options} />
    </Field>
  )
}
