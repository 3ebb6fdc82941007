import {
  HELD_SOURCE_LABELS,
  INFORMATION_CLASS_LABELS,
  INFORMATION_KIND_LABELS,
  INFORMATION_MEDIUM_LABELS,
  keepUntil,
} from '@steward/domain'
import type { HeldByDepartmentQuery, InventoryItemFragment } from '@steward/graphql-client'
import { AppLink, Button, DataTable, Day, EmptyState, Instant, StatusTag, type Column } from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { usePagePath } from '../routing/use-page-path.ts'
import { useToday } from '../session/use-today.ts'
import { useMay } from '../session/viewer.tsx'

const texts = messages({
  name: { zh: '名称', en: 'What it is' },
  open: { zh: '查看“{{name}}”', en: 'Open “{{name}}”' },
  medium: { zh: '载体', en: 'Medium' },
  place: { zh: '存放处', en: 'Where' },
  keeper: { zh: '保管人', en: 'Keeper' },
  class: { zh: '级别', en: 'Class' },
  until: { zh: '保管至', en: 'Kept until' },
  purposeEnds: { zh: '用途结束', en: 'Purpose ends' },
  overdue: { zh: '应销毁', en: 'To be destroyed' },
  none: { zh: '还没有登记', en: 'Nothing is entered yet' },
  noneHint: {
    zh: '抽屉里的登记本、电脑里的名单、柜里的合同：凡有客户信息的都登记。',
    en: 'The book in the drawer, the list on the computer, contracts in the cabinet: whatever holds client information.',
  },
  source: { zh: '系统记录', en: 'Record' },
  since: { zh: '自', en: 'Since' },
  count: { zh: '份数', en: 'How many' },
  nothing: {
    zh: '系统没有记录本部门保管的客户信息',
    en: 'The system knows of nothing in this department’s hands',
  },
})

interface ItemTableProps {
  readonly label: string
  readonly items: readonly InventoryItemFragment[]
  readonly onOpen: (id: string) => void
}

export function ItemTable({ label, items, onOpen }: ItemTableProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const today = useToday()
  const columns: readonly Column<InventoryItemFragment>[] = [
    {
      key: 'name',
      title: say('name'),
      render: ({ id, name, kind }) => (
        <>
          <Button
            type="link"
            style={{ padding: 0, whiteSpace: 'normal', height: 'auto', textAlign: 'start' }}
            aria-label={say('open', { name })}
            onClick={() => onOpen(id)}
          >
            {name}
          </Button>{' '}
          <span className="st-quiet st-small">{sayWord(INFORMATION_KIND_LABELS[kind])}</span>
        </>
      ),
    },
    {
      key: 'medium',
      title: say('medium'),
      width: '110px',
      render: ({ medium }) => sayWord(INFORMATION_MEDIUM_LABELS[medium]),
    },
    { key: 'place', title: say('place'), render: ({ place }) => place },
    { key: 'keeper', title: say('keeper'), width: '110px', render: ({ keeper }) => keeper?.name },
    {
      key: 'class',
      title: say('class'),
      width: '130px',
      minor: true,
      render: ({ class: of }) => sayWord(INFORMATION_CLASS_LABELS[of]),
    },
    {
      key: 'until',
      title: say('until'),
      width: '190px',
      render: (item) => {
        const until = keepUntil(item)
        if (!until) return say('purposeEnds')
        return (
          <>
            <Day on={until} />{' '}
            {until < today && item.retiredAt === null && <StatusTag tone="bad">{say('overdue')}</StatusTag>}
          </>
        )
      },
    },
  ]
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={items}
      rowKey={({ id }) => id}
      empty={<EmptyState title={say('none')} hint={say('noneHint')} />}
    />
  )
}

type Held = HeldByDepartmentQuery['heldInformation'][number]

/** Whoever may open the record itself finds the way there. */
function HeldName({ source, recordId, name }: Held) {
  const may = useMay()
  const pageOf = usePagePath()
  const to =
    source === 'CONTROLLED_COPY' && may('controlledCopy:read')
      ? `copies/${recordId}`
      : source === 'EXPORT_REQUEST' && may('exportRequest:read')
        ? `releases/${recordId}`
        : source === 'IMPORT_SOURCE' && may('importSource:read')
          ? 'custody'
          : undefined
  if (!to) return <>{name ?? '—'}</>
  return <AppLink to={pageOf({ portal: 'admin', path: to })}>{name}</AppLink>
}

interface HeldTableProps {
  readonly label: string
  readonly rows: readonly Held[] | undefined
}

export function HeldTable({ label, rows }: HeldTableProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const columns: readonly Column<Held>[] = [
    {
      key: 'source',
      title: say('source'),
      render: (row) => (
        <span className="st-sentence">
          {sayWord(HELD_SOURCE_LABELS[row.source])} <HeldName {...row} />
        </span>
      ),
    },
    {
      key: 'medium',
      title: say('medium'),
      width: '110px',
      render: ({ medium }) => sayWord(INFORMATION_MEDIUM_LABELS[medium]),
    },
    { key: 'count', title: say('count'), width: '90px', align: 'end', render: ({ count }) => count },
    { key: 'keeper', title: say('keeper'), width: '110px', render: ({ keeper }) => keeper ?? '—' },
    {
      key: 'since',
      title: say('since'),
      width: '200px',
      minor: true,
      render: ({ since }) => since && <Instant at={since} />,
    },
    {
      key: 'until',
      title: say('until'),
      width: '190px',
      render: ({ until }) => (until ? <Day on={until} /> : '—'),
    },
  ]
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={rows}
      rowKey={({ source, recordId }) => `${source} ${recordId ?? ''}`}
      empty={<EmptyState title={say('nothing')} />}
    />
  )
}
