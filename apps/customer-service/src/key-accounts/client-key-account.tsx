import { useQuery } from '@apollo/client/react'
import { useMay, usePortalPath } from '@steward/portal'
import { AppLink } from '@steward/ui'
import { KeyAccountOfClient } from './key-account-documents.ts'
import { TierLevel } from './key-account-words.tsx'

/** On the page of a client: that they are a key account, and the way there. */
export function ClientKeyAccount({ clientId }: { readonly clientId: string }) {
  const may = useMay()
  const path = usePortalPath()
  const { data } = useQuery(KeyAccountOfClient, {
    variables: { client: clientId },
    skip: !may('keyAccount:read'),
    fetchPolicy: 'cache-and-network',
  })
  const account = data?.keyAccounts.edges[0]?.node
  if (!account) return null
  return (
    <AppLink to={path(`key-accounts/${account.id}`)}>
      <TierLevel tier={account.tier} />
    </AppLink>
  )
}
