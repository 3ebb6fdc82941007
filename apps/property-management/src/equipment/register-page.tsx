import { useQuery } from '@apollo/client/react'
import { EQUIPMENT_ACTION_LABELS, EQUIPMENT_CLASS_LABELS } from '@steward/domain'
import { readFragment, type EquipmentRowFragment } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useLiveTypes,
  useMay,
  useMessages,
  usePercent,
  usePortalPath,
  useRefreshOnReturn,
  useSay,
  useToday,
} from '@steward/portal'
import {
  AddIcon,
  Button,
  DataTable,
  Day,
  EmptyState,
  PageHeader,
  Panel,
  Stack,
  useIsPhone,
  useUi,
  type Column,
} from '@steward/ui'
import { useSearchParams } from 'react-router'
import { EquipmentPlaces, EquipmentRegister, EquipmentRow } from './equipment-documents.ts'
import { EquipmentFilterBar } from './equipment-filter-bar.tsx'
import {
  countEquipmentFilters,
  filterOf,
  NOTHING_CHOSEN,
  readEquipment,
  writeEquipment,
  type EquipmentListState,
} from './equipment-filters.ts'
import { InspectionDue, StateTag, useAvailabilityOfYear } from './equipment-tags.tsx'

const texts = messages({
  title: { zh: '设施设备台账', en: 'Equipment register' },
  subtitle: {
    zh: '每台设备在哪里、跑得怎样、下次检验什么时候；看到停机，点进去报一下',
    en: 'Where each machine is, how it runs, when it is inspected next. When one stands still, open it and say so',
  },
  list: { zh: '设备', en: 'Machines' },
  name: { zh: '设备', en: 'Machine' },
  class: { zh: '类别', en: 'Class' },
  place: { zh: '位置', en: 'Place' },
  state: { zh: '状态', en: 'State' },
  next: { zh: '下次检验', en: 'Next inspection' },
  available: { zh: '近一年完好率', en: 'Available, 1 year' },
  warranty: { zh: '质保至', en: 'Warranty until' },
  none: { zh: '没有符合条件的设备', en: 'No machine matches' },
  noneHint: { zh: '放宽筛选条件试试。', en: 'Try with fewer filters.' },
  empty: { zh: '台账里还没有设备', en: 'The register is empty' },
  emptyHint: {
    zh: '登记后可以安排检验、记录停机。',
    en: 'Once registered, a machine is inspected and its outages counted.',
  },
  clear: { zh: '清除筛选', en: 'Clear filters' },
})

const PAGE = 50
const TYPES = ['Equipment', 'EquipmentOutage', 'EquipmentInspection']
type Row = EquipmentRowFragment

/** The machines of one's territory; what is due first comes first once it is asked for. */
export function EquipmentRegisterPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const phone = useIsPhone()
  const { routing } = useUi()
  const today = useToday()
  const [params, setParams] = useSearchParams()
  const state = readEquipment(params)
  const change = (changed: Partial<EquipmentListState>) =>
    setParams(writeEquipment({ ...state, ...changed }), { replace: true })
  const places = useQuery(EquipmentPlaces)
  const { data, error, loading, refetch, fetchMore } = useQuery(EquipmentRegister, {
    variables: {
      filter: filterOf(state, today),
      orderBy: state.due === undefined ? 'NUMBER' : 'NEXT_INSPECTION',
      first: PAGE,
    },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  const rows = data?.equipmentRegister.edges.map(({ node }) => readFragment(EquipmentRow, node))
  const page = data?.equipmentRegister.pageInfo
  const again = () => rows && rows.length <= PAGE && void refetch()
  useRefreshOnReturn(again)
  useLiveTypes(TYPES, again)
  const columns = useColumns()
  const isNarrowed = countEquipmentFilters(state) > 0 || state.search !== ''
  const register = () => routing.go(path('equipment/new'))
  const table = (
    <DataTable
      label={say('list')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ id }) => path(`equipment/${id}`)}
      empty={
        isNarrowed ? (
          <EmptyState
            title={say('none')}
            hint={say('noneHint')}
            action={<Button onClick={() => change(NOTHING_CHOSEN)}>{say('clear')}</Button>}
          />
        ) : (
          <EmptyState title={say('empty')} hint={say('emptyHint')} />
        )
      }
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
          may('equipment:register') && (
            <Button type="primary" icon={<AddIcon aria-hidden />} onClick={register}>
              {sayWord(EQUIPMENT_ACTION_LABELS.register)}
            </Button>
          )
        }
      />
      <Stack gap={3}>
        <EquipmentFilterBar state={state} onChange={change} projects={places.data?.projects ?? []} />
        {error && !data ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : phone || rows?.length === 0 ? (
          table
        ) : (
          <Panel flush>{table}</Panel>
        )}
      </Stack>
    </>
  )
}

function useColumns(): readonly Column<Row>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const percent = usePercent()
  const share = useAvailabilityOfYear()
  return [
    {
      key: 'name',
      title: say('name'),
      card: 'lead',
      render: ({ name, number }) => (
        <>
          <span className="st-strong">{name}</span> <br />
          <span className="st-quiet st-small">{number}</span>
        </>
      ),
    },
    {
      key: 'class',
      title: say('class'),
      width: '110px',
      minor: true,
      render: (row) => sayWord(EQUIPMENT_CLASS_LABELS[row.class]),
    },
    {
      key: 'place',
      title: say('place'),
      render: ({ project, building, place }) =>
        [project?.name, building?.name, place].filter(Boolean).join(' · '),
    },
    {
      key: 'state',
      title: say('state'),
      width: '100px',
      card: 'tag',
      render: ({ state }) => <StateTag state={state} />,
    },
    {
      key: 'next',
      title: say('next'),
      width: '240px',
      render: ({ nextInspectionOn }) => (nextInspectionOn ? <InspectionDue on={nextInspectionOn} /> : '—'),
    },
    {
      key: 'available',
      title: say('available'),
      width: '130px',
      align: 'end',
      render: (row) => percent(share(row, row.recentOutages)),
    },
    {
      key: 'warranty',
      title: say('warranty'),
      width: '160px',
      minor: true,
      card: 'hidden',
      render: ({ warrantyUntil }) => (warrantyUntil ? <Day on={warrantyUntil} /> : '—'),
    },
  ]
}
