import { useQuery } from '@apollo/client/react'
import { DUNNING_STATE_LABELS, DUNNING_STEP_LABELS, HOLD_SOURCE_LABELS } from '@steward/domain'
import { messages, useMessages, usePortalPath, useSay } from '@steward/portal'
import { AppLink, Inline, Instant, StatusTag } from '@steward/ui'
import { DunningOfClient } from './dunning-documents.ts'

const texts = messages({
  asking: { zh: '催收', en: 'Dunning' },
  since: { zh: '自', en: 'since' },
})

/** Whether one asks this client today, and if not, why and since when: by the oldest of what is overdue. */
export function ClientDunning({ clientId }: { readonly clientId: string }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { data } = useQuery(DunningOfClient, {
    variables: { client: clientId },
    fetchPolicy: 'cache-and-network',
  })
  const [oldest] = data?.dunning ?? []
  if (!oldest) return null
  const { state, step, holdSource, holdSince } = oldest
  return (
    <Inline gap={2}>
      <AppLink to={path('finance/dunning')}>{say('asking')}</AppLink>
      <StatusTag tone={state === 'DUE' ? 'bad' : state === 'HELD' || state === 'DISPUTED' ? 'warn' : 'info'}>
        {sayWord(DUNNING_STATE_LABELS[state])}
      </StatusTag>
      {step && <span>{sayWord(DUNNING_STEP_LABELS[step])}</span>}
      {holdSource && holdSince && (
        <span className="st-quiet">
          {sayWord(HOLD_SOURCE_LABELS[holdSource])} · {say('since')} <Instant at={holdSince} />
        </span>
      )}
    </Inline>
  )
}
