import { useQuery } from '@apollo/client/react'
import { graphql, type DepartmentsQuery } from '@steward/graphql-client'
import { FailureState, messages, useFreshAct, useMay, useMessages, usePortalPath } from '@steward/portal'
import {
  AddIcon,
  Alert,
  AppLink,
  Button,
  ConfirmDialog,
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
} from '@steward/ui'
import { useState } from 'react'
import { DepartmentForm } from './department-form.tsx'

const Departments = graphql(/* GraphQL */ `
  query Departments {
    departments {
      id
      code
      name
      archivedAt
      head {
        id
        name
      }
      staffCount
      version
    }
  }
`)

const Archive = graphql(/* GraphQL */ `
  mutation ArchiveDepartment($input: ArchiveDepartmentInput!) {
    archiveDepartment(input: $input) {
      ... on Department {
        id
        archivedAt
        version
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

const Restore = graphql(/* GraphQL */ `
  mutation RestoreDepartment($input: RestoreDepartmentInput!) {
    restoreDepartment(input: $input) {
      ... on Department {
        id
        archivedAt
        version
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

const texts = messages({
  title: { zh: '部门', en: 'Departments' },
  subtitle: { zh: '任务在部门之间交接', en: 'Tasks are handed from one to another' },
  add: { zh: '新增部门', en: 'Add a department' },
  list: { zh: '部门列表', en: 'List of departments' },
  name: { zh: '部门', en: 'Department' },
  code: { zh: '代码', en: 'Code' },
  staff: { zh: '在职人数', en: 'Active staff' },
  people: { zh: '{{count}} 人', en: { one: '{{count}} person', other: '{{count}} people' } },
  head: { zh: '负责人', en: 'Head' },
  state: { zh: '状态', en: 'State' },
  active: { zh: '使用中', en: 'In use' },
  archived: { zh: '已停用', en: 'Archived' },
  actions: { zh: '操作', en: 'Actions' },
  change: { zh: '修改', en: 'Change' },
  archive: { zh: '停用', en: 'Archive' },
  archiveAsk: { zh: '停用{{name}}？', en: 'Archive {{name}}?' },
  archiveText: {
    zh: '停用后不再接收人员和任务，已有的记录都保留，随时可以恢复。',
    en: 'It takes no more people or tasks. What it did stays, and it can be restored at any time.',
  },
  archivedNow: { zh: '{{name}}已停用', en: '{{name}} is archived' },
  restore: { zh: '恢复', en: 'Restore' },
  restoredNow: { zh: '{{name}}已恢复', en: '{{name}} is restored' },
  empty: { zh: '还没有部门', en: 'There is no department yet' },
})

export type Row = DepartmentsQuery['departments'][number]

/** All departments; those out of use last. */
export function DepartmentsPage() {
  const say = useMessages(texts)
  const may = useMay()
  const phone = useIsPhone()
  const notify = useNotify()
  const { data, error, refetch } = useQuery(Departments)
  const [editing, setEditing] = useState<Row | 'new'>()
  const [archiving, setArchiving] = useState<Row>()
  const [problem, setProblem] = useState<string>()
  const archive = useFreshAct(Archive, refetch)
  const restore = useFreshAct(Restore, refetch)
  const carryOut = async (
    act: typeof archive | typeof restore,
    { id, name, version }: Row,
    done: 'archivedNow' | 'restoredNow',
  ) => {
    const outcome = await act({ departmentId: id, expectedVersion: version })
    setArchiving(undefined)
    setProblem(outcome.refused?.message)
    if (outcome.done) notify.done(say(done, { name }))
  }
  const columns = useColumns({
    onEdit: setEditing,
    onArchive: setArchiving,
    onRestore: (row) => void carryOut(restore, row, 'restoredNow'),
  })
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  const rows = data?.departments.toSorted(
    (a, b) => Number(a.archivedAt !== null) - Number(b.archivedAt !== null),
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
          may('department:add') && (
            <Button type="primary" icon={<AddIcon aria-hidden />} onClick={() => setEditing('new')}>
              {say('add')}
            </Button>
          )
        }
      />
      {problem && (
        <div className="st-note">
          <Alert
            type="error"
            showIcon
            title={problem}
            role="alert"
            closable={{ onClose: () => setProblem(undefined) }}
          />
        </div>
      )}
      {phone ? table : <Panel flush>{table}</Panel>}
      <Sheet
        open={editing !== undefined}
        title={editing === 'new' ? say('add') : say('change')}
        onClose={() => setEditing(undefined)}
      >
        {editing && (
          <DepartmentForm
            department={
              editing === 'new' ? undefined : (rows?.find(({ id }) => id === editing.id) ?? editing)
            }
            onReload={refetch}
            onDone={() => setEditing(undefined)}
          />
        )}
      </Sheet>
      <ConfirmDialog
        open={archiving !== undefined}
        title={say('archiveAsk', { name: archiving?.name ?? '' })}
        verb={say('archive')}
        danger
        onConfirm={() => archiving && carryOut(archive, archiving, 'archivedNow')}
        onCancel={() => setArchiving(undefined)}
      >
        {say('archiveText')}
      </ConfirmDialog>
    </>
  )
}

interface RowActs {
  readonly onEdit: (row: Row) => void
  readonly onArchive: (row: Row) => void
  readonly onRestore: (row: Row) => void
}

function useColumns({ onEdit, onArchive, onRestore }: RowActs): readonly Column<Row>[] {
  const say = useMessages(texts)
  const path = usePortalPath()
  const may = useMay()
  return [
    { key: 'name', title: say('name'), render: ({ name }) => <span className="st-strong">{name}</span> },
    { key: 'code', title: say('code'), width: '16%', render: ({ code }) => <code>{code}</code> },
    {
      key: 'staff',
      title: say('staff'),
      width: '18%',
      render: ({ id, staffCount }) => (
        <AppLink to={path(`people?department=${id}`)}>{say('people', { count: staffCount })}</AppLink>
      ),
    },
    { key: 'head', title: say('head'), width: '16%', render: ({ head }) => head?.name ?? '—' },
    {
      key: 'state',
      title: say('state'),
      width: '120px',
      card: 'tag',
      render: ({ archivedAt }) => (
        <StatusTag tone={archivedAt ? 'neutral' : 'good'}>
          {say(archivedAt ? 'archived' : 'active')}
        </StatusTag>
      ),
    },
    {
      key: 'actions',
      title: say('actions'),
      width: '190px',
      align: 'end',
      render: (row) => (
        <Inline gap={1} justify="flex-end">
          {may('department:change') && (
            <Button type="text" onClick={() => onEdit(row)} aria-label={`${say('change')} ${row.name}`}>
              {say('change')}
            </Button>
          )}
          {row.archivedAt
            ? may('department:restore') && (
                <Button
                  type="text"
                  onClick={() => onRestore(row)}
                  aria-label={`${say('restore')} ${row.name}`}
                >
                  {say('restore')}
                </Button>
              )
            : may('department:archive') && (
                <Button
                  type="text"
                  danger
                  onClick={() => onArchive(row)}
                  aria-label={`${say('archive')} ${row.name}`}
                >
                  {say('archive')}
                </Button>
              )}
        </Inline>
      ),
    },
  ]
}
