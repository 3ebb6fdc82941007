import { useQuery } from '@apollo/client/react'
import { AppLink, Badge, BellIcon, Button, Inbox, Popover } from '@steward/ui'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { useRefreshOnReturn } from '../acts/use-refresh-on-return.ts'
import { messages, useMessages } from '../i18n/messages.ts'
import { useLiveTypes } from '../live/use-live.ts'
import { useMay } from '../session/viewer.tsx'
import { NoticeBellQuery, OWN_NOTICES } from './notice-documents.ts'
import { noticesPath } from './notices-path.ts'
import { useInboxItems } from './use-inbox-items.ts'
import { useMarkRead } from './use-mark-read.ts'

const texts = messages({
  bell: { zh: '消息', en: 'Notices' },
  unread: {
    zh: '消息，{{count}} 条未读',
    en: { one: 'Notices, {{count}} unread', other: 'Notices, {{count}} unread' },
  },
  all: { zh: '全部消息', en: 'All notices' },
  readAll: { zh: '全部标为已读', en: 'Mark all as read' },
  none: { zh: '还没有消息', en: 'No notices yet' },
})

/** What one is told, wherever one is: how many are new, and what they are. */
export function NoticeBell({ home = '/' }: { readonly home?: string }) {
  const may = useMay()
  return may('notice:read') ? <Bell home={home} /> : null
}

function Bell({ home }: { readonly home: string }) {
  const say = useMessages(texts)
  const [open, setOpen] = useState(false)
  const { pathname } = useLocation()
  const shown = useRef(pathname)
  const items = useInboxItems()
  const { read, readAll } = useMarkRead()
  const { data, refetch } = useQuery(NoticeBellQuery, { fetchPolicy: 'cache-and-network' })
  useRefreshOnReturn(() => void refetch().catch(() => undefined))
  // Nobody looks at a hidden page: it asks when somebody comes back to it, and keeps no session alive until then.
  useLiveTypes(OWN_NOTICES, () => (document.visibilityState === 'visible' ? refetch() : undefined))
  useEffect(() => {
    // Whoever goes on to another page learns what has come meanwhile; the first page has just asked.
    if (shown.current === pathname) return
    shown.current = pathname
    void refetch().catch(() => undefined)
  }, [pathname, refetch])

  const latest = data?.latest.edges.map(({ node }) => node) ?? []
  const count = data?.unread.totalCount ?? 0
  const [newest] = latest
  const list = (
    <div className="st-bell">
      {latest.length === 0 ? (
        <p className="st-quiet">{say('none')}</p>
      ) : (
        <div className="st-bell-list">
          <Inbox
            label={say('bell')}
            items={items(latest)}
            onOpen={({ key, to }) => {
              if (to !== null) setOpen(false)
              const notice = latest.find(({ id }) => id === key)
              if (notice) void read(notice)
            }}
          />
        </div>
      )}
      <div className="st-bell-foot">
        <AppLink to={noticesPath(home)} onClick={() => setOpen(false)}>
          {say('all')}
        </AppLink>
        {count > 0 && newest && (
          <Button type="link" size="small" onClick={() => void readAll(newest.at)}>
            {say('readAll')}
          </Button>
        )}
      </div>
    </div>
  )
  return (
    <Popover
      open={open}
      onOpenChange={(opened) => {
        setOpen(opened)
        if (opened) void refetch().catch(() => undefined)
      }}
      trigger="click"
      placement="bottomRight"
      title={say('bell')}
      content={list}
    >
      <Button
        type="text"
        aria-label={count > 0 ? say('unread', { count }) : say('bell')}
        aria-expanded={open}
        icon={
          <Badge count={count} size="small" overflowCount={99} offset={[6, -3]}>
            <BellIcon aria-hidden />
          </Badge>
        }
      />
    </Popover>
  )
}
