import { useQuery } from '@apollo/client/react'
import { readFragment } from '@steward/graphql-client'
import { FailureState, messages, useAct, useLiveTypes, useMay, useMessages } from '@steward/portal'
import {
  Button,
  DocumentIcon,
  Loading,
  PageHeader,
  Panel,
  PermissionIcon,
  Stack,
  useNotify,
} from '@steward/ui'
import { useState } from 'react'
import { LedgerChain } from './ledger-chain.tsx'
import {
  LedgerQuery,
  LedgerVerificationParts,
  LedgerVerificationsQuery,
  VerifyLedgerMutation,
} from './ledger-documents.ts'
import { OfflineCheck } from './offline-check.tsx'
import { VerificationFindings } from './verification-findings.tsx'
import { VerificationHistory } from './verification-history.tsx'
import { VerificationProgress } from './verification-progress.tsx'
import { WitnessList } from '../witnesses/witness-list.tsx'
import { LedgerVerdict } from './ledger-verdict.tsx'

const PAGE = 20

const texts = messages({
  title: { zh: '签核台账', en: 'Ledger of sign-offs' },
  subtitle: {
    zh: '每一次签核都登记在一条不可改动的链上；在这里核验它，或导出给任何人核验',
    en: 'Every sign-off stands in a chain that cannot be changed unseen; verify it here, or hand it to anybody who will',
  },
  verify: { zh: '核验', en: 'Verify' },
  export: { zh: '导出台账', en: 'Export the ledger' },
  witnesses: { zh: '外部见证', en: 'Witnesses outside' },
})

/** Whether the ledger is whole: green, or exactly what is wrong. */
export function LedgerPage() {
  const say = useMessages(texts)
  const may = useMay()
  const notify = useNotify()
  const verifyLedger = useAct(VerifyLedgerMutation)
  const [asking, setAsking] = useState(false)
  const ledger = useQuery(LedgerQuery, { fetchPolicy: 'cache-and-network' })
  const { data, error, loading, refetch, fetchMore } = useQuery(LedgerVerificationsQuery, {
    variables: { first: PAGE, chain: 'SIGN_OFFS' },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  useLiveTypes(['LedgerVerification'], () => refetch())
  const failure = error ?? ledger.error
  const reload = () => Promise.all([ledger.refetch(), refetch()])
  if (failure && (!data || !ledger.data))
    return <FailureState error={failure} onRetry={() => void reload()} />
  if (!data || !ledger.data?.ledger) return <Loading />

  const runs = data.ledgerVerifications.edges.map(({ node }) => readFragment(LedgerVerificationParts, node))
  const running = runs.find(({ outcome }) => outcome === null)
  const last = runs.find(({ outcome }) => outcome !== null)
  const verify = async (): Promise<void> => {
    setAsking(true)
    const { refused } = await verifyLedger({})
    setAsking(false)
    if (refused?.message) notify.failed(refused.message)
    await reload()
  }
  const { pageInfo } = data.ledgerVerifications
  return (
    <Stack gap={4}>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        actions={
          <>
            {may('ledger:export') && (
              <Button icon={<DocumentIcon aria-hidden />} href="/files/ledger.jsonl" download>
                {say('export')}
              </Button>
            )}
            {may('ledger:verify') && (
              <Button
                type="primary"
                icon={<PermissionIcon aria-hidden />}
                loading={asking}
                disabled={running !== undefined && !running.isLost}
                onClick={() => void verify()}
              >
                {say('verify')}
              </Button>
            )}
          </>
        }
      />
      {running ? <VerificationProgress run={running} /> : <LedgerVerdict last={last} />}
      {last && <VerificationFindings run={last} />}
      <LedgerChain ledger={ledger.data.ledger} />
      {may('witness:read') && (
        <Panel title={say('witnesses')}>
          <WitnessList />
        </Panel>
      )}
      <OfflineCheck />
      <VerificationHistory
        runs={runs}
        more={
          pageInfo.hasNextPage
            ? { loading, onLoad: () => void fetchMore({ variables: { after: pageInfo.endCursor } }) }
            : undefined
        }
      />
    </Stack>
  )
}
