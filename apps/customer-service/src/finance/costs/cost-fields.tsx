import {
  COST_CLASS_HINTS,
  COST_CLASS_LABELS,
  COST_CLASSES,
  LABOUR_ROLES,
  ROLE_LABELS,
  type CostClass,
  type LabourRole,
} from '@steward/domain'
import { messages, useMessages, useSay, useViewer } from '@steward/portal'
import { Choice, Field, Fields, Input, InputNumber, MoneyInput, Select, useFieldValue } from '@steward/ui'
import { optionsOf } from '../../clients/page/options.ts'

const texts = messages({
  costClass: { zh: '类别', en: 'Class' },
  purpose: { zh: '做什么', en: 'What for' },
  purposePlace: { zh: '例如：上门查漏', en: 'e.g. looked for a leak' },
  occurredOn: { zh: '日期', en: 'Day' },
  minutes: { zh: '用时（分钟）', en: 'Minutes' },
  role: { zh: '谁的时间', en: 'Whose minutes' },
  material: { zh: '材料', en: 'Material' },
  outside: { zh: '外包', en: 'Outside service' },
  labourHint: { zh: '金额按假设的工时单价计算', en: 'Priced at the assumed rate of the role' },
})

/** What every cost says, whoever bears it. */
export interface CostValues {
  readonly costClass: CostClass
  readonly occurredOn: string
  readonly labourMinutes?: number | null
  readonly labourRole?: LabourRole | null
  readonly materialMinor?: number | null
  readonly outsideMinor?: number | null
  readonly purpose?: string
}

/** As the API takes it: nothing is nought. */
export const costOf = (values: CostValues) => ({
  costClass: values.costClass,
  occurredOn: values.occurredOn,
  labourMinutes: values.labourMinutes ?? 0,
  ...(values.labourMinutes && values.labourRole ? { labourRole: values.labourRole } : {}),
  materialMinor: values.materialMinor ?? 0,
  outsideMinor: values.outsideMinor ?? 0,
  purpose: values.purpose ?? '',
})

export function CostFields() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { currency } = useViewer().organization
  const chosen = useFieldValue<CostClass>('costClass')
  return (
    <>
      <Field
        name="costClass"
        label={say('costClass')}
        required
        {...(chosen ? { hint: sayWord(COST_CLASS_HINTS[chosen]) } : {})}
      >
        <Choice options={optionsOf(COST_CLASSES, COST_CLASS_LABELS, sayWord)} />
      </Field>
      <Fields>
        <Field name="purpose" label={say('purpose')} required>
          <Input maxLength={200} placeholder={say('purposePlace')} />
        </Field>
        <Field name="occurredOn" label={say('occurredOn')} required>
          <Input type="date" />
        </Field>
        <Field name="labourMinutes" label={say('minutes')}>
          <InputNumber<number> min={0} precision={0} inputMode="numeric" />
        </Field>
        <Field name="labourRole" label={say('role')} hint={say('labourHint')}>
          <Select allowClear options={optionsOf(LABOUR_ROLES, ROLE_LABELS, sayWord)} />
        </Field>
        <Field name="materialMinor" label={say('material')}>
          <MoneyInput currency={currency} />
        </Field>
        <Field name="outsideMinor" label={say('outside')}>
          <MoneyInput currency={currency} />
        </Field>
      </Fields>
    </>
  )
}
