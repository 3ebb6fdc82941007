import { useQuery } from '@apollo/client/react'
import { Loading, PageHeader, Stack } from '@steward/ui'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages } from '../i18n/messages.ts'
import { useViewer } from '../session/viewer.tsx'
import { ViewerQuery } from '../session/viewer-documents.ts'
import { AccountQuery } from './account-documents.ts'
import { CalendarFeed } from './calendar-feed.tsx'
import { ProofDesk } from './proof.tsx'
import { SecondFactors } from './second-factors.tsx'
import { Sessions } from './sessions.tsx'
import { SigningPin } from './signing-pin.tsx'

const texts = messages({
  title: { zh: '账号安全', en: 'Account security' },
})

/** One's own way in: second factors, recovery codes, and where one is signed in. */
export function AccountPage() {
  const say = useMessages(texts)
  const { staff, organization } = useViewer()
  const { data, error, refetch } = useQuery(AccountQuery, { fetchPolicy: 'cache-and-network' })
  const viewer = useQuery(ViewerQuery, { fetchPolicy: 'cache-only' })
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const changed = () => {
    void refetch()
    void viewer.refetch()
  }
  return (
    <ProofDesk>
      <PageHeader
        title={say('title')}
        subtitle={`${staff.name} · ${staff.signInName}@${organization.code}`}
      />
      <Stack gap={4}>
        <SecondFactors account={data} onChanged={changed} />
        <SigningPin />
        <CalendarFeed />
        <Sessions />
      </Stack>
    </ProofDesk>
  )
}
