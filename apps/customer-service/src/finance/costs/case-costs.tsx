import { useQuery } from '@apollo/client/react'
import { COST_EVENT_ACTION_LABELS } from '@steward/domain'
import { messages, useMay, useMessages, useSay } from '@steward/portal'
import { Button, Panel, Sheet } from '@steward/ui'
import { useState } from 'react'
import { CostsOfCase } from './cost-documents.ts'
import { RecordCostForm } from './record-cost-form.tsx'
import { RecordedCosts } from './recorded-costs.tsx'

const texts = messages({ title: { zh: '成本', en: 'Costs' } })

/** What a case cost beside its settlement; recorded here, it knows its client and its case already. */
export function CaseCosts({ complaintId }: { readonly complaintId: string }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const [recording, setRecording] = useState(false)
  const { data, refetch } = useQuery(CostsOfCase, {
    variables: { id: complaintId },
    fetchPolicy: 'cache-and-network',
  })
  const client = data?.complaint?.client?.id
  const verb = sayWord(COST_EVENT_ACTION_LABELS.record)
  if (!data || !client || (!may('costEvent:record') && data.costEvents.edges.length === 0)) return null
  return (
    <Panel
      title={say('title')}
      flush
      actions={may('costEvent:record') && <Button onClick={() => setRecording(true)}>{verb}</Button>}
    >
      {data.costEvents.edges.length > 0 && (
        <RecordedCosts
          short
          costs={data.costEvents.edges.map(({ node }) => node)}
          onReload={() => refetch()}
        />
      )}
      <Sheet open={recording} title={verb} onClose={() => setRecording(false)}>
        {recording && (
          <RecordCostForm
            client={client}
            complaint={complaintId}
            onReload={() => refetch()}
            onClose={() => setRecording(false)}
          />
        )}
      </Sheet>
    </Panel>
  )
}
