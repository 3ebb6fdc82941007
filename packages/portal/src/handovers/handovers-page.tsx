import { useQuery } from '@apollo/client/react'
import { readFragment } from '@steward/graphql-client'
import { Button, EmptyState, Inline, Loading, PageHeader, Panel, Stack, useUi } from '@steward/ui'
import { useRefreshOnReturn } from '../acts/use-refresh-on-return.ts'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages } from '../i18n/messages.ts'
import { useShortcut } from '../keys/use-shortcut.ts'
import { useLiveTypes } from '../live/use-live.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { useMay, useViewer } from '../session/viewer.tsx'
import { OnDutyPanel } from '../shifts/on-duty.tsx'
import { HandoverCards } from './handover-cards.tsx'
import { HandoverInBrief, HandoversQuery } from './handover-documents.ts'

const texts = messages({
  title: { zh: '交接班', en: 'Hand-overs' },
  subtitle: {
    zh: '接收之前仍由移交人负责，承诺不会落空',
    en: 'Until it is accepted the giver stays responsible; nothing falls between two shifts',
  },
  offer: { zh: '交班', en: 'Hand over my shift' },
  roster: { zh: '排班表', en: 'Roster' },
  awaiting: { zh: '待我接收', en: 'Waiting for me' },
  given: { zh: '我交出的，尚未接收', en: 'Given by me, not accepted yet' },
  others: { zh: '其他尚未接收的', en: 'Others that wait' },
  history: { zh: '已办', en: 'Earlier' },
  more: { zh: '加载更多', en: 'Load more' },
  none: { zh: '没有交接', en: 'No hand-overs' },
  noneHint: {
    zh: '下班前在这里交班：您负责的案件和承诺列成清单，由接班人核对接收。',
    en: 'Hand over here at the end of a shift: what you answer for becomes a list that your successor checks and accepts.',
  },
})

/** What waits for me first, then what I gave, what others wait for, and what is over. */
export function HandoversPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const may = useMay()
  const { routing } = useUi()
  const me = useViewer().staff.id
  const { data, error, loading, refetch, fetchMore } = useQuery(HandoversQuery, {
    fetchPolicy: 'cache-and-network',
  })
  useRefreshOnReturn(() => void refetch().catch(() => undefined))
  useLiveTypes(['Handover'], refetch)
  const offer = () => routing.go(path('handovers/new'))
  useShortcut('create', offer, may('handover:offer'))
  const nodes = (list: { readonly edges: readonly { readonly node: Node }[] } | undefined) =>
    list?.edges.map(({ node }) => node) ?? []
  const awaiting = nodes(data?.awaiting)
  const open = nodes(data?.open)
  const given = open.filter((node) => readFragment(HandoverInBrief, node).giver?.id === me)
  const others = open.filter((node) => !given.includes(node) && !awaiting.some(({ id }) => id === node.id))
  const history = nodes(data?.history)
  const sections = [
    { key: 'awaiting', handovers: awaiting },
    { key: 'given', handovers: given },
    { key: 'others', handovers: others },
    { key: 'history', handovers: history },
  ] as const
  const page = data?.history.pageInfo
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        actions={
          <Inline gap={3}>
            {may('duty:read') && (
              <Button size="large" onClick={() => routing.go(path('handovers/roster'))}>
                {say('roster')}
              </Button>
            )}
            {may('handover:offer') && (
              <Button type="primary" size="large" onClick={offer}>
                {say('offer')}
              </Button>
            )}
          </Inline>
        }
      />
      <Stack gap={4}>
        <OnDutyPanel />
        {!data ? (
          error ? (
            <FailureState error={error} onRetry={() => void refetch()} />
          ) : (
            <Loading />
          )
        ) : sections.every(({ handovers }) => handovers.length === 0) ? (
          <EmptyState title={say('none')} hint={say('noneHint')} />
        ) : (
          <Stack gap={4}>
            {sections
              .filter(({ handovers }) => handovers.length > 0)
              .map(({ key, handovers }) => (
                <Panel key={key} title={say(key)}>
                  <HandoverCards label={say(key)} handovers={handovers} />
                  {key === 'history' && page?.hasNextPage && (
                    <Button
                      block
                      type="text"
                      loading={loading}
                      onClick={() =>
                        void fetchMore({
                          variables: { after: page.endCursor },
                          updateQuery: (before, { fetchMoreResult: next }) => ({
                            ...before,
                            history: {
                              ...next.history,
                              edges: [...before.history.edges, ...next.history.edges],
                            },
                          }),
                        })
                      }
                    >
                      {say('more')}
                    </Button>
                  )}
                </Panel>
              ))}
          </Stack>
        )}
      </Stack>
    </>
  )
}

type Node = { readonly id: string } & Parameters<typeof HandoverCards>[0]['handovers'][number]
