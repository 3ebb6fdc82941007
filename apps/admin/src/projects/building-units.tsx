import { useQuery } from '@apollo/client/react'
import { graphql } from '@steward/graphql-client'
import { FailureState, messages, useMessages } from '@steward/portal'
import { Button, DoorList, Loading } from '@steward/ui'

const PAGE = 100

const BuildingUnitsQuery = graphql(/* GraphQL */ `
  query BuildingUnits($building: ID!, $first: Int!, $after: String) {
    units(filter: { building: [$building] }, first: $first, after: $after) {
      edges {
        node {
          id
          label
          floor
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

const texts = messages({
  none: { zh: '还没有房号。', en: 'There is no unit yet.' },
  floor: { zh: '{{floor}} 层', en: 'Floor {{floor}}' },
  other: { zh: '其他', en: 'Other' },
  more: { zh: '更多房号', en: 'More units' },
})

/** The units of a building, by floor, the top floor first. */
export function BuildingUnits({ building }: { readonly building: string }) {
  const say = useMessages(texts)
  const { data, error, loading, refetch, fetchMore } = useQuery(BuildingUnitsQuery, {
    variables: { building, first: PAGE },
    notifyOnNetworkStatusChange: true,
    fetchPolicy: 'cache-and-network',
  })
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const units = data.units.edges.map(({ node }) => node)
  if (units.length === 0) return <p className="st-quiet">{say('none')}</p>
  const floors = [...new Set(units.map(({ floor }) => floor))].toSorted((a, b) => (b ?? -1) - (a ?? -1))
  const { endCursor, hasNextPage } = data.units.pageInfo
  return (
    <>
      <DoorList
        floors={floors.map((floor) => ({
          key: String(floor),
          label: floor === null ? say('other') : say('floor', { floor }),
          doors: units.filter((unit) => unit.floor === floor).map(({ id, label }) => ({ key: id, label })),
        }))}
      />
      {hasNextPage && (
        <div className="st-list-more">
          <Button loading={loading} onClick={() => void fetchMore({ variables: { after: endCursor } })}>
            {say('more')}
          </Button>
        </div>
      )}
    </>
  )
}
