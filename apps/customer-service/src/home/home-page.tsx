import { useQuery } from '@apollo/client/react'
import { graphql } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useMay,
  useMessages,
  usePortalPath,
  useViewer,
  useRefreshOnReturn,
  useShortcut,
  WaitingHandovers,
} from '@steward/portal'
import { AddIcon, Button, Columns, Loading, PageHeader, Stack, useUi } from '@steward/ui'
import { MostUrgent } from './most-urgent.tsx'
import { StatusChart } from './status-chart.tsx'
import { ThreeDays } from './three-days.tsx'
import { WaitingCounts } from './waiting-counts.tsx'

const HomeQuery = graphql(/* GraphQL */ `
  query CustomerServiceHome {
    ...WaitingCounts
    ...MostUrgent
    ...StatusChart
  }
`)

const texts = messages({
  greeting: { zh: '{{name}}，您好', en: 'Hello, {{name}}' },
  register: { zh: '登记', en: 'Register' },
})

/** The beginning of a day: what waits for me, what is most urgent, where everything stands. */
export function HomePage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const may = useMay()
  const { routing } = useUi()
  const { staff } = useViewer()
  const { data, error, refetch } = useQuery(HomeQuery)
  useRefreshOnReturn(() => void refetch())
  // Nothing waits for those who may not know who handles what.
  const handles = may('complaint:readHandling')
  const register = () => routing.go(path('complaints/new'))
  useShortcut('create', register, may('complaint:register'))
  return (
    <>
      <PageHeader
        title={say('greeting', { name: staff.name })}
        subtitle={[staff.position, staff.department?.name].filter(Boolean).join(' · ')}
        actions={
          may('complaint:register') && (
            <Button type="primary" icon={<AddIcon aria-hidden />} onClick={register}>
              {say('register')}
            </Button>
          )
        }
      />
      {data ? (
        <Stack gap={4}>
          <WaitingHandovers />
          {handles && <WaitingCounts data={data} />}
          <ThreeDays />
          <Columns min={340} gap={4} fill>
            {handles && <MostUrgent data={data} />}
            <StatusChart data={data} />
          </Columns>
        </Stack>
      ) : error ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </>
  )
}
