import { OPPORTUNITY_ACTION_LABELS, OPPORTUNITY_STATUS_LABELS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMay, useMessages, useMoneyText, usePortalPath, useSay } from '@steward/portal'
import { AppLink, Card, Cards, Day, Panel, StatusTag } from '@steward/ui'
import { OPPORTUNITY_TONES } from './opportunity-tones.ts'

export const ClientOpportunitiesFragment = graphql(/* GraphQL */ `
  fragment ClientOpportunities on Client {
    id
    archivedAt
    opportunities {
      id
      number
      title
      status
      expectedMinor
      wonMinor
      expectedCloseOn
    }
  }
`)

const texts = messages({
  title: { zh: '商机', en: 'Opportunities' },
  none: { zh: '还没有登记过商机', en: 'No opportunity was opened yet' },
  closes: { zh: '预计成交', en: 'Closes' },
})

/** What this client may buy, or bought. */
export function ClientOpportunities({
  client,
}: {
  readonly client: FragmentType<typeof ClientOpportunitiesFragment>
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const money = useMoneyText()
  const may = useMay()
  const { id, archivedAt, opportunities } = readFragment(ClientOpportunitiesFragment, client)
  if (!may('opportunity:read')) return null
  return (
    <Panel
      title={say('title')}
      actions={
        may('opportunity:open') &&
        !archivedAt && (
          <AppLink to={`${path('opportunities/new')}?client=${id}`}>
            {sayWord(OPPORTUNITY_ACTION_LABELS.open)}
          </AppLink>
        )
      }
    >
      {opportunities.length === 0 ? (
        <p className="st-quiet">{say('none')}</p>
      ) : (
        <Cards label={say('title')}>
          {opportunities.map((it) => {
            const sum = it.wonMinor ?? it.expectedMinor
            return (
              <Card
                key={it.id}
                to={path(`opportunities/${it.id}`)}
                lead={it.title ?? it.number}
                tag={
                  <StatusTag tone={OPPORTUNITY_TONES[it.status]}>
                    {sayWord(OPPORTUNITY_STATUS_LABELS[it.status])}
                  </StatusTag>
                }
              >
                <span className="st-quiet st-small">
                  {[it.number, typeof sum === 'number' && money(sum)].filter(Boolean).join(' · ')}
                  {it.expectedCloseOn && (
                    <>
                      {' · '}
                      {say('closes')} <Day on={it.expectedCloseOn} />
                    </>
                  )}
                </span>
              </Card>
            )
          })}
        </Cards>
      )}
    </Panel>
  )
}
