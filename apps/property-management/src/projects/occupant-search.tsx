import { useQuery } from '@apollo/client/react'
import { CLIENT_RELATION_LABELS, MOST_FOUND } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, useMessages, usePortalPath, useSay } from '@steward/portal'
import { Card, Cards, FilterBar, Panel, StatusTag } from '@steward/ui'
import { useSearchParams } from 'react-router'
import { placeOf } from './place.ts'

export const SiteOccupantSearch = graphql(/* GraphQL */ `
  query SiteOccupantSearch($search: String!) {
    findClients(words: $search) {
      id
      code
      name
      relation
      occupancies {
        id
        unit {
          id
          label
          building {
            id
            name
          }
          project {
            id
            name
          }
        }
      }
    }
  }
`)

const texts = messages({
  search: { zh: '查住户', en: 'Find an occupant' },
  placeholder: { zh: '姓名、拼音，或房号如 1-1102', en: 'Name, pinyin, or unit such as 1-1102' },
  found: { zh: '查到的住户', en: 'Found' },
  none: { zh: '片区内没有查到', en: 'Nobody in your territory' },
  more: { zh: '还有更多，请写得更具体。', en: 'There are more: be more precise.' },
})

/** From a name or a door number to the door. */
export function OccupantSearch() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const [params, setParams] = useSearchParams()
  const search = params.get('find') ?? ''
  const { data } = useQuery(SiteOccupantSearch, { variables: { search }, skip: search === '' })
  const doors =
    data?.findClients.flatMap((client) =>
      client.occupancies.flatMap(({ unit }) => (unit ? [{ client, unit }] : [])),
    ) ?? []
  return (
    <div>
      <FilterBar
        label={say('search')}
        active={0}
        onClear={() => setParams({})}
        search={{
          value: search,
          placeholder: say('placeholder'),
          onSearch: (text) => setParams(text ? { find: text } : {}, { replace: true }),
        }}
      />
      {search && data && (
        <Panel title={say('found')}>
          {doors.length === 0 && <span className="st-quiet">{say('none')}</span>}
          <Cards label={say('found')} min={280}>
            {doors.map(({ client, unit }) => (
              <Card
                key={`${client.id}${unit.id}`}
                to={path(`projects/units/${unit.id}`)}
                lead={client.name ?? client.code}
                tag={<StatusTag>{sayWord(CLIENT_RELATION_LABELS[client.relation])}</StatusTag>}
              >
                <span>{placeOf({ ...unit, unit })}</span>
              </Card>
            ))}
          </Cards>
          {data.findClients.length >= MOST_FOUND && <p className="st-quiet">{say('more')}</p>}
        </Panel>
      )}
    </div>
  )
}
