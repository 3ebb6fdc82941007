import { useQuery } from '@apollo/client/react'
import { Panel } from '@steward/ui'
import { useRefreshOnReturn } from '../acts/use-refresh-on-return.ts'
import { messages, useMessages } from '../i18n/messages.ts'
import { useLiveTypes } from '../live/use-live.ts'
import { useMay } from '../session/viewer.tsx'
import { HandoverCards } from './handover-cards.tsx'
import { WaitingHandoversQuery } from './handover-documents.ts'

const texts = messages({
  title: { zh: '待我接收的交接', en: 'Hand-overs that wait for me' },
})

/** For a first page: what others want to hand over to me; nothing where nothing waits. */
export function WaitingHandovers() {
  const say = useMessages(texts)
  const may = useMay()
  const { data, refetch } = useQuery(WaitingHandoversQuery, {
    skip: !may('handover:read'),
    fetchPolicy: 'cache-and-network',
  })
  const refresh = () => (may('handover:read') ? refetch().catch(() => undefined) : undefined)
  useRefreshOnReturn(() => void refresh())
  useLiveTypes(may('handover:read') ? ['Handover'] : [], refresh)
  const waiting = data?.handovers.edges.map(({ node }) => node) ?? []
  if (waiting.length === 0) return null
  return (
    <Panel title={say('title')}>
      <HandoverCards label={say('title')} handovers={waiting} />
    </Panel>
  )
}
