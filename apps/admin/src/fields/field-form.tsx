import {
  CLIENT_KIND_LABELS,
  CLIENT_KINDS,
  CUSTOM_FIELD_CLASS_HINTS,
  CUSTOM_FIELD_CLASS_LABELS,
  CUSTOM_FIELD_CLASSES,
  CUSTOM_FIELD_INPUTS,
  CUSTOM_FIELD_TYPE_LABELS,
  CUSTOM_FIELD_TYPES,
  type ClientKind,
  type CustomFieldClass,
  type CustomFieldType,
} from '@steward/domain'
import { messages, useCheckInput, useFreshAct, useMessages, useSay, useViewer } from '@steward/portal'
import {
  Checkbox,
  CheckboxGroup,
  Choice,
  DescriptionList,
  Field,
  Form,
  Input,
  InputNumber,
  MoneyInput,
  useFieldValue,
  useNotify,
} from '@steward/ui'
import { ChoicesField, type ChoiceItem } from './choices-field.tsx'
import { AmendCustomField, DefineCustomField, type FieldRow } from './field-documents.ts'

const texts = messages({
  form: { zh: '自定义字段', en: 'Custom field' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '{{name}}已保存', en: '{{name}} is saved' },
  labelZh: { zh: '中文名称', en: 'Name in Chinese' },
  labelEn: { zh: '英文名称', en: 'Name in English' },
  key: { zh: '代码', en: 'Key' },
  keyHint: {
    zh: '字母和数字，以小写字母开头；定下后不能修改',
    en: 'Letters and digits, a small letter first; stays once it is given',
  },
  type: { zh: '内容的类型', en: 'What is kept' },
  class: { zh: '密级', en: 'Class' },
  fixed: { zh: '类型和密级定下后不能修改。', en: 'Type and class stay once they are given.' },
  kinds: { zh: '用于哪些客户', en: 'For which clients' },
  required: { zh: '必填', en: 'Required' },
  unit: { zh: '单位', en: 'Unit' },
  unitHint: { zh: '写在数字后面，如“辆”', en: 'Behind the number, such as “cars”' },
  least: { zh: '不小于', en: 'At least' },
  most: { zh: '不大于', en: 'At most' },
  length: { zh: '最多字数', en: 'Most characters' },
  position: { zh: '次序', en: 'Place' },
  positionHint: { zh: '数字小的在前', en: 'The lower, the earlier' },
  taken: { zh: '这个代码已被使用（可能已停用）。', en: 'This key is taken; the field may be retired.' },
})

interface Values {
  readonly key: string
  readonly type: CustomFieldType
  readonly class: CustomFieldClass
  readonly labelZh: string
  readonly labelEn: string
  readonly kinds: ClientKind[]
  readonly choices?: ChoiceItem[]
  readonly isRequired?: boolean
  readonly unit?: string
  readonly least?: string
  readonly most?: string
  readonly position?: number
}

interface FieldFormProps {
  /** Undefined: a new one. */
  readonly field: FieldRow | undefined
  /** Where a new one stands. */
  readonly next: number
  readonly onReload: () => Promise<unknown>
  readonly onDone: () => void
}

const initialOf = (field: FieldRow | undefined, next: number): Partial<Values> =>
  field
    ? {
        type: field.type,
        labelZh: field.labelZh,
        labelEn: field.labelEn,
        kinds: [...field.kinds],
        choices: field.choices.map(({ key, zh, en }) => ({ key, zh, en })),
        isRequired: field.isRequired,
        unit: field.unit ?? '',
        least: field.least ?? '',
        most: field.most ?? '',
        position: field.position,
      }
    : { type: 'TEXT', class: 'INTERNAL', kinds: [...CLIENT_KINDS], position: next }

/** What its type has no use for is not sent. */
const statedOf = ({ type, choices, unit, least, most, isRequired, position, ...values }: Values) => {
  const isNumber = type === 'NUMBER' || type === 'MONEY'
  const filled = (value: string | undefined) => (value ? { value } : undefined)?.value
  return {
    labelZh: values.labelZh,
    labelEn: values.labelEn,
    kinds: values.kinds,
    isRequired: isRequired ?? false,
    position: position ?? 0,
    choices:
      type === 'CHOICE'
        ? (choices ?? []).map(({ key, zh, en }) => ({ zh, en, ...(key ? { key } : {}) }))
        : [],
    ...(type === 'NUMBER' && filled(unit) ? { unit: filled(unit)! } : {}),
    ...(isNumber && filled(least) ? { least: filled(least)! } : {}),
    ...((isNumber || type === 'TEXT') && filled(most) ? { most: filled(most)! } : {}),
  }
}

export function FieldForm({ field, next, onReload, onDone }: FieldFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const check = useCheckInput()
  const define = useFreshAct(DefineCustomField, onReload)
  const amend = useFreshAct(AmendCustomField, onReload)
  const fixed = (values: Values) => ({
    key: field?.key ?? values.key,
    type: field?.type ?? values.type,
    class: field?.class ?? values.class,
  })
  return (
    <Form<Values>
      label={say('form')}
      verb={say('save')}
      initial={initialOf(field, next)}
      onCancel={onDone}
      check={(values) =>
        check(CUSTOM_FIELD_INPUTS.define, { ...fixed(values), ...statedOf({ ...values, ...fixed(values) }) })
      }
      onSubmit={async (values) => {
        const stated = statedOf({ ...values, ...fixed(values) })
        const { done, refused, refusal } = field
          ? await amend({ fieldId: field.id, expectedVersion: field.version, ...stated })
          : await define({ ...fixed(values), ...stated })
        if (refusal?.code === 'DUPLICATE') return { fields: { key: say('taken') } }
        if (done) {
          await onReload()
          notify.done(say('saved', { name: done.labelZh }))
          onDone()
        }
        return refused
      }}
    >
      <Field name="labelZh" label={say('labelZh')} required>
        <Input autoComplete="off" maxLength={20} />
      </Field>
      <Field name="labelEn" label={say('labelEn')} required>
        <Input autoComplete="off" maxLength={40} />
      </Field>
      {field ? (
        <div className="st-field-wide">
          <DescriptionList
            items={[
              { label: say('key'), value: <code>{field.key}</code> },
              { label: say('type'), value: sayWord(CUSTOM_FIELD_TYPE_LABELS[field.type]) },
              { label: say('class'), value: sayWord(CUSTOM_FIELD_CLASS_LABELS[field.class]) },
            ]}
          />
          <p className="st-quiet st-small">{say('fixed')}</p>
        </div>
      ) : (
        <>
          <Field name="key" label={say('key')} hint={say('keyHint')} required>
            <Input autoComplete="off" spellCheck={false} maxLength={40} />
          </Field>
          <Field name="type" label={say('type')} required>
            <Choice
              options={CUSTOM_FIELD_TYPES.map((value) => ({
                value,
                label: sayWord(CUSTOM_FIELD_TYPE_LABELS[value]),
              }))}
            />
          </Field>
          <Field name="class" label={say('class')} required>
            <Choice
              options={CUSTOM_FIELD_CLASSES.map((value) => ({
                value,
                label: sayWord(CUSTOM_FIELD_CLASS_LABELS[value]),
              }))}
            />
          </Field>
          <ClassHint />
        </>
      )}
      <OfType type={field?.type} />
      <Field name="kinds" label={say('kinds')} required>
        <CheckboxGroup
          options={CLIENT_KINDS.map((value) => ({ value, label: sayWord(CLIENT_KIND_LABELS[value]) }))}
        />
      </Field>
      <Field name="isRequired" label={say('required')} toggles unlabelled>
        <Checkbox>{say('required')}</Checkbox>
      </Field>
      <Field name="position" label={say('position')} hint={say('positionHint')}>
        <InputNumber<number> min={0} max={999} precision={0} />
      </Field>
    </Form>
  )
}

function ClassHint() {
  const sayWord = useSay()
  const chosen = useFieldValue<CustomFieldClass>('class') ?? 'INTERNAL'
  return (
    <div className="st-field-wide st-above-field st-quiet st-small" aria-live="polite">
      {sayWord(CUSTOM_FIELD_CLASS_HINTS[chosen])}
    </div>
  )
}

/** What only some types have: choices, unit, bounds. */
function OfType({ type: given }: { readonly type: CustomFieldType | undefined }) {
  const say = useMessages(texts)
  const chosen = useFieldValue<CustomFieldType>('type')
  const type = given ?? chosen
  if (type === 'CHOICE') return <ChoicesField />
  if (type === 'TEXT')
    return (
      <Field name="most" label={say('length')}>
        <Input inputMode="numeric" autoComplete="off" placeholder="500" />
      </Field>
    )
  if (type !== 'NUMBER' && type !== 'MONEY') return null
  if (type === 'MONEY')
    return (
      <>
        <Field name="least" label={say('least')}>
          <WrittenMoney />
        </Field>
        <Field name="most" label={say('most')}>
          <WrittenMoney />
        </Field>
      </>
    )
  return (
    <>
      <Field name="unit" label={say('unit')} hint={say('unitHint')}>
        <Input autoComplete="off" maxLength={10} />
      </Field>
      <Field name="least" label={say('least')}>
        <Input inputMode="decimal" autoComplete="off" />
      </Field>
      <Field name="most" label={say('most')}>
        <Input inputMode="decimal" autoComplete="off" />
      </Field>
    </>
  )
}

/** Typed in yuan; the bound is kept in fen, as text like every bound. */
function WrittenMoney({
  value,
  onChange,
  ...rest
}: {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (value: string) => void
}) {
  const { currency } = useViewer().organization
  return (
    <MoneyInput
      {...rest}
      currency={currency}
      value={value ? Number(value) : null}
      onChange={(minor) => onChange?.(minor === null ? '' : String(minor))}
    />
  )
}
