import { useQuery } from '@apollo/client/react'
import { MEANING_LABELS, SIGNING_KIND_LABELS } from '@steward/domain'
import type { SignedByDelegationQuery } from '@steward/graphql-client'
import { Button, Instant, Loading, Stack } from '@steward/ui'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { SignedByDelegation } from './delegation-documents.ts'

const texts = messages({
  signed: { zh: '据此签署的', en: 'Signed by it' },
  more: { zh: '加载更早的', en: 'Load earlier ones' },
})

type Delegation = Extract<SignedByDelegationQuery['node'], { __typename?: 'Delegation' }>
type Signing = Delegation['signOffs']['edges'][number]['node']['signing']

const numberOf = (signing: Signing): string =>
  signing?.complaint?.number ??
  [signing?.documentRevision?.document?.number, signing?.documentRevision?.label].filter(Boolean).join(' ')

/** All that was signed by one delegation, the newest first. */
export function SignedByOne({ delegationId }: { readonly delegationId: string }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { data, error, loading, refetch, fetchMore } = useQuery(SignedByDelegation, {
    variables: { id: delegationId },
    notifyOnNetworkStatusChange: true,
  })
  const signOffs = data?.node?.__typename === 'Delegation' ? data.node.signOffs : undefined
  if (!signOffs) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const { edges, pageInfo } = signOffs
  return (
    <Stack gap={2}>
      <ul aria-label={say('signed')}>
        {edges.map(({ node: { id, meaning, signing, signer, at } }) => (
          <li key={id}>
            {[
              sayWord(MEANING_LABELS[meaning]),
              numberOf(signing) || (signing && sayWord(SIGNING_KIND_LABELS[signing.kind])),
              signer?.name,
            ]
              .filter(Boolean)
              .join(' · ')}{' '}
            <span className="st-quiet">
              <Instant at={at} />
            </span>
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && (
        <div>
          <Button
            type="text"
            loading={loading}
            onClick={() => void fetchMore({ variables: { after: pageInfo.endCursor } })}
          >
            {say('more')}
          </Button>
        </div>
      )}
    </Stack>
  )
}
