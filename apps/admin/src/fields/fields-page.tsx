import { useQuery } from '@apollo/client/react'
import {
  CLIENT_KIND_LABELS,
  CLIENT_KINDS,
  CUSTOM_FIELD_ACTION_LABELS,
  CUSTOM_FIELD_CLASS_LABELS,
  CUSTOM_FIELD_TYPE_LABELS,
  type CustomFieldClass,
} from '@steward/domain'
import { FailureState, messages, useFreshAct, useMay, useMessages, useSay } from '@steward/portal'
import { Inline, StatusTag, useUi, type Column, type Tone } from '@steward/ui'
import { VocabularyPage } from '../vocabulary/vocabulary-page.tsx'
import { CustomFields, RestoreCustomField, RetireCustomField, type FieldRow } from './field-documents.ts'
import { FieldForm } from './field-form.tsx'

const texts = messages({
  title: { zh: '自定义字段', en: 'Custom fields' },
  subtitle: {
    zh: '客户档案里本企业自己的栏目',
    en: 'What this organization records of its clients beyond the usual',
  },
  list: { zh: '字段列表', en: 'Custom fields' },
  name: { zh: '字段', en: 'Field' },
  key: { zh: '代码', en: 'Key' },
  type: { zh: '类型', en: 'Type' },
  class: { zh: '密级', en: 'Class' },
  kinds: { zh: '用于', en: 'For' },
  everybody: { zh: '所有客户', en: 'All clients' },
  required: { zh: '必填', en: 'Required' },
  retired: { zh: '已停用', en: 'Retired' },
  retiredNow: {
    zh: '{{name}}已停用：不再填写，已有内容保留',
    en: '{{name}} is retired: not asked any more, what was filled in stays',
  },
  empty: { zh: '还没有自定义字段', en: 'No custom fields yet' },
})

const TONES: Readonly<Record<CustomFieldClass, Tone>> = {
  INTERNAL: 'neutral',
  PERSONAL: 'warn',
  SENSITIVE: 'bad',
}

/** The organization's own lines in their order; those that are retired last. */
export function FieldsPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const { data, error, refetch } = useQuery(CustomFields)
  const retire = useFreshAct(RetireCustomField, refetch)
  const restore = useFreshAct(RestoreCustomField, refetch)
  const columns = useColumns()
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  const fields = data?.customFields
  return (
    <VocabularyPage
      words={{
        title: say('title'),
        subtitle: say('subtitle'),
        list: say('list'),
        empty: say('empty'),
        define: may('customField:define') ? sayWord(CUSTOM_FIELD_ACTION_LABELS.define) : undefined,
        amend: sayWord(CUSTOM_FIELD_ACTION_LABELS.amend),
        retired: (name) => say('retiredNow', { name }),
      }}
      entries={fields}
      nameOf={({ labelZh }) => labelZh}
      columns={columns}
      may={{
        amend: may('customField:amend'),
        retire: may('customField:retire'),
        restore: may('customField:restore'),
      }}
      turn={({ id, version, retiredAt }) =>
        (retiredAt ? restore : retire)({ fieldId: id, expectedVersion: version })
      }
      renderForm={(field, onDone) => (
        <FieldForm
          field={field}
          next={Math.max(0, ...(fields ?? []).map(({ position }) => position + 1))}
          onReload={refetch}
          onDone={onDone}
        />
      )}
    />
  )
}

function useColumns(): readonly Column<FieldRow>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { locale } = useUi()
  return [
    {
      key: 'name',
      title: say('name'),
      render: ({ labelZh, labelEn, isRequired, retiredAt }) => (
        <Inline gap={1}>
          <span className="st-strong">{locale === 'en' ? labelEn : labelZh}</span>
          {isRequired && <StatusTag tone="info">{say('required')}</StatusTag>}
          {retiredAt && <StatusTag>{say('retired')}</StatusTag>}
        </Inline>
      ),
    },
    { key: 'key', title: say('key'), width: '15%', render: ({ key }) => <code>{key}</code> },
    {
      key: 'type',
      title: say('type'),
      width: '12%',
      render: ({ type, unit }) => (
        <>
          {sayWord(CUSTOM_FIELD_TYPE_LABELS[type])} {unit && <span className="st-quiet">{unit}</span>}
        </>
      ),
    },
    {
      key: 'class',
      title: say('class'),
      width: '120px',
      card: 'tag',
      render: ({ class: name }) => (
        <StatusTag tone={TONES[name]}>{sayWord(CUSTOM_FIELD_CLASS_LABELS[name])}</StatusTag>
      ),
    },
    {
      key: 'kinds',
      title: say('kinds'),
      render: ({ kinds }) =>
        kinds.length === CLIENT_KINDS.length
          ? say('everybody')
          : kinds.map((kind) => sayWord(CLIENT_KIND_LABELS[kind])).join(' · '),
    },
  ]
}
