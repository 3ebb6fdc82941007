import { useQuery } from '@apollo/client/react'
import { RECEPTION_ACTION_LABELS } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  PlanTasksToday,
  useMay,
  useMessages,
  usePortalPath,
  useRefreshOnReturn,
  useSay,
  useViewer,
  WaitingHandovers,
} from '@steward/portal'
import { AddIcon, Button, Columns, EditIcon, Loading, PageHeader, Stack, useUi } from '@steward/ui'
import { useState } from 'react'
import { OpenCases } from './open-cases.tsx'
import { OrderFigures } from './order-figures.tsx'
import { UrgentOrders } from './urgent-orders.tsx'

const SiteDayQuery = graphql(/* GraphQL */ `
  query SiteDay($department: ID, $now: DateTime!) {
    ...SiteOrderFigures
    ...SiteUrgentOrders
    ...SiteOpenCases
  }
`)

const texts = messages({
  title: { zh: '今日', en: 'Today' },
  register: { zh: '现场登记', en: 'Register' },
})

/** A site manager's day: what waits, what is late, what is open. */
export function SiteDay() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { routing } = useUi()
  const may = useMay()
  const sayWord = useSay()
  const { staff } = useViewer()
  // Who carries out orders looks at those of their department; others look at all they may see.
  const department = may('task:accept') ? staff.department?.id : undefined
  const [now] = useState(() => new Date().toISOString())
  const { data, error, refetch } = useQuery(SiteDayQuery, {
    variables: { now, ...(department ? { department } : {}) },
  })
  useRefreshOnReturn(() => refetch({ now: new Date().toISOString() }))
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={department && staff.department?.name}
        actions={
          <>
            {may('reception:record') && (
              <Button
                size="large"
                icon={<EditIcon aria-hidden />}
                onClick={() => routing.go(path('receptions/new'))}
              >
                {sayWord(RECEPTION_ACTION_LABELS.record)}
              </Button>
            )}
            {may('complaint:register') && (
              <Button
                type="primary"
                size="large"
                icon={<AddIcon aria-hidden />}
                onClick={() => routing.go(path('complaints/new'))}
              >
                {say('register')}
              </Button>
            )}
          </>
        }
      />
      {data ? (
        <Stack gap={5}>
          <WaitingHandovers />
          <PlanTasksToday />
          <OrderFigures counts={data} department={department} />
          <Columns min={340} gap={4} fill>
            <UrgentOrders orders={data} department={department} />
            <OpenCases cases={data} />
          </Columns>
        </Stack>
      ) : (
        <Loading />
      )}
    </>
  )
}
