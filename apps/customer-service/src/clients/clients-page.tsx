import type { ClientHitFragment } from '@steward/graphql-client'
import { FailureState, messages, useMay, useMessages, usePortalPath, useShortcut } from '@steward/portal'
import {
  AddIcon,
  Button,
  DataTable,
  EmptyState,
  Input,
  PageHeader,
  Panel,
  SearchIcon,
  Stack,
  useIsPhone,
  useUi,
  type Column,
} from '@steward/ui'
import { useRef, type KeyboardEvent } from 'react'
import { useSearchParams } from 'react-router'
import { placesOf, useClientLookup } from './client-lookup.ts'
import { ClientTags } from './client-tags.tsx'

const texts = messages({
  title: { zh: '客户', en: 'Clients' },
  open: { zh: '建档', en: 'Open an archive' },
  label: { zh: '查找客户', en: 'Look up a client' },
  placeholder: { zh: '姓名中的一个字、房号或客户编号', en: 'Part of the name, door number or code' },
  placeholderTail: {
    zh: '姓名中的一个字、房号、客户编号，或手机后四位',
    en: 'Part of the name, door number, code, or the last 4 digits of the phone',
  },
  list: { zh: '找到的客户', en: 'Clients found' },
  begin: { zh: '输入一两个字就能找到', en: 'A character or two is enough' },
  beginHint: { zh: '按回车打开第一个。', en: 'Enter opens the first one.' },
  none: { zh: '没有找到', en: 'Nobody found' },
  noneHint: { zh: '换一个字，或用房号再试。', en: 'Try another part of the name, or the door number.' },
  name: { zh: '客户', en: 'Client' },
  tags: { zh: '关系', en: 'Relation' },
  places: { zh: '房号', en: 'Units' },
  phone: { zh: '电话', en: 'Phone' },
})

/** Finds any client with a few keys. What is looked for stands in the address. */
export function ClientsPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const may = useMay()
  const phone = useIsPhone()
  const { routing } = useUi()
  const [params, setParams] = useSearchParams()
  const typed = params.get('q') ?? ''
  const { hits, pending, error } = useClientLookup(typed)
  const place = useRef<HTMLDivElement>(null)
  useShortcut('search', () => place.current?.querySelector('input')?.focus())
  const to = ({ id }: ClientHitFragment) => path(`clients/${id}`)
  const open = (event: KeyboardEvent) => {
    const [first] = hits
    if (event.key === 'Enter' && first && !pending && !event.nativeEvent.isComposing) routing.go(to(first))
  }
  const columns: readonly Column<ClientHitFragment>[] = [
    {
      key: 'name',
      title: say('name'),
      render: ({ name, code }) => (
        <>
          {name ?? code} {name && <span className="st-quiet">{code}</span>}
        </>
      ),
    },
    { key: 'places', title: say('places'), render: placesOf },
    { key: 'phone', title: say('phone'), width: '150px', render: ({ phoneMasked }) => phoneMasked },
    {
      key: 'tags',
      title: say('tags'),
      width: '220px',
      minor: true,
      card: 'hidden',
      render: (row) => <ClientTags {...row} />,
    },
  ]
  const table = (
    <DataTable
      label={say('list')}
      columns={columns}
      rows={pending && hits.length === 0 ? undefined : hits}
      rowKey={({ id }) => id}
      rowTo={to}
      empty={<EmptyState title={say('none')} hint={say('noneHint')} />}
    />
  )
  return (
    <div ref={place}>
      <PageHeader
        title={say('title')}
        actions={
          may('client:open') && (
            <Button
              type="primary"
              icon={<AddIcon aria-hidden />}
              onClick={() => routing.go(path('clients/new'))}
            >
              {say('open')}
            </Button>
          )
        }
      />
      <Stack gap={4}>
        <Input
          size="large"
          type="search"
          autoFocus
          allowClear
          prefix={<SearchIcon aria-hidden />}
          aria-label={say('label')}
          placeholder={say(may('client:lookupByPhone') ? 'placeholderTail' : 'placeholder')}
          value={typed}
          onChange={({ target }) => setParams(target.value ? { q: target.value } : {}, { replace: true })}
          onKeyDown={open}
        />
        {typed.trim() === '' ? (
          <EmptyState title={say('begin')} hint={say('beginHint')} />
        ) : error ? (
          <FailureState error={error} />
        ) : phone ? (
          table
        ) : (
          <Panel flush>{table}</Panel>
        )}
      </Stack>
    </div>
  )
}
