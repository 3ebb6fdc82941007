import { useQuery } from '@apollo/client/react'
import { FailureState, messages, useMessages } from '@steward/portal'
import { CopyButton, Inline, Panel, Stack } from '@steward/ui'
import { LedgerKeysQuery } from './ledger-documents.ts'

const texts = messages({
  title: { zh: '请别人核验', en: 'Have somebody else verify it' },
  root: { zh: '根密钥编号', en: 'Id of the root key' },
  rootWhy: {
    zh: '把它当面、印在纸上或用另一条渠道告诉离线核验的人：核验器凭它认定这本账由谁开立，所以不能取自账本身。',
    en: 'Tell it to whoever checks offline, in person, in print or by another channel: by it the verifier knows who began the ledger, so it must not come from the ledger itself.',
  },
  copyRoot: { zh: '复制编号', en: 'Copy the id' },
  offline: {
    zh: '离线核验不需要本系统、数据库或网络，只要 Node.js 和开源的 @steward/verify。导出的台账或一个案件的签核证明都这样核验；有见证记录时加上 --witness 文件：',
    en: 'Checking offline needs neither this system nor its database nor a network, only Node.js and the open-source @steward/verify. An exported ledger and the proof of one case are checked alike; where you have the log of a witness, add --witness FILE:',
  },
  copyCommand: { zh: '复制命令', en: 'Copy the command' },
  file: { zh: '台账文件', en: 'FILE' },
})

/** What a person needs who believes nothing that this system says of itself. */
export function OfflineCheck() {
  const say = useMessages(texts)
  const { data, error, refetch } = useQuery(LedgerKeysQuery)
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  const root = data?.ledgerKeys[0]
  if (!root) return null
  const command = `node packages/verify/bin/steward-verify.mjs ${say('file')} --root ${root.kid}`
  return (
    <Panel title={say('title')}>
      <Stack gap={3}>
        <Inline gap={3}>
          <span className="st-quiet">{say('root')}</span>
          <code className="st-strong">{root.kid}</code>
          <CopyButton text={root.kid} label={say('copyRoot')} />
        </Inline>
        <span className="st-quiet st-small">{say('rootWhy')}</span>
        <span>{say('offline')}</span>
        <Inline gap={3}>
          <code style={{ overflowWrap: 'anywhere' }}>{command}</code>
          <CopyButton text={command} label={say('copyCommand')} />
        </Inline>
      </Stack>
    </Panel>
  )
}
