import type { LedgerVerificationPartsFragment } from '@steward/graphql-client'
import { messages, useMessages } from '@steward/portal'
import { Alert, Panel, Progress, Stack, useUi } from '@steward/ui'

const texts = messages({
  waiting: { zh: '正在开始核验……', en: 'The verification begins …' },
  running: {
    zh: '正在核验：{{checked}} / {{total}} 条',
    en: 'Verifying: {{checked}} of {{total}} entries',
  },
  leave: { zh: '可以离开本页，核验会继续进行。', en: 'You may leave this page; it goes on.' },
  lost: {
    zh: '核验停住了：一分钟没有动静',
    en: 'The verification stands still: nothing was heard of it for a minute',
  },
  lostHint: {
    zh: '后台进程可能没有运行；它恢复后会从头自动重做。也可以现在重新核验。',
    en: 'The worker may be down; once it is back, it begins anew by itself. You can also verify once more now.',
  },
})

/** How far a verification is. */
export function VerificationProgress({ run }: { readonly run: LedgerVerificationPartsFragment }) {
  const say = useMessages(texts)
  const number = new Intl.NumberFormat(useUi().locale)
  const { entriesChecked, entriesTotal } = run
  if (run.isLost)
    return <Alert type="warning" showIcon role="alert" title={say('lost')} description={say('lostHint')} />
  const words =
    entriesTotal === 0
      ? say('waiting')
      : say('running', { checked: number.format(entriesChecked), total: number.format(entriesTotal) })
  const percent = entriesTotal === 0 ? 0 : Math.floor((entriesChecked / entriesTotal) * 100)
  return (
    <Panel>
      <Stack gap={3}>
        <span className="st-strong" role="status">
          {words}
        </span>
        <Progress percent={percent} status="active" aria-label={words} />
        <span className="st-quiet st-small">{say('leave')}</span>
      </Stack>
    </Panel>
  )
}
