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
import {
  AddIcon,
  Alert,
  Button,
  DataTable,
  EmptyState,
  Inline,
  PageHeader,
  Panel,
  Sheet,
  StatusTag,
  useIsPhone,
  useNotify,
  useUi,
  type Column,
  type Tone,
} from '@steward/ui'
import { useState } from 'react'
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
  actions: { zh: '操作', en: 'Actions' },
  change: { zh: '修改', en: 'Change' },
  retire: { zh: '停用', en: 'Retire' },
  restore: { zh: '恢复', en: 'Restore' },
  retiredNow: {
    zh: '{{name}}已停用：不再填写，已有内容保留',
    en: '{{name}} is retired: not asked any more, what was filled in stays',
  },
  restoredNow: { zh: '{{name}}已恢复', en: '{{name}} is restored' },
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
  const phone = useIsPhone()
  const notify = useNotify()
  const { data, error, refetch } = useQuery(CustomFields)
  const [editing, setEditing] = useState<FieldRow | 'new'>()
  const [problem, setProblem] = useState<string>()
  const retire = useFreshAct(RetireCustomField, refetch)
  const restore = useFreshAct(RestoreCustomField, refetch)
  const turn = async (field: FieldRow): Promise<void> => {
    const act = field.retiredAt ? restore : retire
    const { done, refused } = await act({ fieldId: field.id, expectedVersion: field.version })
    setProblem(refused?.message)
    if (done) notify.done(say(field.retiredAt ? 'restoredNow' : 'retiredNow', { name: field.labelZh }))
  }
  const columns = useColumns(setEditing, (field) => void turn(field))
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  const rows = data?.customFields.toSorted(
    (a, b) => Number(a.retiredAt !== null) - Number(b.retiredAt !== null),
  )
  const table = (
    <DataTable
      label={say('list')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={say('empty')} />}
    />
  )
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        actions={
          may('customField:define') && (
            <Button type="primary" icon={<AddIcon aria-hidden />} onClick={() => setEditing('new')}>
              {sayWord(CUSTOM_FIELD_ACTION_LABELS.define)}
            </Button>
          )
        }
      />
      {problem && (
        <div className="st-note">
          <Alert type="error" showIcon title={problem} role="alert" />
        </div>
      )}
      {phone ? table : <Panel flush>{table}</Panel>}
      <Sheet
        open={editing !== undefined}
        title={sayWord(CUSTOM_FIELD_ACTION_LABELS[editing === 'new' ? 'define' : 'amend'])}
        onClose={() => setEditing(undefined)}
      >
        {editing && (
          <FieldForm
            field={editing === 'new' ? undefined : (rows?.find(({ id }) => id === editing.id) ?? editing)}
            next={Math.max(0, ...(rows ?? []).map(({ position }) => position + 1))}
            onReload={refetch}
            onDone={() => setEditing(undefined)}
          />
        )}
      </Sheet>
    </>
  )
}

function useColumns(
  onEdit: (field: FieldRow) => void,
  onTurn: (field: FieldRow) => void,
): readonly Column<FieldRow>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
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
    {
      key: 'actions',
      title: say('actions'),
      width: '190px',
      align: 'end',
      render: (field) => {
        const turns = field.retiredAt ? 'restore' : 'retire'
        return (
          <Inline gap={1} justify="flex-end">
            {may('customField:amend') && (
              <Button
                type="text"
                onClick={() => onEdit(field)}
                aria-label={`${say('change')} ${field.labelZh}`}
              >
                {say('change')}
              </Button>
            )}
            {may(`customField:${turns}`) && (
              <Button
                type="text"
                danger={!field.retiredAt}
                onClick={() => onTurn(field)}
                aria-label={`${say(turns)} ${field.labelZh}`}
              >
                {say(turns)}
              </Button>
            )}
          </Inline>
        )
      },
    },
  ]
}
