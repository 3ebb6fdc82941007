import { useQuery } from '@apollo/client/react'
import { readFragment } from '@steward/graphql-client'
import { Button, EmptyState, Inline, Kbd, Loading, Panel, Stack, useIsPhone, useNow } from '@steward/ui'
import { useState } from 'react'
import { useRefreshOnReturn } from '../acts/use-refresh-on-return.ts'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages } from '../i18n/messages.ts'
import { useLiveTypes } from '../live/use-live.ts'
import { useViewer } from '../session/viewer.tsx'
import { PickedBar } from './picked-bar.tsx'
import { SigningCards } from './signing-cards.tsx'
import { SigningInBrief, SigningsQuery } from './signing-documents.ts'
import { SigningsHeader } from './signings-header.tsx'
import { URGENCIES, urgencyOf } from './urgency.ts'
import { SIGNING_TYPES } from './use-menu-counts.ts'

const texts = messages({
  overdue: { zh: '已逾期', en: 'Overdue' },
  today: { zh: '今天到期', en: 'Due today' },
  later: { zh: '以后到期', en: 'Due later' },
  none: { zh: '没有等您签核的', en: 'Nothing waits for your signature' },
  noneHint: {
    zh: '轮到您审核或批准时会出现在这里，菜单上同时显示件数。',
    en: 'What you are to review or approve appears here, and the menu counts it.',
  },
  more: { zh: '加载更多', en: 'Load more' },
  keyNext: { zh: '上下移动', en: 'move' },
  keyOpen: { zh: '打开并签核', en: 'open and sign' },
})

const NONE: ReadonlySet<string> = new Set()

/** 待签: what waits for the viewer's signature, the most urgent first; several can be signed with one proof. */
export function SigningsPage() {
  const say = useMessages(texts)
  const phone = useIsPhone()
  const now = useNow()
  const { timeZone } = useViewer().organization
  const [picked, setPicked] = useState(NONE)
  const { data, error, loading, refetch, fetchMore } = useQuery(SigningsQuery, {
    variables: { filter: { awaitsMe: true, state: ['OPEN'] }, orderBy: 'MOST_URGENT' },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  useRefreshOnReturn(() => void refetch().catch(() => undefined))
  useLiveTypes(SIGNING_TYPES, refetch)
  // What was signed on its own page is known to wait no longer before the list was asked for anew.
  const waiting = (data?.signings.edges ?? [])
    .map(({ node }) => node)
    .filter((node) => readFragment(SigningInBrief, node).waysToSign.length > 0)
  const groups = URGENCIES.map((urgency) => ({
    urgency,
    signings: waiting.filter(
      (node) => urgencyOf(readFragment(SigningInBrief, node).dueAt, now, timeZone) === urgency,
    ),
  })).filter(({ signings }) => signings.length > 0)
  const chosen = waiting.map(({ id }) => id).filter((id) => picked.has(id))
  const page = data?.signings.pageInfo
  const pick = (id: string, isPicked: boolean) =>
    setPicked((before) => new Set([...[...before].filter((it) => it !== id), ...(isPicked ? [id] : [])]))
  return (
    <>
      <SigningsHeader current="awaiting" />
      {!data ? (
        error ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )
      ) : waiting.length === 0 ? (
        <EmptyState title={say('none')} hint={say('noneHint')} />
      ) : (
        <Stack gap={4}>
          {groups.map(({ urgency, signings }) => (
            <Panel
              key={urgency}
              title={say(urgency)}
              actions={<span className="st-quiet">{signings.length}</span>}
            >
              <SigningCards label={say(urgency)} signings={signings} picked={picked} onPick={pick} />
            </Panel>
          ))}
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
          {!phone && (
            <div className="st-quiet st-small st-keys">
              <Inline gap={4}>
                <span>
                  <Kbd>j</Kbd> <Kbd>k</Kbd> {say('keyNext')}
                </span>
                <span>
                  <Kbd>Enter</Kbd> {say('keyOpen')}
                </span>
              </Inline>
            </div>
          )}
        </Stack>
      )}
      <PickedBar chosen={chosen} onClear={() => setPicked(NONE)} onSigned={refetch} />
    </>
  )
}
