import { useQuery } from '@apollo/client/react'
import { NOTICE_KINDS, NOTICE_KIND_LABELS, NOTICE_RULES, type NoticeKind } from '@steward/domain'
import {
  Button,
  EmptyState,
  FilterBar,
  Inbox,
  Loading,
  PageHeader,
  Panel,
  Segmented,
  Select,
  SettingsIcon,
  Stack,
} from '@steward/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useRefreshOnReturn } from '../acts/use-refresh-on-return.ts'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useLiveTypes } from '../live/use-live.ts'
import { NoticesDocument, OWN_NOTICES } from './notice-documents.ts'
import { NoticePreferences } from './notice-preferences.tsx'
import { useInboxItems } from './use-inbox-items.ts'
import { useMarkRead } from './use-mark-read.ts'

const texts = messages({
  title: { zh: '消息', en: 'Notices' },
  subtitle: { zh: '与您有关的变化，最新在前', en: 'What has changed and concerns you, newest first' },
  preferences: { zh: '接收设定', en: 'How I am told' },
  readAll: { zh: '全部标为已读', en: 'Mark all as read' },
  filters: { zh: '筛选消息', en: 'Filter notices' },
  all: { zh: '全部', en: 'All' },
  unread: { zh: '未读', en: 'Unread' },
  kind: { zh: '按类别', en: 'By kind' },
  more: { zh: '加载更多', en: 'Load more' },
  none: { zh: '没有消息', en: 'No notices' },
  noneHint: {
    zh: '案件交给您、方案待您审批、执行单派到您部门时，这里会告诉您。',
    en: 'You are told here when a case is yours, an approval waits for you or an order reaches your department.',
  },
})

const PAGE = 30
const SHOWN = NOTICE_KINDS.filter((kind) => !NOTICE_RULES[kind].mailOnly)

/** Everything that one was told; the filter stands in the address. */
export function NoticesPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const [params, setParams] = useSearchParams()
  const [choosing, setChoosing] = useState(false)
  const items = useInboxItems()
  const { read, readAll } = useMarkRead()
  const unread = params.get('unread') === '1'
  const kind = SHOWN.find((it) => it === params.get('kind'))
  const set = (name: string, value: string | undefined) =>
    setParams((now) => {
      const next = new URLSearchParams(now)
      if (value) next.set(name, value)
      else next.delete(name)
      return next
    })
  const { data, error, loading, refetch, fetchMore } = useQuery(NoticesDocument, {
    variables: {
      first: PAGE,
      filter: { ...(unread ? { unread: true } : {}), ...(kind ? { kind: [kind] } : {}) },
    },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  useRefreshOnReturn(() => void refetch().catch(() => undefined))
  // Whoever has gone on to older pages keeps their place.
  useLiveTypes(OWN_NOTICES, () => ((data?.notices.edges.length ?? 0) <= PAGE ? refetch() : undefined))
  const told = data?.notices.edges.map(({ node }) => node)
  const [newest] = told ?? []
  const page = data?.notices.pageInfo
  return (
    <Stack gap={4}>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        actions={
          <>
            {newest && told?.some(({ readAt }) => readAt === null) && (
              <Button onClick={() => void readAll(newest.at)}>{say('readAll')}</Button>
            )}
            <Button icon={<SettingsIcon aria-hidden />} onClick={() => setChoosing(true)}>
              {say('preferences')}
            </Button>
          </>
        }
      />
      <FilterBar label={say('filters')} active={kind ? 1 : 0} onClear={() => set('kind', undefined)}>
        <Segmented
          aria-label={say('filters')}
          value={unread ? 'unread' : 'all'}
          options={[
            { value: 'all', label: say('all') },
            { value: 'unread', label: say('unread') },
          ]}
          onChange={(value) => set('unread', value === 'unread' ? '1' : undefined)}
        />
        <Select<NoticeKind>
          aria-label={say('kind')}
          placeholder={say('kind')}
          allowClear
          popupMatchSelectWidth={false}
          value={kind ?? null}
          options={SHOWN.map((value) => ({ value, label: sayWord(NOTICE_KIND_LABELS[value]) }))}
          onChange={(value: NoticeKind | undefined) => set('kind', value)}
        />
      </FilterBar>
      {error && !told ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : !told ? (
        <Loading />
      ) : told.length === 0 ? (
        <EmptyState title={say('none')} hint={say('noneHint')} />
      ) : (
        <Panel flush>
          <Inbox
            label={say('title')}
            items={items(told)}
            onOpen={({ key }) => {
              const notice = told.find(({ id }) => id === key)
              if (notice) void read(notice)
            }}
          />
          {page?.hasNextPage && (
            <Button
              block
              type="text"
              loading={loading}
              onClick={() => void fetchMore({ variables: { after: page.endCursor } })}
            >
              {say('more')}
            </Button>
          )}
        </Panel>
      )}
      <NoticePreferences open={choosing} onClose={() => setChoosing(false)} />
    </Stack>
  )
}
