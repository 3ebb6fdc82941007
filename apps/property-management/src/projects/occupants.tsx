import { CLIENT_KIND_LABELS, CLIENT_RELATION_LABELS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, useSay, useViewer } from '@steward/portal'
import { Card, Cards, Day, Inline, Panel, StatusTag } from '@steward/ui'
import { ClientPhone } from '../complaints/contact-phone.tsx'

export const SiteOccupantFragment = graphql(/* GraphQL */ `
  fragment SiteOccupant on Client {
    id
    code
    kind
    name
    phoneMasked
    occupancies {
      relation
      fromOn
      toOn
      unit {
        id
      }
    }
  }
`)

const texts = messages({
  occupants: { zh: '住户', en: 'Occupants' },
  none: { zh: '没有登记的住户', en: 'Nobody is registered here' },
  since: { zh: '入住', en: 'since' },
  until: { zh: '至', en: 'until' },
  formerly: { zh: '已搬离', en: 'Formerly' },
})

interface OccupantsProps {
  readonly clients: readonly FragmentType<typeof SiteOccupantFragment>[]
  readonly unitId: string
}

/** Who owns or uses a unit now, and who once did. */
export function Occupants({ clients, unitId }: OccupantsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const today = dayIn(useViewer().organization.timeZone)
  const people = clients
    .map((client) => readFragment(SiteOccupantFragment, client))
    .flatMap((client) => {
      const [stay] = client.occupancies.filter(({ unit }) => unit?.id === unitId)
      return stay ? [{ client, stay, gone: stay.toOn !== null && stay.toOn < today }] : []
    })
    .toSorted((one, other) => Number(one.gone) - Number(other.gone))
  return (
    <Panel title={say('occupants')}>
      {people.length === 0 && <span className="st-quiet">{say('none')}</span>}
      <Cards label={say('occupants')} min={280}>
        {people.map(({ client, stay, gone }) => (
          <Card
            key={client.id}
            lead={client.name ?? client.code}
            tag={
              <StatusTag tone={gone ? 'neutral' : 'primary'}>
                {gone ? say('formerly') : sayWord(CLIENT_RELATION_LABELS[stay.relation])}
              </StatusTag>
            }
          >
            <ClientPhone clientId={client.id} masked={client.phoneMasked} />
            <Inline gap={2}>
              <span className="st-quiet">{sayWord(CLIENT_KIND_LABELS[client.kind])}</span>
              <span className="st-quiet">
                {say('since')} <Day on={stay.fromOn} />
                {stay.toOn && (
                  <>
                    {' '}
                    {say('until')} <Day on={stay.toOn} />
                  </>
                )}
              </span>
            </Inline>
          </Card>
        ))}
      </Cards>
    </Panel>
  )
}

/** The day as a calendar in that zone shows it, `yyyy-mm-dd`. */
const dayIn = (timeZone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date())
