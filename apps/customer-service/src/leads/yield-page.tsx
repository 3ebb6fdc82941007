import { useQuery } from '@apollo/client/react'
import { graphql } from '@steward/graphql-client'
import { FailureState, messages, useMessages, usePortalPath, useToday } from '@steward/portal'
import {
  BarList,
  Choice,
  Columns,
  EmptyState,
  FilterBar,
  FilterField,
  Funnel,
  Input,
  Loading,
  PageHeader,
  Panel,
  Stack,
} from '@steward/ui'
import { useSearchParams } from 'react-router'
import { addDays } from '../zoned-time.ts'
import { YieldTable, YieldTotals, type By, type Figure, type YieldRow } from './yield-figures.tsx'
import { writeLeads, type LeadState } from './lead-filters.ts'

const YieldQuery = graphql(/* GraphQL */ `
  query LeadYield($from: LocalDate!, $to: LocalDate!) {
    leadYield(from: $from, to: $to) {
      total {
        id
        name
        leads
        contacted
        qualified
        converted
        lost
        clients
        medianHours
        costMinor
        costPerClientMinor
      }
      bySource {
        id
        name
        leads
        contacted
        qualified
        converted
        lost
        clients
        medianHours
        costMinor
        costPerClientMinor
      }
      byCampaign {
        id
        name
        leads
        contacted
        qualified
        converted
        lost
        clients
        medianHours
        costMinor
        costPerClientMinor
      }
    }
  }
`)

const texts = messages({
  title: { zh: '线索成效', en: 'Yield of leads' },
  subtitle: {
    zh: '这段时间登记的线索，到今天各走到了哪一步；点数字看名单',
    en: 'What the leads opened within the time have come to by today; each figure leads to its list',
  },
  back: { zh: '线索', en: 'Leads' },
  time: { zh: '时间', en: 'Time' },
  from: { zh: '登记自', en: 'Opened from' },
  to: { zh: '登记至', en: 'Opened until' },
  by: { zh: '分组', en: 'Grouped by' },
  source: { zh: '按来源', en: 'By source' },
  campaign: { zh: '按活动', en: 'By campaign' },
  funnel: { zh: '漏斗', en: 'Funnel' },
  leads: { zh: '登记', en: 'Leads' },
  contacted: { zh: '已联系', en: 'Contacted' },
  qualified: { zh: '意向明确', en: 'Qualified' },
  converted: { zh: '已转客户', en: 'Converted' },
  won: { zh: '各带来多少转化', en: 'Converted, by where they came from' },
  none: { zh: '没有活动', en: 'Without a campaign' },
  assumption: {
    zh: '费用只计这段时间内开始的活动，全额计入；几条线索转成同一位客户只算一位。',
    en: 'Cost counts campaigns that began within the time, in whole; several leads of one client count as one client.',
  },
  empty: { zh: '这段时间没有登记线索', en: 'No lead was opened within this time' },
  emptyHint: { zh: '换一段时间看看。', en: 'Look at another time.' },
})

const DAY = /^\d{4}-\d{2}-\d{2}$/
/** Three months back, where nobody has said. */
const USUAL_DAYS = 90

const REACH: Readonly<Record<Figure, LeadState['reached']>> = {
  leads: undefined,
  contacted: 'CONTACTED',
  qualified: 'QUALIFIED',
  converted: 'CONVERTED',
  lost: 'LOST',
}

/** 线索成效: what came of leads, by source and by campaign, drawn and in figures; each figure leads to its list. */
export function YieldPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const today = useToday()
  const [params, setParams] = useSearchParams()
  const day = (name: string, usual: string) => (DAY.test(params.get(name) ?? '') ? params.get(name)! : usual)
  const to = day('to', today)
  const from = day('from', addDays(to, -USUAL_DAYS))
  const by: By = params.get('by') === 'campaign' ? 'campaign' : 'source'
  const change = (changed: Record<string, string>) => {
    const next = new URLSearchParams(params)
    for (const [name, value] of Object.entries(changed)) next.set(name, value)
    setParams(next)
  }
  const { data, error, refetch } = useQuery(YieldQuery, {
    variables: { from, to },
    fetchPolicy: 'cache-and-network',
    skip: from > to,
  })
  /** The list behind a figure. */
  const listOf = (figure: Figure, row?: YieldRow) =>
    `${path('leads')}?${writeLeads({
      view: 'all',
      layout: 'list',
      from,
      to,
      ...(REACH[figure] ? { reached: REACH[figure] } : {}),
      ...(row?.id ? { [by]: [row.id] } : {}),
    }).toString()}`
  const total = data?.leadYield.total
  const rows = by === 'source' ? data?.leadYield.bySource : data?.leadYield.byCampaign
  const nameOf = (row: YieldRow) => row.name ?? say('none')
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        back={{ to: path('leads'), label: say('back') }}
      />
      <Stack gap={4}>
        <FilterBar label={say('time')} active={0} onClear={() => setParams({})}>
          {(['from', 'to'] as const).map((name) => (
            <FilterField key={name} label={say(name)}>
              <Input
                type="date"
                aria-label={say(name)}
                value={name === 'from' ? from : to}
                max={name === 'from' ? to : today}
                onChange={({ target }) => target.value && change({ from, to, [name]: target.value })}
              />
            </FilterField>
          ))}
          <Choice<By>
            label={say('by')}
            options={[
              { value: 'source', label: say('source') },
              { value: 'campaign', label: say('campaign') },
            ]}
            value={by}
            onChange={(value) => change({ by: value })}
          />
        </FilterBar>
        {!total || !rows ? (
          error ? (
            <FailureState error={error} onRetry={() => void refetch()} />
          ) : (
            <Loading />
          )
        ) : total.leads === 0 && rows.length === 0 ? (
          <EmptyState title={say('empty')} hint={say('emptyHint')} />
        ) : (
          <>
            <YieldTotals total={total} listOf={listOf} />
            <Columns min={380} gap={4}>
              <Panel title={say('funnel')}>
                <Funnel
                  label={say('funnel')}
                  steps={(['leads', 'contacted', 'qualified', 'converted'] as const).map((figure) => ({
                    key: figure,
                    label: say(figure),
                    value: total[figure],
                    to: listOf(figure),
                  }))}
                />
              </Panel>
              <Panel title={say('won')}>
                <BarList
                  label={say('won')}
                  items={rows.map((row) => ({
                    key: row.id ?? 'none',
                    label: nameOf(row),
                    value: row.converted,
                    tone: 'good' as const,
                    ...(row.id ? { to: listOf('converted', row) } : {}),
                  }))}
                />
              </Panel>
            </Columns>
            <YieldTable rows={rows} by={by} listOf={listOf} />
            <p className="st-quiet st-small">{say('assumption')}</p>
          </>
        )}
      </Stack>
    </>
  )
}
