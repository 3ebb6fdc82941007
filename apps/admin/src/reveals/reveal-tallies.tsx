import { useQuery } from '@apollo/client/react'
import { REVEAL_KIND_LABELS } from '@steward/domain'
import { graphql, type RevealTalliesQuery } from '@steward/graphql-client'
import { FailureState, messages, useMessages, useSay } from '@steward/portal'
import { Loading, Panel, StackedBars, StatusTag } from '@steward/ui'

const Tallies = graphql(/* GraphQL */ `
  query RevealTallies($from: DateTime!, $before: DateTime!) {
    revealTallies(from: $from, before: $before) {
      staffId
      staffName
      phones
      profiles
      statuses
      attachments
      clients
      daysBeyond
    }
  }
`)

const texts = messages({
  title: { zh: '各人查阅次数', en: 'How often each person looked' },
  none: { zh: '这段时间没有人查阅。', en: 'Nobody looked in this time.' },
  times: { zh: '{{count}} 次', en: { one: '{{count}} time', other: '{{count}} times' } },
  clients: { zh: '{{count}} 位客户', en: { one: '{{count}} client', other: '{{count}} clients' } },
  beyond: { zh: '{{count}} 天超出限额', en: { one: '{{count}} day beyond', other: '{{count}} days beyond' } },
  only: { zh: '只看 {{name}}', en: 'Only {{name}}' },
})

type Tally = RevealTalliesQuery['revealTallies'][number]

interface RevealTalliesProps {
  readonly span: { readonly from: string; readonly before: string }
  readonly chosen: string | undefined
  readonly onChoose: (staffId: string | undefined) => void
}

/** One bar a person, drawn by kind; choosing one narrows the list below. */
export function RevealTallies({ span, chosen, onChoose }: RevealTalliesProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { data, error, refetch } = useQuery(Tallies, { variables: span, fetchPolicy: 'cache-and-network' })
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const kinds = [
    { key: 'profiles', label: sayWord(REVEAL_KIND_LABELS.PROFILE), tone: 'primary' },
    { key: 'statuses', label: sayWord(REVEAL_KIND_LABELS.STATUS), tone: 'warn' },
    { key: 'attachments', label: sayWord(REVEAL_KIND_LABELS.ATTACHMENT), tone: 'bad' },
    { key: 'phones', label: sayWord(REVEAL_KIND_LABELS.PHONE), tone: 'neutral' },
  ] as const
  const figure = ({ phones, profiles, statuses, attachments, clients, daysBeyond }: Tally) => (
    <>
      <strong>{say('times', { count: phones + profiles + statuses + attachments })}</strong> ·{' '}
      {say('clients', { count: clients })}
      {daysBeyond > 0 && (
        <>
          {' '}
          <StatusTag tone="bad">{say('beyond', { count: daysBeyond })}</StatusTag>
        </>
      )}
    </>
  )
  return (
    <Panel title={say('title')}>
      {data.revealTallies.length === 0 ? (
        <p className="st-quiet">{say('none')}</p>
      ) : (
        <StackedBars
          label={say('title')}
          kinds={kinds}
          rows={data.revealTallies.map((tally) => ({
            key: tally.staffId,
            label: tally.staffName,
            values: kinds.map(({ key }) => tally[key]),
            figure: figure(tally),
            pressed: tally.staffId === chosen,
            action: say('only', { name: tally.staffName }),
            onPress: () => onChoose(tally.staffId === chosen ? undefined : tally.staffId),
          }))}
        />
      )}
    </Panel>
  )
}
