import { useQuery } from '@apollo/client/react'
import { readFragment } from '@steward/graphql-client'
import { messages, useMay, useMessages } from '@steward/portal'
import { Cards, Panel } from '@steward/ui'
import { CareCard } from './care-card.tsx'
import { CareLine, CareOfClient } from './care-documents.ts'

const texts = messages({
  title: { zh: '关怀', en: 'Care' },
})

/** A client's next occasions, and the last ones. Nothing where there is none. */
export function ClientCare({ clientId }: { readonly clientId: string }) {
  const say = useMessages(texts)
  const may = useMay()
  const { data, refetch } = useQuery(CareOfClient, {
    variables: { clientId },
    skip: !may('careOccasion:read'),
    fetchPolicy: 'cache-and-network',
  })
  const items = data?.careOccasions.edges.map(({ node }) => readFragment(CareLine, node)) ?? []
  if (items.length === 0) return null
  return (
    <Panel title={say('title')}>
      <Cards label={say('title')}>
        {items.map((item) => (
          <CareCard key={item.id} item={item} onReload={() => refetch()} />
        ))}
      </Cards>
    </Panel>
  )
}
