import { useQuery } from '@apollo/client/react'
import { PLAN_ACTION_LABELS, type PlanStatus } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, PlanTag, useMay, useMessages, usePortalPath, useSay } from '@steward/portal'
import { AppLink, Card, Cards, Day, Panel } from '@steward/ui'

const PlansOfClient = graphql(/* GraphQL */ `
  query PlansOfClient($id: ID!) {
    client(id: $id) {
      id
      maintenancePlans {
        id
        number
        title
        status
        startsOn
        endsOn
        owner {
          id
          name
        }
      }
    }
  }
`)

const texts = messages({
  title: { zh: '维护方案', en: 'Maintenance plans' },
  none: { zh: '还没有为这位客户制定方案', en: 'No plan was made for this client yet' },
})

/** The one that is carried out first, then what is on its way; what has ended is in the list of plans. */
const LIVING: readonly PlanStatus[] = ['ACTIVE', 'EVALUATING', 'PENDING_APPROVAL', 'IN_REVIEW', 'DRAFT']

/** How this client is cared for, and by whom. */
export function ClientPlans({ clientId }: { readonly clientId: string }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const { data } = useQuery(PlansOfClient, {
    variables: { id: clientId },
    skip: !may('plan:read'),
    fetchPolicy: 'cache-and-network',
  })
  if (!may('plan:read')) return null
  const plans = LIVING.flatMap((status) =>
    (data?.client?.maintenancePlans ?? []).filter((plan) => plan.status === status),
  )
  return (
    <Panel
      title={say('title')}
      actions={
        may('plan:draft') && (
          <AppLink to={`${path('plans/new')}?client=${clientId}`}>
            {sayWord(PLAN_ACTION_LABELS.draft)}
          </AppLink>
        )
      }
    >
      {plans.length === 0 ? (
        <p className="st-quiet">{say('none')}</p>
      ) : (
        <Cards label={say('title')}>
          {plans.map(({ id, number, title, status, startsOn, endsOn, owner }) => (
            <Card key={id} to={path(`plans/${id}`)} lead={title ?? number} tag={<PlanTag status={status} />}>
              <span className="st-quiet st-small">
                <code>{number}</code> · <Day on={startsOn} /> – <Day on={endsOn} />
                {owner && ` · ${owner.name}`}
              </span>
            </Card>
          ))}
        </Cards>
      )}
    </Panel>
  )
}
