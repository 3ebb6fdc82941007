import { useQuery } from '@apollo/client/react'
import { ROLE_LABELS, STAFF_ROLES } from '@steward/domain'
import { graphql, type PeopleQuery } from '@steward/graphql-client'
import { FailureState, messages, useMay, useMessages, usePortalPath, useSay } from '@steward/portal'
import {
  AddIcon,
  Button,
  DataTable,
  EmptyState,
  FilterBar,
  FilterField,
  Instant,
  PageHeader,
  Panel,
  Select,
  Sheet,
  useIsPhone,
  useUi,
  ViewTabs,
  type Column,
} from '@steward/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { HandOver, type Account } from './hand-over.tsx'
import { HireStaff } from './hire-staff.tsx'
import { filterOf, readPeople, VIEWS, writePeople, type PeopleState } from './people-filters.ts'
import { RoleTags } from './role-tags.tsx'

const PAGE = 50

const People = graphql(/* GraphQL */ `
  query People($filter: StaffFilter, $first: Int!, $after: String) {
    staff(filter: $filter, first: $first, after: $after, orderBy: NAME) {
      edges {
        node {
          id
          name
          signInName
          position
          roles
          createdAt
          disabledAt
          department {
            id
            name
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
    departments {
      id
      name
      archivedAt
    }
  }
`)

const texts = messages({
  title: { zh: '人员', en: 'People' },
  subtitle: { zh: '谁在这里工作，担任什么角色', en: 'Who works here, and in which roles' },
  hire: { zh: '录用员工', en: 'Hire' },
  list: { zh: '人员名单', en: 'List of people' },
  views: { zh: '在职与停用', en: 'Active and disabled' },
  active: { zh: '在职', en: 'Active' },
  disabled: { zh: '已停用', en: 'Disabled' },
  filters: { zh: '筛选人员', en: 'Filter people' },
  search: { zh: '姓名、登录名或岗位', en: 'Name, sign-in name or position' },
  name: { zh: '姓名', en: 'Name' },
  department: { zh: '部门', en: 'Department' },
  position: { zh: '岗位', en: 'Position' },
  role: { zh: '角色', en: 'Role' },
  since: { zh: '录用时间', en: 'Hired' },
  until: { zh: '停用时间', en: 'Disabled' },
  empty: { zh: '没有符合条件的人员', en: 'Nobody matches' },
  emptyHint: { zh: '放宽筛选条件再试试。', en: 'Try with fewer filters.' },
})

type Row = PeopleQuery['staff']['edges'][number]['node']

/** Who works here; one question, narrowed by the address. */
export function PeoplePage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const may = useMay()
  const phone = useIsPhone()
  const [params, setParams] = useSearchParams()
  const { routing } = useUi()
  const [hiring, setHiring] = useState(false)
  const [hired, setHired] = useState<Account & { readonly id: string }>()
  const state = readPeople(params)
  const change = (changed: Partial<PeopleState>) => setParams(writePeople({ ...state, ...changed }))
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(People, {
    variables: { filter: filterOf(state), first: PAGE },
    notifyOnNetworkStatusChange: true,
  })
  const rows = data?.staff.edges.map(({ node }) => node)
  const page = data?.staff.pageInfo
  const departments = (data ?? previousData)?.departments ?? []
  const table = (
    <DataTable
      label={say('list')}
      columns={useColumns(state.view === 'disabled')}
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ id }) => path(`people/${id}`)}
      empty={<EmptyState title={say('empty')} hint={say('emptyHint')} />}
      more={
        page?.hasNextPage
          ? { loading, onLoad: () => void fetchMore({ variables: { after: page.endCursor } }) }
          : undefined
      }
    />
  )
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        actions={
          may('staff:hire') && (
            <Button type="primary" icon={<AddIcon aria-hidden />} onClick={() => setHiring(true)}>
              {say('hire')}
            </Button>
          )
        }
      />
      <ViewTabs
        label={say('views')}
        current={state.view}
        views={VIEWS.map((view) => ({
          key: view,
          label: say(view),
          to: addressOf(path('people'), { ...state, view }),
        }))}
      />
      <FilterBar
        label={say('filters')}
        search={{
          value: state.search,
          placeholder: say('search'),
          onSearch: (search) => change({ search }),
        }}
        active={[state.department, state.role].filter(Boolean).length}
        onClear={() => change({ department: undefined, role: undefined })}
      >
        <FilterField label={say('department')}>
          <Select
            aria-label={say('department')}
            placeholder={say('department')}
            allowClear
            popupMatchSelectWidth={false}
            showSearch={{ optionFilterProp: 'label' }}
            options={departments.map(({ id, name }) => ({ value: id, label: name }))}
            value={state.department ?? null}
            onChange={(department: string | null) => change({ department: department ?? undefined })}
          />
        </FilterField>
        <FilterField label={say('role')}>
          <Select
            aria-label={say('role')}
            placeholder={say('role')}
            allowClear
            popupMatchSelectWidth={false}
            showSearch={{ optionFilterProp: 'label' }}
            options={STAFF_ROLES.map((role) => ({ value: role, label: sayWord(ROLE_LABELS[role]) }))}
            value={state.role ?? null}
            onChange={(role: PeopleState['role'] | null) => change({ role: role ?? undefined })}
          />
        </FilterField>
      </FilterBar>
      {error && !data ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : phone ? (
        table
      ) : (
        <Panel flush>{table}</Panel>
      )}
      <Sheet open={hiring} title={say('hire')} onClose={() => setHiring(false)}>
        <HireStaff
          departments={departments}
          onCancel={() => setHiring(false)}
          onHired={(account) => {
            setHiring(false)
            setHired(account)
          }}
        />
      </Sheet>
      {hired && <HandOver account={hired} onDone={() => routing.go(path(`people/${hired.id}`))} />}
    </>
  )
}

const addressOf = (page: string, state: PeopleState): string => {
  const query = writePeople(state).toString()
  return query ? `${page}?${query}` : page
}

function useColumns(disabled: boolean): readonly Column<Row>[] {
  const say = useMessages(texts)
  return [
    {
      key: 'name',
      title: say('name'),
      width: '22%',
      render: ({ name, signInName }) => (
        <>
          {name} <span className="st-quiet st-small">{signInName}</span>
        </>
      ),
    },
    { key: 'department', title: say('department'), width: '17%', render: (row) => row.department?.name },
    { key: 'position', title: say('position'), width: '17%', minor: true, render: (row) => row.position },
    { key: 'role', title: say('role'), render: ({ roles }) => <RoleTags roles={roles} /> },
    {
      key: 'since',
      title: say(disabled ? 'until' : 'since'),
      width: '140px',
      minor: true,
      card: 'hidden',
      render: ({ createdAt, disabledAt }) => <Instant at={disabledAt ?? createdAt} />,
    },
  ]
}
