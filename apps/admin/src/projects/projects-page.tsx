import { useQuery } from '@apollo/client/react'
import { PROJECT_TYPE_LABELS } from '@steward/domain'
import { graphql, type ProjectListQuery } from '@steward/graphql-client'
import { FailureState, messages, useMay, useMessages, usePortalPath, useSay } from '@steward/portal'
import {
  AddIcon,
  Button,
  DataTable,
  EmptyState,
  PageHeader,
  Panel,
  Sheet,
  StatusTag,
  useIsPhone,
  useUi,
  type Column,
} from '@steward/ui'
import { useState } from 'react'
import { ProjectForm } from './project-form.tsx'

const ProjectList = graphql(/* GraphQL */ `
  query ProjectList {
    projects {
      id
      code
      name
      type
      address
      buildings {
        id
        unitCount
      }
    }
  }
`)

const texts = messages({
  title: { zh: '项目', en: 'Projects' },
  subtitle: {
    zh: '在管的小区、写字楼和园区，及其楼栋与房号',
    en: 'Properties under management, their buildings and units',
  },
  add: { zh: '新增项目', en: 'Add a project' },
  list: { zh: '项目列表', en: 'List of projects' },
  name: { zh: '项目', en: 'Project' },
  code: { zh: '代码', en: 'Code' },
  type: { zh: '类型', en: 'Type' },
  buildings: { zh: '楼栋', en: 'Buildings' },
  units: { zh: '房号', en: 'Units' },
  address: { zh: '地址', en: 'Address' },
  empty: { zh: '还没有项目', en: 'There is no project yet' },
})

type Row = ProjectListQuery['projects'][number]

/** The roots of the tree of places. */
export function ProjectsPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const may = useMay()
  const phone = useIsPhone()
  const { routing } = useUi()
  const columns = useColumns()
  const { data, error, refetch } = useQuery(ProjectList)
  const [adding, setAdding] = useState(false)
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  const table = (
    <DataTable
      label={say('list')}
      columns={columns}
      rows={data?.projects}
      rowKey={({ id }) => id}
      rowTo={({ id }) => path(`projects/${id}`)}
      empty={<EmptyState title={say('empty')} />}
    />
  )
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        actions={
          may('project:add') && (
            <Button type="primary" icon={<AddIcon aria-hidden />} onClick={() => setAdding(true)}>
              {say('add')}
            </Button>
          )
        }
      />
      {phone ? table : <Panel flush>{table}</Panel>}
      <Sheet open={adding} title={say('add')} onClose={() => setAdding(false)}>
        <ProjectForm
          project={undefined}
          onReload={refetch}
          onCancel={() => setAdding(false)}
          onDone={(id) => routing.go(path(`projects/${id}`))}
        />
      </Sheet>
    </>
  )
}

function useColumns(): readonly Column<Row>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  return [
    { key: 'name', title: say('name'), render: ({ name }) => name },
    {
      key: 'type',
      title: say('type'),
      width: '110px',
      card: 'tag',
      render: ({ type }) => <StatusTag>{sayWord(PROJECT_TYPE_LABELS[type])}</StatusTag>,
    },
    { key: 'code', title: say('code'), width: '110px', render: ({ code }) => <code>{code}</code> },
    {
      key: 'buildings',
      title: say('buildings'),
      width: '90px',
      align: 'end',
      render: (row) => row.buildings.length,
    },
    {
      key: 'units',
      title: say('units'),
      width: '90px',
      align: 'end',
      render: ({ buildings }) => buildings.reduce((sum, { unitCount }) => sum + unitCount, 0),
    },
    { key: 'address', title: say('address'), width: '28%', minor: true, render: ({ address }) => address },
  ]
}
