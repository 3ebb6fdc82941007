import type { LedgerQuery } from '@steward/graphql-client'
import { messages, useMessages } from '@steward/portal'
import { BarList, DescriptionList, Instant, Panel, Stack, useUi } from '@steward/ui'

const texts = messages({
  title: { zh: '链的状况', en: 'How the chain stands' },
  bars: { zh: '条目、检查点与见证各到哪里', en: 'How far entries, checkpoints and the witness go' },
  entries: { zh: '已登记条目', en: 'Entries' },
  checkpointed: { zh: '检查点已覆盖', en: 'Under a signed checkpoint' },
  witnessed: { zh: '见证已看到', en: 'Seen by a witness outside' },
  lastEntry: { zh: '最近登记', en: 'Last entry' },
  checkpoint: { zh: '最新检查点', en: 'Newest checkpoint' },
  outside: { zh: '不在台账中的签核', en: 'Sign-offs that stand in no ledger' },
  outsideNone: { zh: '没有', en: 'None' },
  about: {
    zh: '检查点是对整条链的签名声明，新条目在半分钟内被覆盖；见证保存在数据库之外，所以改写历史、截去尾部都会被发现。',
    en: 'A checkpoint is a signed statement of the whole chain, made within half a minute of a new entry; the witness keeps it outside the database, so a history rewritten or cut off is found.',
  },
})

type Ledger = NonNullable<LedgerQuery['ledger']>

/** How many entries there are, how many a checkpoint covers, how many a witness has seen. */
export function LedgerChain({ ledger }: { readonly ledger: Ledger }) {
  const say = useMessages(texts)
  const number = new Intl.NumberFormat(useUi().locale)
  const { size, lastEntryAt, checkpointedSize, checkpointedAt, witnessedSize, signOffsOutside } = ledger
  return (
    <Panel title={say('title')}>
      <Stack gap={4}>
        <BarList
          label={say('bars')}
          items={[
            { key: 'entries', label: say('entries'), value: size, tone: 'neutral' },
            { key: 'checkpointed', label: say('checkpointed'), value: checkpointedSize, tone: 'primary' },
            { key: 'witnessed', label: say('witnessed'), value: witnessedSize, tone: 'good' },
          ]}
        />
        <DescriptionList
          items={[
            { label: say('lastEntry'), value: lastEntryAt && <Instant at={lastEntryAt} /> },
            { label: say('checkpoint'), value: checkpointedAt && <Instant at={checkpointedAt} /> },
            {
              label: say('outside'),
              value: signOffsOutside > 0 ? number.format(signOffsOutside) : say('outsideNone'),
            },
          ]}
        />
        <span className="st-quiet st-small">{say('about')}</span>
      </Stack>
    </Panel>
  )
}
