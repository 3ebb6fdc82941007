import { useQuery } from '@apollo/client/react'
import { readFragment } from '@steward/graphql-client'
import { FailureState, messages, useLiveTypes, useMessages } from '@steward/portal'
import { Alert, Cards, Loading, Stack } from '@steward/ui'
import { WitnessCard, type WitnessVerbs } from './witness-card.tsx'
import { LedgerWitnessesQuery, LedgerWitnessParts } from './witness-documents.ts'

const texts = messages({
  list: { zh: '台账见证', en: 'Witnesses of the ledger' },
  few: {
    zh: '目前只有系统自己的文件作见证',
    en: 'The only witness so far is the file of this system itself',
  },
  fewHint: {
    zh: '同时掌握数据库和这个文件的人可以改写历史而不被发现。请再委任一个副署服务或审计邮箱。',
    en: 'Whoever holds the database and this file can rewrite history unseen. Appoint a cosigning service or a mailbox as well.',
  },
})

interface WitnessListProps {
  /** What is done about one; without them the list is only read. */
  readonly verbs?: WitnessVerbs
}

/** All witnesses, brought up to date by themselves; and a word where they are too few. */
export function WitnessList({ verbs }: WitnessListProps) {
  const say = useMessages(texts)
  const { data, error, refetch } = useQuery(LedgerWitnessesQuery, { fetchPolicy: 'cache-and-network' })
  useLiveTypes(['LedgerWitness'], () => refetch())
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const witnesses = data.ledgerWitnesses.map((it) => readFragment(LedgerWitnessParts, it))
  return (
    <Stack gap={4}>
      {witnesses.every(({ kind }) => kind === 'FILE') && (
        <Alert type="warning" showIcon title={say('few')} description={say('fewHint')} />
      )}
      <Cards label={say('list')} min={340}>
        {witnesses.map((witness) => (
          <WitnessCard key={witness.id} witness={witness} verbs={verbs} />
        ))}
      </Cards>
    </Stack>
  )
}
