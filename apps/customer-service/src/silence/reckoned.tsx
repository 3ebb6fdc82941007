import { messages, useMessages } from '@steward/portal'
import { EmptyState, Instant } from '@steward/ui'

const texts = messages({
  at: { zh: '每夜统计，截至', en: 'Reckoned every night; as of' },
  notYet: { zh: '今夜第一次统计', en: 'Reckoned for the first time tonight' },
  notYetHint: {
    zh: '客户的流失四步和 RFM 每夜统计一次，明早就能看。',
    en: 'Steps and RFM of all clients are reckoned once a night: they are here tomorrow.',
  },
})

/** How old the figures are. */
export function Reckoned({ at }: { readonly at: string }) {
  const say = useMessages(texts)
  return (
    <>
      {say('at')} <Instant at={at} />
    </>
  )
}

/** Before the first night of an organization. */
export function NotReckoned() {
  const say = useMessages(texts)
  return <EmptyState title={say('notYet')} hint={say('notYetHint')} />
}
