import { useQuery } from '@apollo/client/react'
import { DEFAULT_INVENTORY_POLICY, INVENTORY_POLICY_INPUT } from '@steward/domain'
import { readFragment, type InventoryLineFragment } from '@steward/graphql-client'
import {
  AppLink,
  DataTable,
  EmptyState,
  Field,
  InputNumber,
  Instant,
  PageHeader,
  Panel,
  Stack,
  StatusTag,
  useIsPhone,
  type Column,
} from '@steward/ui'
import { useFreshAct } from '../acts/use-fresh-act.ts'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages } from '../i18n/messages.ts'
import { useLiveTypes } from '../live/use-live.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { useMay, useViewer } from '../session/viewer.tsx'
import { InformationInventories, InventoryLine, InventoryPolicy } from './inventory-documents.ts'
import { SetInformationInventoryPolicy } from './inventory-mutations.ts'
import { ConfirmDue } from './inventory-tags.tsx'
import { PolicyPanel } from '../settings/policy-panel.tsx'

const texts = messages({
  title: { zh: '客户信息清单', en: 'Inventory of client information' },
  subtitle: {
    zh: '每个部门保管着哪些客户信息：在哪里、谁保管、做什么用、保管多久、怎样销毁；部门负责人定期确认',
    en: 'What client information each department keeps: where, with whom, what for, how long, how destroyed. Its head confirms it on a schedule',
  },
  breaches: { zh: '违规记录', en: 'Breaches' },
  list: { zh: '各部门的清单，先到期的在前', en: 'Inventories, the first due first' },
  department: { zh: '部门', en: 'Department' },
  mine: { zh: '本部门', en: 'Mine' },
  head: { zh: '负责人', en: 'Head' },
  nobody: { zh: '未指定', en: 'Nobody named' },
  items: { zh: '登记项', en: 'Items' },
  confirmed: { zh: '上次确认', en: 'Last confirmed' },
  never: { zh: '从未', en: 'Never' },
  due: { zh: '下次确认期限', en: 'To be confirmed by' },
  none: { zh: '还没有清单', en: 'There is no inventory yet' },
  policy: { zh: '确认周期', en: 'How often it is confirmed' },
  every: { zh: '每隔几个月确认一次', en: 'Months from one confirmation to the next' },
  months: { zh: '{{count}} 个月', en: { one: '{{count}} month', other: '{{count}} months' } },
  saved: { zh: '已保存，自下次确认起适用', en: 'Saved; it holds from the next confirmation on' },
})

type Line = InventoryLineFragment

/** Whose inventory is due: one's own department, or all of them for whoever watches over confidentiality. */
export function InventoriesPage() {
  const say = useMessages(texts)
  const may = useMay()
  const phone = useIsPhone()
  const path = usePortalPath()
  const { data, error, refetch } = useQuery(InformationInventories, { fetchPolicy: 'cache-and-network' })
  useLiveTypes(['InformationInventory'], () => void refetch())
  const columns = useColumns()
  const rows = data?.informationInventories.map((it) => readFragment(InventoryLine, it))
  const table = (
    <DataTable
      label={say('list')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ id }) => path(`information/${id}`)}
      empty={<EmptyState title={say('none')} />}
    />
  )
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        actions={may('informationBreach:read') && <AppLink to={path('breaches')}>{say('breaches')}</AppLink>}
      />
      <Stack gap={4}>
        {error && !data ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : phone || rows?.length === 0 ? (
          table
        ) : (
          <Panel flush>{table}</Panel>
        )}
        {may('informationInventoryPolicy:read') && <PolicyOfInventories />}
      </Stack>
    </>
  )
}

function PolicyOfInventories() {
  const say = useMessages(texts)
  const { data, refetch } = useQuery(InventoryPolicy, { fetchPolicy: 'cache-and-network' })
  const set = useFreshAct(SetInformationInventoryPolicy, refetch)
  if (!data) return null
  const { confirmEveryMonths, version } = data.informationInventoryPolicy ?? {
    ...DEFAULT_INVENTORY_POLICY,
    version: 0,
  }
  return (
    <PolicyPanel
      title={say('policy')}
      permission="informationInventoryPolicy:set"
      lines={[{ label: say('every'), value: say('months', { count: confirmEveryMonths }) }]}
      values={{ confirmEveryMonths }}
      version={version}
      schema={INVENTORY_POLICY_INPUT}
      set={set}
      saved={say('saved')}
      onReload={refetch}
    >
      <Field name="confirmEveryMonths" label={say('every')} required>
        <InputNumber<number> min={1} max={24} precision={0} />
      </Field>
    </PolicyPanel>
  )
}

function useColumns(): readonly Column<Line>[] {
  const say = useMessages(texts)
  const { staff } = useViewer()
  return [
    {
      key: 'department',
      title: say('department'),
      render: ({ department }) => (
        <>
          {department?.name}{' '}
          {department?.id === staff.department?.id && <StatusTag tone="info">{say('mine')}</StatusTag>}
        </>
      ),
    },
    {
      key: 'head',
      title: say('head'),
      width: '140px',
      render: ({ department }) =>
        department?.head?.name ?? <StatusTag tone="warn">{say('nobody')}</StatusTag>,
    },
    { key: 'items', title: say('items'), width: '90px', align: 'end', render: ({ itemCount }) => itemCount },
    {
      key: 'confirmed',
      title: say('confirmed'),
      width: '200px',
      minor: true,
      render: ({ confirmedAt }) => (confirmedAt ? <Instant at={confirmedAt} /> : say('never')),
    },
    {
      key: 'due',
      title: say('due'),
      width: '230px',
      render: ({ dueOn }) => <ConfirmDue dueOn={dueOn} />,
    },
  ]
}
