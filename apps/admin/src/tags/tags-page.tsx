import { useQuery } from '@apollo/client/react'
import { CLIENT_KIND_LABELS, CLIENT_KINDS, TAG_ACTION_LABELS } from '@steward/domain'
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
  type Column,
  type Tone,
} from '@steward/ui'
import { useState } from 'react'
import { RestoreTag, RetireTag, Tags, type TagRow } from './tag-documents.ts'
import { TagForm } from './tag-form.tsx'

const texts = messages({
  title: { zh: '客户标签', en: 'Client tags' },
  subtitle: {
    zh: '给客户归类的词，全公司共用',
    en: 'Words that clients are filed by, one vocabulary for all',
  },
  list: { zh: '标签列表', en: 'Client tags' },
  name: { zh: '标签', en: 'Tag' },
  english: { zh: '英文名称', en: 'English name' },
  kinds: { zh: '用于', en: 'For' },
  everybody: { zh: '所有客户', en: 'All clients' },
  state: { zh: '状态', en: 'State' },
  active: { zh: '使用中', en: 'In use' },
  retired: { zh: '已停用', en: 'Retired' },
  actions: { zh: '操作', en: 'Actions' },
  change: { zh: '修改', en: 'Change' },
  retire: { zh: '停用', en: 'Retire' },
  restore: { zh: '恢复', en: 'Restore' },
  retiredNow: {
    zh: '{{name}}已停用：不再新贴，已贴的保留',
    en: '{{name}} is retired: not given any more, kept where it was given',
  },
  restoredNow: { zh: '{{name}}已恢复', en: '{{name}} is restored' },
  empty: { zh: '还没有标签', en: 'No tags yet' },
})

/** The vocabulary of tags; those that are retired last. */
export function TagsPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const phone = useIsPhone()
  const notify = useNotify()
  const { data, error, refetch } = useQuery(Tags)
  const [editing, setEditing] = useState<TagRow | 'new'>()
  const [problem, setProblem] = useState<string>()
  const retire = useFreshAct(RetireTag, refetch)
  const restore = useFreshAct(RestoreTag, refetch)
  const turn = async (tag: TagRow): Promise<void> => {
    const act = tag.retiredAt ? restore : retire
    const { done, refused } = await act({ tagId: tag.id, expectedVersion: tag.version })
    setProblem(refused?.message)
    if (done) notify.done(say(tag.retiredAt ? 'restoredNow' : 'retiredNow', { name: tag.nameZh }))
  }
  const columns = useColumns(setEditing, (tag) => void turn(tag))
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  const rows = data?.tags.toSorted((a, b) => Number(a.retiredAt !== null) - Number(b.retiredAt !== null))
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
          may('tag:define') && (
            <Button type="primary" icon={<AddIcon aria-hidden />} onClick={() => setEditing('new')}>
              {sayWord(TAG_ACTION_LABELS.define)}
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
        title={sayWord(TAG_ACTION_LABELS[editing === 'new' ? 'define' : 'amend'])}
        onClose={() => setEditing(undefined)}
      >
        {editing && (
          <TagForm
            tag={editing === 'new' ? undefined : (rows?.find(({ id }) => id === editing.id) ?? editing)}
            onReload={refetch}
            onDone={() => setEditing(undefined)}
          />
        )}
      </Sheet>
    </>
  )
}

function useColumns(onEdit: (tag: TagRow) => void, onTurn: (tag: TagRow) => void): readonly Column<TagRow>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  return [
    {
      key: 'name',
      title: say('name'),
      render: ({ nameZh, tone }) => <StatusTag tone={tone.toLowerCase() as Tone}>{nameZh}</StatusTag>,
    },
    { key: 'english', title: say('english'), render: ({ nameEn }) => nameEn },
    {
      key: 'kinds',
      title: say('kinds'),
      render: ({ kinds }) =>
        kinds.length === CLIENT_KINDS.length
          ? say('everybody')
          : kinds.map((kind) => sayWord(CLIENT_KIND_LABELS[kind])).join(' · '),
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
    {
      key: 'actions',
      title: say('actions'),
      width: '190px',
      align: 'end',
      render: (tag) => {
        const turns = tag.retiredAt ? 'restore' : 'retire'
        return (
          <Inline gap={1} justify="flex-end">
            {may('tag:amend') && (
              <Button type="text" onClick={() => onEdit(tag)} aria-label={`${say('change')} ${tag.nameZh}`}>
                {say('change')}
              </Button>
            )}
            {may(`tag:${turns}`) && (
              <Button
                type="text"
                danger={!tag.retiredAt}
                onClick={() => onTurn(tag)}
                aria-label={`${say(turns)} ${tag.nameZh}`}
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
