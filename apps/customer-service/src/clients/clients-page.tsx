import type { ClientHitFragment } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  placesOf,
  useMay,
  useMessages,
  usePortalPath,
  useSavedViews,
  useShortcut,
  useViewer,
} from '@steward/portal'
import {
  AddIcon,
  Button,
  DataTable,
  EmptyState,
  Inline,
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
import { useClientLookup } from './client-lookup.ts'
import { TailOffer } from './tail-offer.tsx'
import { ClientTags } from './client-tags.tsx'
import { filterOf, readFiling, writeFiling, type FilingState } from './filing/filing-filters.ts'
import { FilingList } from './filing/filing-list.tsx'

const texts = messages({
  title: { zh: '客户', en: 'Clients' },
  open: { zh: '建档', en: 'Open an archive' },
  label: { zh: '查找客户', en: 'Look up a client' },
  placeholder: { zh: '姓名、拼音、房号或客户编号', en: 'Name, pinyin, unit or code' },
  placeholderTail: {
    zh: '姓名、拼音、房号、客户编号，或手机后四位',
    en: 'Name, pinyin, unit, code, or the last 4 digits of the phone',
  },
  list: { zh: '找到的客户', en: 'Clients found' },
  hint: {
    zh: '姓名的一个字、拼音首字母（wxm）、房号（3栋1202）都可以；按回车打开第一个。',
    en: 'A character of the name, pinyin initials (wxm), a unit (3-1202): all will do; Enter opens the first one.',
  },
  none: { zh: '没有找到', en: 'Nobody found' },
  noneHint: { zh: '换一个字，或用房号再试。', en: 'Try another part of the name, or the door number.' },
  name: { zh: '客户', en: 'Client' },
  tags: { zh: '关系', en: 'Relation' },
  places: { zh: '房号', en: 'Units' },
  phone: { zh: '电话', en: 'Phone' },
})

/** Finds any client with a few keys; below, all clients as lists to work through. What is looked for stands in the address. */
export function ClientsPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const may = useMay()
  const phone = useIsPhone()
  const { routing } = useUi()
  const [params, setParams] = useSearchParams()
  const typed = params.get('q') ?? ''
  const { organization } = useViewer()
  const filing = readFiling(params)
  const saved = useSavedViews({ place: 'CLIENTS', present: writeFiling(filing) })
  const narrow = (changed: Partial<FilingState>) => setParams(writeFiling({ ...filing, ...changed }))
  const { hits: found, pending, error, byTail } = useClientLookup(typed)
  const hits = byTail?.hits && byTail.hits.length > 0 ? byTail.hits : found
  const place = useRef<HTMLDivElement>(null)
  useShortcut('search', () => place.current?.querySelector('input')?.focus())
  const to = ({ id }: ClientHitFragment) => path(`clients/${id}`)
  const open = (event: KeyboardEvent) => {
    const [first] = hits
    if (event.key !== 'Enter' || pending || event.nativeEvent.isComposing) return
    if (first) routing.go(to(first))
    else void byTail?.ask()
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
          <Inline gap={3}>
            {saved.menu}
            {may('client:open') && (
              <Button
                type="primary"
                icon={<AddIcon aria-hidden />}
                onClick={() => routing.go(path('clients/new'))}
              >
                {say('open')}
              </Button>
            )}
          </Inline>
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
          onChange={({ target: { value } }) =>
            setParams(
              (before) => {
                const after = new URLSearchParams(before)
                if (value) after.set('q', value)
                else after.delete('q')
                return after
              },
              { replace: true },
            )
          }
          aria-describedby={typed.trim() === '' ? 'lookup-hint' : undefined}
          onKeyDown={open}
        />
        {byTail && <TailOffer key={byTail.tail} lookup={byTail} />}
        {typed.trim() === '' ? (
          <>
            <span id="lookup-hint" className="st-quiet st-small">
              {say('hint')}
            </span>
            <FilingList
              state={filing}
              filter={filterOf(filing, organization.timeZone)}
              orderBy={filing.order}
              saved={saved}
              onChange={narrow}
            />
          </>
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
