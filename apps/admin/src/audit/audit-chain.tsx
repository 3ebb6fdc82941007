import { useQuery } from '@apollo/client/react'
import { readFragment } from '@steward/graphql-client'
import { FailureState, messages, useAct, useLiveTypes, useMay, useMessages } from '@steward/portal'
import {
  Button,
  DescriptionList,
  DocumentIcon,
  Inline,
  Instant,
  Panel,
  PermissionIcon,
  Stack,
  useNotify,
  useUi,
} from '@steward/ui'
import { useState } from 'react'
import {
  AuditChainQuery,
  LedgerVerificationParts,
  LedgerVerificationsQuery,
  VerifyAuditMutation,
} from '../ledger/ledger-documents.ts'
import { LedgerVerdict } from '../ledger/ledger-verdict.tsx'
import { VerificationFindings } from '../ledger/verification-findings.tsx'
import { VerificationProgress } from '../ledger/verification-progress.tsx'

/** The last one that has ended, and the one under way. */
const LOOKED_AT = 2

const texts = messages({
  title: { zh: '是否被改动过', en: 'Whether it was changed' },
  verify: { zh: '核验', en: 'Verify' },
  export: { zh: '导出审计记录', en: 'Export the trail' },
  chained: { zh: '已上链', en: 'In the chain' },
  unchained: { zh: '尚未上链', en: 'Not yet chained' },
  witnessed: { zh: '见证已看到', en: 'Seen by a witness' },
  last: { zh: '最近上链', en: 'Last entry' },
  entries: { zh: '{{count}} 条', en: '{{count}}' },
})

/** Whether the trail is whole: green, or exactly what is wrong; and the file, for whoever believes nothing that stands here. */
export function AuditChain() {
  const say = useMessages(texts)
  const may = useMay()
  const notify = useNotify()
  const number = new Intl.NumberFormat(useUi().locale)
  const verifyAudit = useAct(VerifyAuditMutation)
  const [asking, setAsking] = useState(false)
  const stands = useQuery(AuditChainQuery, { fetchPolicy: 'cache-and-network' })
  const { data, error, refetch } = useQuery(LedgerVerificationsQuery, {
    variables: { first: LOOKED_AT, chain: 'AUDIT' },
    fetchPolicy: 'cache-and-network',
  })
  useLiveTypes(['LedgerVerification'], () => refetch())
  const reload = () => Promise.all([stands.refetch(), refetch()])
  const failure = error ?? stands.error
  if (failure && !(data && stands.data)) return <FailureState error={failure} onRetry={() => void reload()} />
  const chain = stands.data?.auditChain
  if (!data || !chain) return null

  const runs = data.ledgerVerifications.edges.map(({ node }) => readFragment(LedgerVerificationParts, node))
  const running = runs.find(({ outcome }) => outcome === null)
  const last = runs.find(({ outcome }) => outcome !== null)
  const verify = async (): Promise<void> => {
    setAsking(true)
    const { refused } = await verifyAudit({})
    setAsking(false)
    if (refused?.message) notify.failed(refused.message)
    await reload()
  }
  const count = (entries: number) => say('entries', { count: number.format(entries) })
  return (
    <Stack gap={4}>
      <Panel
        title={say('title')}
        actions={
          <Inline gap={2}>
            {may('audit:export') && (
              <Button icon={<DocumentIcon aria-hidden />} href="/files/audit.jsonl" download>
                {say('export')}
              </Button>
            )}
            <Button
              type="primary"
              icon={<PermissionIcon aria-hidden />}
              loading={asking}
              disabled={running !== undefined && !running.isLost}
              onClick={() => void verify()}
            >
              {say('verify')}
            </Button>
          </Inline>
        }
      >
        <Stack gap={3}>
          {running ? <VerificationProgress run={running} /> : <LedgerVerdict last={last} />}
          <DescriptionList
            items={[
              { label: say('chained'), value: count(chain.size) },
              { label: say('unchained'), value: count(chain.unchained) },
              { label: say('witnessed'), value: count(chain.witnessedSize) },
              { label: say('last'), value: chain.lastEntryAt && <Instant at={chain.lastEntryAt} /> },
            ]}
          />
        </Stack>
      </Panel>
      {last?.outcome === 'INVALID' && <VerificationFindings run={last} />}
    </Stack>
  )
}
