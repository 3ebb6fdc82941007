import type { CustomFieldType } from '@steward/domain'
import { messages, useMay, useMessages } from '@steward/portal'
import { Button, CloseIcon, FilterField, Inline, Input, Select } from '@steward/ui'
import { useState } from 'react'
import { readCondition, writeCondition, type ConditionWay } from './field-condition.ts'
import { useFields, useInLanguage, type FieldRow } from './field-documents.ts'
import { FieldValue } from './field-value.tsx'

const texts = messages({
  field: { zh: '自定义字段', en: 'Custom field' },
  way: { zh: '条件', en: 'Condition' },
  eq: { zh: '等于', en: 'is' },
  has: { zh: '包含', en: 'contains' },
  from: { zh: '不小于', en: 'at least' },
  to: { zh: '不大于', en: 'at most' },
  value: { zh: '内容', en: 'Value' },
  add: { zh: '加入条件', en: 'Add the condition' },
  remove: { zh: '去掉条件 {{name}}', en: 'Remove the condition on {{name}}' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
})

const WAYS: Readonly<Record<CustomFieldType, readonly ConditionWay[]>> = {
  TEXT: ['has', 'eq'],
  NUMBER: ['from', 'to', 'eq'],
  MONEY: ['from', 'to', 'eq'],
  DATE: ['from', 'to', 'eq'],
  CHOICE: ['eq'],
  YES_NO: ['eq'],
}

interface FieldFilterProps {
  readonly conditions: readonly string[]
  readonly onChange: (conditions: readonly string[]) => void
}

/** Conditions on the organization's own fields, put together one by one. Sensitive fields are not offered: nobody searches them. */
export function FieldFilter({ conditions, onChange }: FieldFilterProps) {
  const say = useMessages(texts)
  const may = useMay()
  const inLanguage = useInLanguage()
  const fields = useFields().filter(
    (it) => it.class === 'INTERNAL' || (it.class === 'PERSONAL' && may('client:readParticulars')),
  )
  const [fieldId, setFieldId] = useState<string>()
  const [way, setWay] = useState<ConditionWay>()
  const [value, setValue] = useState('')
  if (fields.length === 0) return null
  const nameOf = (field: FieldRow) => inLanguage(field.labelZh, field.labelEn)
  const field = fields.find(({ id }) => id === fieldId)
  const ways = field ? WAYS[field.type] : []
  const chosen = way && ways.includes(way) ? way : ways[0]
  const written =
    field &&
    chosen &&
    writeCondition({
      fieldId: field.id,
      personal: field.class === 'PERSONAL',
      way: chosen,
      value: field.type === 'MONEY' ? String(Math.round(Number(value) * 100)) : value,
    })
  const add = () => {
    if (!written || value === '') return
    onChange([...conditions.filter((it) => it !== written), written])
    setFieldId(undefined)
    setValue('')
  }
  return (
    <>
      <FilterField label={say('field')}>
        <Select
          aria-label={say('field')}
          placeholder={say('field')}
          allowClear
          popupMatchSelectWidth={false}
          showSearch={{ optionFilterProp: 'label' }}
          options={fields.map((each) => ({ value: each.id, label: nameOf(each) }))}
          value={fieldId ?? null}
          onChange={(id) => {
            setFieldId(id ?? undefined)
            setValue('')
          }}
        />
      </FilterField>
      {field && chosen && (
        <>
          <FilterField label={say('way')}>
            <Select
              aria-label={say('way')}
              options={ways.map((each) => ({ value: each, label: say(each) }))}
              value={chosen}
              onChange={setWay}
            />
          </FilterField>
          <FilterField label={say('value')}>
            <ConditionValue
              field={field}
              label={say('value')}
              value={value}
              onChange={setValue}
              onEnter={add}
            />
          </FilterField>
          <Button disabled={!written || value === ''} onClick={add}>
            {say('add')}
          </Button>
        </>
      )}
      {conditions.map((each) => {
        const condition = readCondition(each)
        const of = fields.find(({ id }) => id === condition?.fieldId)
        if (!condition || !of) return null
        return (
          <Inline key={each} gap={1}>
            <span>
              {nameOf(of)} {say(condition.way)} <FieldValue field={of} value={condition.value} />
            </span>
            <Button
              type="text"
              size="small"
              icon={<CloseIcon aria-hidden />}
              aria-label={say('remove', { name: nameOf(of) })}
              onClick={() => onChange(conditions.filter((it) => it !== each))}
            />
          </Inline>
        )
      })}
    </>
  )
}

interface ConditionValueProps {
  readonly field: FieldRow
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onEnter: () => void
}

function ConditionValue({ field, label, value, onChange, onEnter }: ConditionValueProps) {
  const say = useMessages(texts)
  const inLanguage = useInLanguage()
  if (field.type === 'CHOICE' || field.type === 'YES_NO') {
    const options =
      field.type === 'CHOICE'
        ? field.choices.map(({ key, zh, en }) => ({ value: key, label: inLanguage(zh, en) }))
        : [
            { value: 'true', label: say('yes') },
            { value: 'false', label: say('no') },
          ]
    return <Select aria-label={label} options={options} value={value || null} onChange={onChange} />
  }
  const type = { TEXT: 'text', NUMBER: 'number', MONEY: 'number', DATE: 'date' }[field.type]
  return (
    <Input
      type={type}
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      onPressEnter={onEnter}
    />
  )
}
