import { useQuery } from '@apollo/client/react'
import { grantsOf } from '@steward/domain'
import { readFragment, type DelegationInFullFragment } from '@steward/graphql-client'
import { AddIcon, Button, Cards, EmptyState, Loading, Panel, Stack, useNow, useUi } from '@steward/ui'
import { useRefreshOnReturn } from '../acts/use-refresh-on-return.ts'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages } from '../i18n/messages.ts'
import { useShortcut } from '../keys/use-shortcut.ts'
import { useLiveTypes } from '../live/use-live.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { useMay, useViewer } from '../session/viewer.tsx'
import { DelegationCard, stateOf } from './delegation-card.tsx'
import { DelegationInFull, DelegationsQuery } from './delegation-documents.ts'
import { SigningsHeader } from './signings-header.tsx'

const texts = messages({
  give: { zh: '授权他人代签', en: 'Let somebody sign for me' },
  received: { zh: '授权给我的', en: 'Given to me' },
  given: { zh: '我授权的', en: 'Given by me' },
  others: { zh: '其他人的授权', en: 'Of others' },
  earlier: { zh: '已结束的', en: 'Ended' },
  none: { zh: '没有授权代签', en: 'No delegations' },
  noneHint: {
    zh: '出差、休假前在这里授权：谁可以替您签、签哪些事项、到哪一天。代签会在签名上写明。',
    en: 'Before you are away, say here who signs for you, what, and until when. Every such signature says so.',
  },
  more: { zh: '加载更多', en: 'Load more' },
})

/** 授权代签: who signs for whom, and what was signed so. */
export function DelegationsPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const may = useMay()
  const now = useNow()
  const { routing } = useUi()
  const { staff, roles } = useViewer()
  const { data, error, loading, refetch, fetchMore } = useQuery(DelegationsQuery, {
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  useRefreshOnReturn(() => void refetch().catch(() => undefined))
  useLiveTypes(['Delegation', 'SignOff'], refetch)
  const give = () => routing.go(path('signings/delegations/new'))
  useShortcut('create', give, may('delegation:give'))
  const all = data?.delegations.edges.map(({ node }) => readFragment(DelegationInFull, node)) ?? []
  const isOver = (it: DelegationInFullFragment) => ['OVER', 'REVOKED'].includes(stateOf(it, now))
  const open = all.filter((it) => !isOver(it))
  const received = open.filter(({ receiver }) => receiver?.id === staff.id)
  const given = open.filter(({ giver }) => giver?.id === staff.id)
  const sections = [
    { key: 'received', delegations: received },
    { key: 'given', delegations: given },
    { key: 'others', delegations: open.filter((it) => !received.includes(it) && !given.includes(it)) },
    { key: 'earlier', delegations: all.filter(isOver) },
  ] as const
  const endsAny = (grantsOf({ roles }, 'delegation:revoke') as readonly string[]).includes('any')
  const page = data?.delegations.pageInfo
  return (
    <>
      <SigningsHeader
        current="delegations"
        actions={
          may('delegation:give') && (
            <Button type="primary" icon={<AddIcon aria-hidden />} onClick={give}>
              {say('give')}
            </Button>
          )
        }
      />
      {!data ? (
        error ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )
      ) : all.length === 0 ? (
        <EmptyState title={say('none')} hint={say('noneHint')} />
      ) : (
        <Stack gap={4}>
          {sections
            .filter(({ delegations }) => delegations.length > 0)
            .map(({ key, delegations }) => (
              <Panel key={key} title={say(key)}>
                <Cards label={say(key)}>
                  {delegations.map((delegation) => (
                    <DelegationCard
                      key={delegation.id}
                      delegation={delegation}
                      canRevoke={
                        !isOver(delegation) &&
                        (endsAny || [delegation.giver?.id, delegation.receiver?.id].includes(staff.id))
                      }
                      onChanged={refetch}
                    />
                  ))}
                </Cards>
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
        </Stack>
      )}
    </>
  )
}
