import { useQuery } from '@apollo/client/react'
import { OPPORTUNITY_LOSS_REASON_LABELS, OPPORTUNITY_STATUS_LABELS } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useMessages,
  useMoneyText,
  usePortalPath,
  useSay,
  useToday,
} from '@steward/portal'
import {
  BarList,
  Columns,
  DataTable,
  EmptyState,
  FilterBar,
  FilterField,
  Funnel,
  Input,
  Loading,
  PageHeader,
  Panel,
  Stack,
  Stat,
} from '@steward/ui'
import { useSearchParams } from 'react-router'
import { addDays } from '../zoned-time.ts'

const FunnelQuery = graphql(/* GraphQL */ `
  query OpportunityFunnel($from: LocalDate!, $to: LocalDate!) {
    opportunityFunnel(from: $from, to: $to) {
      opened
      open
      reached {
        status
        count
        sumMinor
        medianDays
      }
      losses {
        reason
        count
        sumMinor
      }
    }
  }
`)

const texts = messages({
  title: { zh: '商机漏斗与失败原因', en: 'Funnel and losses' },
  subtitle: {
    zh: '这段时间登记的商机，到今天各走到了哪一步，为什么失败',
    en: 'What the opportunities opened within the time have come to by today, and why some were lost',
  },
  back: { zh: '商机', en: 'Opportunities' },
  time: { zh: '时间', en: 'Time' },
  from: { zh: '登记自', en: 'Opened from' },
  to: { zh: '登记至', en: 'Opened until' },
  opened: { zh: '登记', en: 'Opened' },
  open: { zh: '进行中', en: 'Open' },
  won: { zh: '成交', en: 'Won' },
  lost: { zh: '失败', en: 'Lost' },
  funnel: { zh: '漏斗', en: 'Funnel' },
  losses: { zh: '失败原因', en: 'Why they were lost' },
  noLosses: { zh: '没有失败的商机', en: 'None was lost' },
  figures: { zh: '明细', en: 'In figures' },
  stage: { zh: '到达阶段', en: 'Came to' },
  count: { zh: '数量', en: 'Number' },
  sum: { zh: '金额', en: 'Sum' },
  days: { zh: '用时（中位）', en: 'Took (median)' },
  dayCount: { zh: '{{days}} 天', en: '{{days}} d' },
  empty: { zh: '这段时间没有登记商机', en: 'No opportunity was opened within this time' },
  emptyHint: { zh: '换一段时间看看。', en: 'Look at another time.' },
})

const DAY = /^\d{4}-\d{2}-\d{2}$/
/** Half a year back, where nobody has said. */
const USUAL_DAYS = 180

/** 漏斗: how far opportunities came, how long it took, and why some were lost. */
export function FunnelPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const money = useMoneyText()
  const path = usePortalPath()
  const today = useToday()
  const [params, setParams] = useSearchParams()
  const day = (name: string, usual: string) => (DAY.test(params.get(name) ?? '') ? params.get(name)! : usual)
  const to = day('to', today)
  const from = day('from', addDays(to, -USUAL_DAYS))
  const change = (name: string, value: string) => {
    const next = new URLSearchParams(params)
    next.set(name, value)
    setParams(next)
  }
  const { data, error, refetch } = useQuery(FunnelQuery, {
    variables: { from, to },
    fetchPolicy: 'cache-and-network',
    skip: from > to,
  })
  const funnel = data?.opportunityFunnel
  const field = (name: 'from' | 'to', value: string) => (
    <FilterField label={say(name)}>
      <Input
        type="date"
        aria-label={say(name)}
        value={value}
        onChange={({ target }) => target.value && change(name, target.value)}
      />
    </FilterField>
  )
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        back={{ to: path('opportunities'), label: say('back') }}
      />
      <Stack gap={4}>
        <FilterBar label={say('time')} active={0} onClear={() => setParams({})}>
          {field('from', from)}
          {field('to', to)}
        </FilterBar>
        {!funnel && (error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />)}
        {funnel?.opened === 0 && <EmptyState title={say('empty')} hint={say('emptyHint')} />}
        {funnel && funnel.opened > 0 && (
          <>
            <Columns min={150} gap={3} fill>
              <Stat label={say('opened')} value={funnel.opened} />
              <Stat label={say('open')} value={funnel.open} />
              <Stat label={say('won')} value={funnel.reached.at(-1)?.count ?? 0} tone="good" />
              <Stat label={say('lost')} value={funnel.losses.reduce((sum, { count }) => sum + count, 0)} />
            </Columns>
            <Columns min={440} gap={4}>
              <Panel title={say('funnel')}>
                <Funnel
                  label={say('funnel')}
                  steps={funnel.reached.map(({ status, count }) => ({
                    key: status,
                    label: sayWord(OPPORTUNITY_STATUS_LABELS[status]),
                    value: count,
                  }))}
                />
              </Panel>
              <Panel title={say('losses')}>
                {funnel.losses.length === 0 ? (
                  <p className="st-quiet">{say('noLosses')}</p>
                ) : (
                  <BarList
                    label={say('losses')}
                    items={funnel.losses.map(({ reason, count }) => ({
                      key: reason,
                      label: sayWord(OPPORTUNITY_LOSS_REASON_LABELS[reason]),
                      value: count,
                      tone: 'bad' as const,
                    }))}
                  />
                )}
              </Panel>
            </Columns>
            <Panel title={say('figures')} flush>
              <DataTable
                label={say('figures')}
                rows={funnel.reached}
                rowKey={({ status }) => status}
                columns={[
                  {
                    key: 'stage',
                    title: say('stage'),
                    render: ({ status }) => sayWord(OPPORTUNITY_STATUS_LABELS[status]),
                  },
                  { key: 'count', title: say('count'), align: 'end', render: ({ count }) => count },
                  { key: 'sum', title: say('sum'), align: 'end', render: ({ sumMinor }) => money(sumMinor) },
                  {
                    key: 'days',
                    title: say('days'),
                    align: 'end',
                    render: ({ medianDays }) =>
                      typeof medianDays === 'number' ? say('dayCount', { days: medianDays }) : '—',
                  },
                ]}
                empty={<EmptyState title={say('empty')} />}
              />
            </Panel>
          </>
        )}
      </Stack>
    </>
  )
}
