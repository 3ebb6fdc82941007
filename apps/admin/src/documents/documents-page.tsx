import { useQuery } from '@apollo/client/react'
import {
  DOCUMENT_KIND_LABELS,
  DOCUMENT_KINDS,
  REVISION_STATUS_LABELS,
  type DocumentKind,
} from '@steward/domain'
import { graphql, type ControlledDocumentsQuery } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useLiveTypes,
  useMay,
  useMessages,
  usePortalPath,
  useSay,
} from '@steward/portal'
import {
  AddIcon,
  Button,
  DataTable,
  EmptyState,
  FilterBar,
  FilterField,
  Inline,
  PageHeader,
  Panel,
  Select,
  useIsPhone,
  useUi,
  ViewTabs,
  type Column,
} from '@steward/ui'
import { useSearchParams } from 'react-router'
import { DayOf } from './day-of.tsx'
import { ControlTag, RevisionTag } from './document-tags.tsx'
import {
  filterOf,
  OPEN,
  readDocuments,
  VIEWS,
  writeDocuments,
  type DocumentsState,
} from './document-filters.ts'

const PAGE = 50

const ControlledDocuments = graphql(/* GraphQL */ `
  query ControlledDocuments($filter: ControlledDocumentFilter, $first: Int!, $after: String) {
    controlledDocuments(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          number
          kind
          title
          controlStatus
          executingDepartment {
            id
            name
          }
          effectiveRevision {
            id
            label
            effectiveAt
          }
          openRevision {
            id
            label
            status
            effectiveOn
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
    }
  }
`)

const texts = messages({
  title: { zh: '受控文件', en: 'Controlled documents' },
  subtitle: {
    zh: '大家据以办事的文件：哪一版有效，哪一版在会签',
    en: 'What everybody goes by: which revision is in force, which is being signed',
  },
  draft: { zh: '起草文件', en: 'Draft a document' },
  list: { zh: '受控文件清单', en: 'List of controlled documents' },
  views: { zh: '受控状态', en: 'Controlled status' },
  all: { zh: '全部', en: 'All' },
  inForce: { zh: '现行有效', en: 'In force' },
  onTheWay: { zh: '修订中', en: 'Being revised' },
  obsolete: { zh: '作废', en: 'Obsolete' },
  filters: { zh: '筛选文件', en: 'Filter documents' },
  search: { zh: '编号或名称', en: 'Number or title' },
  number: { zh: '编号', en: 'Number' },
  name: { zh: '名称', en: 'Title' },
  kind: { zh: '类别', en: 'Kind' },
  department: { zh: '部门', en: 'Department' },
  executing: { zh: '执行部门', en: 'Carried out by' },
  openStatus: { zh: '修订进度', en: 'Revision stands' },
  effective: { zh: '现行版次', en: 'In force' },
  since: { zh: '自', en: 'since' },
  open: { zh: '在修订', en: 'On its way' },
  status: { zh: '受控状态', en: 'Status' },
  empty: { zh: '没有符合条件的文件', en: 'No document matches' },
  emptyHint: { zh: '放宽筛选条件再试试。', en: 'Try with fewer filters.' },
})

type Row = ControlledDocumentsQuery['controlledDocuments']['edges'][number]['node']

/** All controlled documents, narrowed by the address. */
export function DocumentsPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const may = useMay()
  const phone = useIsPhone()
  const { routing } = useUi()
  const [params, setParams] = useSearchParams()
  const state = readDocuments(params)
  const change = (changed: Partial<DocumentsState>) => setParams(writeDocuments({ ...state, ...changed }))
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(ControlledDocuments, {
    variables: { filter: filterOf(state), first: PAGE },
    notifyOnNetworkStatusChange: true,
  })
  useLiveTypes(['ControlledDocument'], () => void refetch())
  const page = data?.controlledDocuments.pageInfo
  const table = (
    <DataTable
      label={say('list')}
      columns={useColumns()}
      rows={data?.controlledDocuments.edges.map(({ node }) => node)}
      rowKey={({ id }) => id}
      rowTo={({ id }) => path(`documents/${id}`)}
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
          may('document:draft') && (
            <Button
              type="primary"
              icon={<AddIcon aria-hidden />}
              onClick={() => routing.go(path('documents/new'))}
            >
              {say('draft')}
            </Button>
          )
        }
      />
      <ViewTabs
        label={say('views')}
        current={state.view}
        views={VIEWS.map((view) => {
          const query = writeDocuments({ ...state, view }).toString()
          return { key: view, label: say(view), to: path(query ? `documents?${query}` : 'documents') }
        })}
      />
      <Filters state={state} departments={(data ?? previousData)?.departments ?? []} onChange={change} />
      {error && !data ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : phone ? (
        table
      ) : (
        <Panel flush>{table}</Panel>
      )}
    </>
  )
}

interface FiltersProps {
  readonly state: DocumentsState
  readonly departments: readonly { readonly id: string; readonly name: string }[]
  readonly onChange: (changed: Partial<DocumentsState>) => void
}

function Filters({ state, departments, onChange }: FiltersProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const pick = (
    name: 'kind' | 'department' | 'openStatus',
    options: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <FilterField label={say(name)}>
      <Select
        aria-label={say(name)}
        placeholder={say(name)}
        allowClear
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        options={[...options]}
        value={state[name] ?? null}
        onChange={(value: string | null) => onChange({ [name]: value ?? undefined })}
      />
    </FilterField>
  )
  return (
    <FilterBar
      label={say('filters')}
      search={{
        value: state.search,
        placeholder: say('search'),
        onSearch: (search) => onChange({ search }),
      }}
      active={[state.kind, state.department, state.openStatus].filter(Boolean).length}
      onClear={() => onChange({ kind: undefined, department: undefined, openStatus: undefined })}
    >
      {pick(
        'kind',
        DOCUMENT_KINDS.map((value) => ({ value, label: sayWord(DOCUMENT_KIND_LABELS[value]) })),
      )}
      {pick(
        'department',
        departments.map(({ id, name }) => ({ value: id, label: name })),
      )}
      {pick(
        'openStatus',
        OPEN.map((value) => ({ value, label: sayWord(REVISION_STATUS_LABELS[value]) })),
      )}
    </FilterBar>
  )
}

function useColumns(): readonly Column<Row>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  return [
    {
      key: 'number',
      title: say('number'),
      width: '128px',
      render: ({ number }) => <span className="st-strong">{number} </span>,
    },
    { key: 'name', title: say('name'), card: 'lead', render: ({ title }) => title },
    {
      key: 'kind',
      title: say('kind'),
      width: '108px',
      minor: true,
      render: ({ kind }) => sayWord(DOCUMENT_KIND_LABELS[kind as DocumentKind]),
    },
    {
      key: 'executing',
      title: say('executing'),
      width: '128px',
      minor: true,
      render: ({ executingDepartment }) => executingDepartment?.name,
    },
    {
      key: 'effective',
      title: say('effective'),
      width: '170px',
      render: ({ effectiveRevision: it }) =>
        it && (
          <>
            <span className="st-strong">{it.label}</span>{' '}
            {it.effectiveAt && (
              <span className="st-quiet st-small">
                {say('since')} <DayOf at={it.effectiveAt} />
              </span>
            )}
          </>
        ),
    },
    {
      key: 'open',
      title: say('open'),
      width: '190px',
      render: ({ openRevision: it }) =>
        it && (
          <Inline gap={1}>
            <span className="st-strong">{it.label}</span>
            <RevisionTag status={it.status} />
          </Inline>
        ),
    },
    {
      key: 'status',
      title: say('status'),
      width: '92px',
      card: 'tag',
      render: ({ controlStatus }) => <ControlTag status={controlStatus} />,
    },
  ]
}
