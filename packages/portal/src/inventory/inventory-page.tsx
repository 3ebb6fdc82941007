import { useQuery } from '@apollo/client/react'
import { readFragment, type InventoryItemFragment } from '@steward/graphql-client'
import {
  DescriptionList,
  EmptyState,
  Fold,
  HeaderActions,
  Instant,
  Loading,
  PageHeader,
  Panel,
  PrintIcon,
  Sheet,
  Stack,
  useUi,
} from '@steward/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages } from '../i18n/messages.ts'
import { useLiveRecord } from '../live/use-live.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { useMay, useViewer } from '../session/viewer.tsx'
import { useWorkTab } from '../tabs/work-context.tsx'
import { HeldByDepartment, InventoryItem, InventoryLine, OneInventory } from './inventory-documents.ts'
import { HeldTable, ItemTable } from './inventory-tables.tsx'
import { CheckForm, ConfirmForm } from './inventory-verbs.tsx'
import { ConfirmDue, FindingTag } from './inventory-tags.tsx'
import { ItemForm } from './item-form.tsx'
import { ItemSheet } from './item-sheet.tsx'
import { RecordBreachForm } from './record-breach-form.tsx'

const texts = messages({
  list: { zh: '客户信息清单', en: 'Inventories of client information' },
  gone: { zh: '没有这份清单', en: 'There is no such inventory' },
  goneHint: { zh: '可能不存在，或您无权查看。', en: 'It does not exist, or is not for you to read.' },
  title: { zh: '{{name}}的客户信息清单', en: 'Client information kept by {{name}}' },
  head: { zh: '部门负责人', en: 'Head of the department' },
  nobody: {
    zh: '未指定，请系统管理员在“部门”里指定',
    en: 'Nobody: an administrator names one under Departments',
  },
  confirmed: { zh: '上次确认', en: 'Last confirmed' },
  never: { zh: '从未确认', en: 'Never' },
  due: { zh: '下次确认期限', en: 'To be confirmed by' },
  confirm: { zh: '确认清单', en: 'Confirm the inventory' },
  enter: { zh: '登记一项', en: 'Enter an item' },
  check: { zh: '抽查', en: 'Spot check' },
  breach: { zh: '记录违规', en: 'Record a breach' },
  print: { zh: '打印', en: 'Print' },
  own: { zh: '部门登记的', en: 'Entered by the department' },
  system: { zh: '系统记录的', en: 'Known to the system' },
  systemHint: {
    zh: '在部门人员手里的受控副本、保管的数据源、上传的附件，由系统实时列出，不用登记。',
    en: 'Copies in hand, sources in custody and files added by people of the department: listed live, nobody enters them.',
  },
  retired: { zh: '已注销 {{count}} 项', en: { one: '{{count}} retired', other: '{{count}} retired' } },
  checks: { zh: '抽查', en: 'Spot checks' },
  confirmations: { zh: '历次确认', en: 'Confirmations' },
  counted: { zh: '登记 {{items}} 项，系统 {{held}} 项', en: '{{items}} entered, {{held}} of the system' },
  whole: { zh: '整份清单', en: 'As a whole' },
  noChecks: { zh: '还没有抽查过', en: 'Never checked yet' },
})

type Doing =
  | { readonly what: 'enter' | 'confirm' | 'check' }
  | { readonly what: 'breach'; readonly checkId?: string; readonly itemId?: string | undefined }
  | { readonly what: 'item'; readonly id: string }

/** What one department keeps, its confirmations and checks. */
export function InventoryPage() {
  const say = useMessages(texts)
  const may = useMay()
  const path = usePortalPath()
  const { staff } = useViewer()
  const { locale } = useUi()
  const { id = '' } = useParams()
  const [doing, setDoing] = useState<Doing>()
  const { data, error, refetch } = useQuery(OneInventory, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const held = useQuery(HeldByDepartment, { variables: { inventory: id }, fetchPolicy: 'cache-and-network' })
  useLiveRecord(id, () => void refetch())
  const line = data?.informationInventory && readFragment(InventoryLine, data.informationInventory)
  const department = line?.department
  useWorkTab(department?.name)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const { informationInventory: inventory } = data
  if (!inventory || !line || !department) return <EmptyState title={say('gone')} hint={say('goneHint')} />
  const items = inventory.items.map((it) => readFragment(InventoryItem, it))
  const retired = inventory.retiredItems.map((it) => readFragment(InventoryItem, it))
  const isHead = department.head?.id === staff.id
  const isOurs = isHead || department.id === staff.department?.id
  const mayKeep = isOurs && may('informationItem:enter')
  const mayCheck = may('informationInventory:check') && department.id !== staff.department?.id
  const close = () => setDoing(undefined)
  const choice = (what: 'confirm' | 'enter' | 'check' | 'breach') => ({
    key: what,
    label: say(what),
    onChoose: () => setDoing({ what }),
  })
  const usual = [
    ...(mayKeep ? [choice('enter')] : []),
    ...(mayCheck ? [choice('check')] : []),
    ...(may('informationBreach:record') ? [choice('breach')] : []),
    {
      key: 'print',
      label: say('print'),
      icon: <PrintIcon aria-hidden />,
      onChoose: () => location.assign(`/files/information-inventories/${id}.pdf?lang=${locale}`),
    },
  ]
  const first = isHead ? choice('confirm') : usual[0]
  const open = [...items, ...retired].find((it) => doing?.what === 'item' && it.id === doing.id)
  const form = { inventory, onReload: refetch, onClose: close }
  return (
    <>
      <PageHeader
        title={say('title', { name: department.name })}
        back={{ to: path('information'), label: say('list') }}
        actions={<HeaderActions first={first} usual={usual.filter((it) => it !== first)} />}
      />
      <Stack gap={4}>
        <Panel>
          <DescriptionList
            min={200}
            items={[
              { label: say('head'), value: department.head?.name ?? say('nobody') },
              {
                label: say('confirmed'),
                value: line.confirmedAt ? (
                  <>
                    <Instant at={line.confirmedAt} /> {line.confirmedBy?.name}
                  </>
                ) : (
                  say('never')
                ),
              },
              { label: say('due'), value: <ConfirmDue dueOn={line.dueOn} /> },
            ]}
          />
        </Panel>
        <Panel title={say('own')} flush>
          <ItemTable label={say('own')} items={items} onOpen={(it) => setDoing({ what: 'item', id: it })} />
        </Panel>
        {retired.length > 0 && (
          <Retired items={retired} onOpen={(it) => setDoing({ what: 'item', id: it })} />
        )}
        <Panel title={say('system')} flush>
          <p className="st-quiet st-small" style={{ padding: '0 20px 8px' }}>
            {say('systemHint')}
          </p>
          <HeldTable label={say('system')} rows={held.data?.heldInformation} />
        </Panel>
        <Panel title={say('checks')}>
          <Stack gap={2}>
            {inventory.checks.length === 0 && <span className="st-quiet">{say('noChecks')}</span>}
            {inventory.checks.map((it) => (
              <div key={it.id}>
                <FindingTag finding={it.finding} /> <Instant at={it.checkedAt} /> ·{' '}
                {[it.checkedBy?.name, it.item?.name ?? say('whole'), it.note].filter(Boolean).join(' · ')}
              </div>
            ))}
          </Stack>
        </Panel>
        {inventory.confirmations.length > 0 && (
          <Panel title={say('confirmations')}>
            <Stack gap={2}>
              {inventory.confirmations.map(({ id: key, items: own, held: known, ...it }) => (
                <div key={key}>
                  <Instant at={it.confirmedAt} /> ·{' '}
                  {[it.confirmedBy?.name, say('counted', { items: own, held: known }), it.note]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              ))}
            </Stack>
          </Panel>
        )}
      </Stack>
      <Sheet
        open={doing !== undefined}
        title={!doing || doing.what === 'item' ? (open?.name ?? '') : say(doing.what)}
        onClose={close}
      >
        {doing?.what === 'enter' && (
          <ItemForm departmentId={department.id} onReload={refetch} onClose={close} />
        )}
        {doing?.what === 'confirm' && (
          <ConfirmForm {...form} items={items.length} held={held.data?.heldInformation.length ?? 0} />
        )}
        {doing?.what === 'check' && (
          <CheckForm {...form} items={items} onBreach={(found) => setDoing({ what: 'breach', ...found })} />
        )}
        {doing?.what === 'breach' && (
          <RecordBreachForm
            departmentId={department.id}
            itemId={doing.itemId}
            checkId={doing.checkId}
            onClose={close}
          />
        )}
        {open && (
          <ItemSheet
            key={open.id}
            item={open}
            departmentId={department.id}
            mayKeep={mayKeep}
            onReload={refetch}
            onClose={close}
          />
        )}
      </Sheet>
    </>
  )
}

interface RetiredProps {
  readonly items: readonly InventoryItemFragment[]
  readonly onOpen: (id: string) => void
}

function Retired({ items, onOpen }: RetiredProps) {
  const say = useMessages(texts)
  const title = say('retired', { count: items.length })
  return (
    <Fold title={title}>
      <ItemTable label={title} items={items} onOpen={onOpen} />
    </Fold>
  )
}
