import { CLIENT_SOURCE_LABELS, CLIENT_SOURCES, LEAD_SETTING_INPUTS, type ClientSource } from '@steward/domain'
import { messages, useCheckInput, useFreshAct, useMay, useMessages, useSay } from '@steward/portal'
import {
  AddIcon,
  Button,
  DataTable,
  Field,
  Form,
  Inline,
  Input,
  Panel,
  Select,
  Sheet,
  StatusTag,
  useNotify,
  type Column,
} from '@steward/ui'
import { useState } from 'react'
import {
  AmendLeadSource,
  DefineLeadSource,
  RestoreLeadSource,
  RetireLeadSource,
} from './lead-setting-documents.ts'
import type { SourceRow } from './lead-settings-page.tsx'
import { useRetiring } from './use-retiring.ts'

const texts = messages({
  title: { zh: '线索来源', en: 'Sources' },
  add: { zh: '新增来源', en: 'Add a source' },
  name: { zh: '名称', en: 'Name' },
  countsAs: { zh: '建档时记作', en: 'Counts in the archive as' },
  countsAsHint: {
    zh: '线索转为客户后，客户档案的“来源”按此填写',
    en: 'What the archive says about how we came to know a client who came this way',
  },
  state: { zh: '状态', en: 'State' },
  active: { zh: '使用中', en: 'In use' },
  retired: { zh: '已停用', en: 'Retired' },
  actions: { zh: '操作', en: 'Actions' },
  amend: { zh: '修改', en: 'Amend' },
  retire: { zh: '停用', en: 'Retire' },
  restore: { zh: '恢复', en: 'Restore' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
  retiredNow: { zh: '{{name}}已停用，已有线索不变', en: '{{name}} is retired; its leads stay' },
  restoredNow: { zh: '{{name}}已恢复', en: '{{name}} is restored' },
  taken: { zh: '已有同名的来源。', en: 'There is a source of this name.' },
})

interface LeadSourcesProps {
  readonly sources: readonly SourceRow[]
  readonly onReload: () => Promise<unknown>
}

export function LeadSources({ sources, onReload }: LeadSourcesProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const [editing, setEditing] = useState<SourceRow | 'new'>()
  const retire = useFreshAct(RetireLeadSource, onReload)
  const restore = useFreshAct(RestoreLeadSource, onReload)
  const settle = useRetiring(onReload)
  const close = () => setEditing(undefined)
  const columns: readonly Column<SourceRow>[] = [
    { key: 'name', title: say('name'), render: ({ name }) => <span className="st-strong">{name}</span> },
    {
      key: 'countsAs',
      title: say('countsAs'),
      render: ({ countsAs }) => sayWord(CLIENT_SOURCE_LABELS[countsAs]),
    },
    {
      key: 'state',
      title: say('state'),
      width: '120px',
      card: 'tag',
      render: ({ retiredAt }) => (
        <StatusTag tone={retiredAt ? 'neutral' : 'good'}>{say(retiredAt ? 'retired' : 'active')}</StatusTag>
      ),
    },
    ...(may('leadSource:amend')
      ? [
          {
            key: 'actions',
            title: say('actions'),
            width: '190px',
            align: 'end' as const,
            render: (row: SourceRow) => {
              const seen = { leadSourceId: row.id, expectedVersion: row.version }
              const verb = row.retiredAt ? 'restore' : 'retire'
              return (
                <Inline gap={1} justify="flex-end">
                  <Button
                    type="text"
                    aria-label={`${say('amend')} ${row.name}`}
                    onClick={() => setEditing(row)}
                  >
                    {say('amend')}
                  </Button>
                  <Button
                    type="text"
                    danger={!row.retiredAt}
                    aria-label={`${say(verb)} ${row.name}`}
                    onClick={() =>
                      void settle(
                        () => (row.retiredAt ? restore : retire)(seen),
                        say(row.retiredAt ? 'restoredNow' : 'retiredNow', { name: row.name }),
                      )
                    }
                  >
                    {say(verb)}
                  </Button>
                </Inline>
              )
            },
          },
        ]
      : []),
  ]
  return (
    <Panel
      flush
      title={say('title')}
      actions={
        may('leadSource:define') && (
          <Button icon={<AddIcon aria-hidden />} onClick={() => setEditing('new')}>
            {say('add')}
          </Button>
        )
      }
    >
      <DataTable label={say('title')} columns={columns} rows={sources} rowKey={({ id }) => id} />
      <Sheet open={editing !== undefined} title={say(editing === 'new' ? 'add' : 'amend')} onClose={close}>
        {editing && (
          <SourceForm source={editing === 'new' ? undefined : editing} onReload={onReload} onDone={close} />
        )}
      </Sheet>
    </Panel>
  )
}

interface Values {
  readonly name: string
  readonly countsAs: ClientSource
}

function SourceForm(props: {
  readonly source: SourceRow | undefined
  readonly onReload: () => Promise<unknown>
  readonly onDone: () => void
}) {
  const { source, onReload, onDone } = props
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const check = useCheckInput()
  const define = useFreshAct(DefineLeadSource, onReload)
  const amend = useFreshAct(AmendLeadSource, onReload)
  return (
    <Form<Values>
      label={say('title')}
      verb={say('save')}
      initial={source ? { name: source.name, countsAs: source.countsAs } : { countsAs: 'OTHER' }}
      onCancel={onDone}
      check={(values) => check(LEAD_SETTING_INPUTS.defineSource, values)}
      onSubmit={async (values) => {
        const { done, refused, refusal } = source
          ? await amend({ leadSourceId: source.id, expectedVersion: source.version, ...values })
          : await define(values)
        if (refusal?.code === 'DUPLICATE') return { fields: { name: say('taken') } }
        if (done) {
          await onReload()
          notify.done(say('saved'))
          onDone()
        }
        return refused
      }}
    >
      <Field name="name" label={say('name')} required>
        <Input autoFocus autoComplete="off" maxLength={40} />
      </Field>
      <Field name="countsAs" label={say('countsAs')} hint={say('countsAsHint')} required>
        <Select
          options={CLIENT_SOURCES.map((value) => ({ value, label: sayWord(CLIENT_SOURCE_LABELS[value]) }))}
        />
      </Field>
    </Form>
  )
}
