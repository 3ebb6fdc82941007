import { useQuery } from '@apollo/client/react'
import { SIGNING_STATE_LABELS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { AppLink, Button, EmptyState, Inline, Instant, Loading, Panel, Stack, StatusTag } from '@steward/ui'
import { useRefreshOnReturn } from '../acts/use-refresh-on-return.ts'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useLiveTypes } from '../live/use-live.ts'
import { useViewer } from '../session/viewer.tsx'
import { SigningInBrief, SigningWay as WayParts } from './signing-documents.ts'
import { SIGNING_TONES, SigningWay } from './signing-way.tsx'
import { useSigningSubject } from './signing-words.tsx'
import { SigningsHeader } from './signings-header.tsx'
import { SIGNING_TYPES } from './use-menu-counts.ts'

const SentSignings = graphql(/* GraphQL */ `
  query SentSignings($me: ID!, $after: String) {
    open: signings(first: 40, filter: { openedBy: $me, state: [OPEN] }, orderBy: MOST_URGENT) {
      edges {
        node {
          id
          ...SigningInBrief
          ...SigningWay
        }
      }
    }
    ended: signings(
      first: 20
      after: $after
      filter: { openedBy: $me, state: [COMPLETED, REJECTED, WITHDRAWN] }
      orderBy: NEWEST
    ) {
      edges {
        node {
          id
          ...SigningInBrief
          ...SigningWay
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

const texts = messages({
  open: { zh: '在途', en: 'On the way' },
  ended: { zh: '已有结果', en: 'Ended' },
  none: { zh: '您还没有送签过', en: 'You have sent nothing to be signed yet' },
  noneHint: {
    zh: '您编制的方案送签后，走到谁那里、等了多久，都在这里。',
    en: 'Once you prepare something, you see here with whom it is and since when.',
  },
  more: { zh: '加载更多', en: 'Load more' },
  prepared: { zh: '编制', en: 'Prepared' },
})

/** What the viewer prepared, and where it is now. */
export function SentSigningsPage() {
  const say = useMessages(texts)
  const me = useViewer().staff.id
  const { data, error, loading, refetch, fetchMore } = useQuery(SentSignings, {
    variables: { me },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  useRefreshOnReturn(() => void refetch().catch(() => undefined))
  useLiveTypes(SIGNING_TYPES, refetch)
  const open = data?.open.edges.map(({ node }) => node) ?? []
  const ended = data?.ended.edges.map(({ node }) => node) ?? []
  const page = data?.ended.pageInfo
  return (
    <>
      <SigningsHeader current="sent" />
      {!data ? (
        error ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )
      ) : open.length + ended.length === 0 ? (
        <EmptyState title={say('none')} hint={say('noneHint')} />
      ) : (
        <Stack gap={4}>
          {[{ key: 'open', signings: open } as const, { key: 'ended', signings: ended } as const].map(
            ({ key, signings }) =>
              signings.length > 0 && (
                <Stack key={key} gap={3}>
                  <h2 className="st-group-title">{say(key)}</h2>
                  {signings.map((signing) => (
                    <Sent key={signing.id} signing={signing} />
                  ))}
                </Stack>
              ),
          )}
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
        </Stack>
      )}
    </>
  )
}

type Node = FragmentType<typeof SigningInBrief> & FragmentType<typeof WayParts>

function Sent({ signing }: { readonly signing: Node }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const subjectOf = useSigningSubject()
  const brief = readFragment(SigningInBrief, signing)
  const { kind, number, title, to } = subjectOf({ ...brief, waysToSign: [] })
  const name = [number, title].filter(Boolean).join(' ') || kind
  return (
    <Panel
      title={to ? <AppLink to={to}>{name}</AppLink> : name}
      actions={
        <Inline gap={2}>
          <span className="st-quiet st-small">
            {kind} · {say('prepared')} <Instant at={brief.openedAt} />
          </span>
          <StatusTag tone={SIGNING_TONES[brief.state]} dot={brief.state === 'OPEN'}>
            {sayWord(SIGNING_STATE_LABELS[brief.state])}
          </StatusTag>
        </Inline>
      }
    >
      <SigningWay signing={signing} />
    </Panel>
  )
}
