import { OUTAGE_CAUSE_LABELS } from '@steward/domain'
import type { OutageFactsFragment } from '@steward/graphql-client'
import { messages, useMessages, usePercent, useSay } from '@steward/portal'
import {
  absoluteTime,
  DataTable,
  EmptyState,
  Instant,
  Panel,
  Stack,
  Stat,
  Columns,
  TimeStrip,
  useUi,
  type Column,
} from '@steward/ui'
import { useAvailabilityOfYear, useYear } from './equipment-tags.tsx'
import type { Machine } from './machine-forms.tsx'

const texts = messages({
  title: { zh: '近一年运行', en: 'The last year' },
  strip: {
    zh: '近一年停机 {{count}} 次，共 {{hours}} 小时，完好率 {{share}}',
    en: '{{count}} outages in the last year, {{hours}} hours in all, available {{share}}',
  },
  share: { zh: '完好率', en: 'Available' },
  times: { zh: '停机次数', en: 'Outages' },
  hours: { zh: '停机小时', en: 'Hours out of service' },
  all: { zh: '停机记录', en: 'Outages' },
  from: { zh: '停机', en: 'From' },
  until: { zh: '恢复', en: 'Until' },
  lasts: { zh: '未恢复', en: 'still out of service' },
  lasted: { zh: '时长', en: 'Lasted' },
  cause: { zh: '原因', en: 'Cause' },
  by: { zh: '上报', en: 'Reported by' },
  none: { zh: '没有停机记录', en: 'No outage is on record' },
  hour: { zh: '{{count}} 小时', en: { one: '{{count}} hour', other: '{{count}} hours' } },
  minute: { zh: '{{count}} 分钟', en: { one: '{{count}} minute', other: '{{count}} minutes' } },
})

type Outage = OutageFactsFragment

interface OutageHistoryProps {
  readonly machine: Machine
  readonly outages: readonly Outage[]
}

/** When a machine stood still: a strip of the year, its figures, and every outage. */
export function OutageHistory({ machine, outages }: OutageHistoryProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const percent = usePercent()
  const { locale, timeZone } = useUi()
  const year = useYear()
  const share = useAvailabilityOfYear()(machine, outages)
  const spans = outages
    .map((it) => ({
      ...it,
      from: new Date(Math.max(Date.parse(it.startedAt), year.from.getTime())),
      until: new Date(Math.min(it.endedAt ? Date.parse(it.endedAt) : Infinity, year.until.getTime())),
    }))
    .filter(({ from, until }) => from < until)
  const hours = Math.round(
    spans.reduce((sum, { from, until }) => sum + until.getTime() - from.getTime(), 0) / 3_600_000,
  )
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  const marks = Array.from({ length: 12 }, (_, back) => {
    const at = new Date(Date.UTC(year.until.getUTCFullYear(), year.until.getUTCMonth() - back, 1))
    return { key: at.toISOString(), at, label: month.format(at) }
  }).filter(({ at }) => at > year.from)
  const columns = useColumns()
  return (
    <>
      <Panel title={say('title')}>
        <Stack gap={4}>
          <Columns min={130} gap={3}>
            <Stat label={say('share')} value={percent(share)} />
            <Stat label={say('times')} value={spans.length} />
            <Stat label={say('hours')} value={hours} />
          </Columns>
          <TimeStrip
            label={say('strip', { count: spans.length, hours, share: percent(share) })}
            from={year.from}
            until={year.until}
            spans={spans.map(({ id, from, until, cause }) => ({
              key: id,
              tone: cause === 'UPKEEP' ? 'warn' : 'bad',
              from,
              until,
              title: `${sayWord(OUTAGE_CAUSE_LABELS[cause])} · ${absoluteTime(from, locale, timeZone)}`,
            }))}
            marks={marks.toReversed()}
          />
        </Stack>
      </Panel>
      <Panel title={say('all')} flush>
        <DataTable
          label={say('all')}
          columns={columns}
          rows={outages}
          rowKey={({ id }) => id}
          empty={<EmptyState title={say('none')} />}
        />
      </Panel>
    </>
  )
}

function useColumns(): readonly Column<Outage>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { until: now } = useYear()
  const lasted = ({ startedAt, endedAt }: Outage): string => {
    const ended = endedAt ? Date.parse(endedAt) : now.getTime()
    const minutes = Math.max(0, Math.round((ended - Date.parse(startedAt)) / 60_000))
    return minutes < 90 ? say('minute', { count: minutes }) : say('hour', { count: Math.round(minutes / 60) })
  }
  return [
    {
      key: 'cause',
      title: say('cause'),
      card: 'lead',
      render: ({ cause, note }) => (
        <>
          {sayWord(OUTAGE_CAUSE_LABELS[cause])} {note && <span className="st-quiet">{note}</span>}
        </>
      ),
    },
    {
      key: 'from',
      title: say('from'),
      width: '190px',
      render: ({ startedAt }) => <Instant at={startedAt} show="absolute" />,
    },
    {
      key: 'until',
      title: say('until'),
      width: '190px',
      render: ({ endedAt }) => (endedAt ? <Instant at={endedAt} show="absolute" /> : say('lasts')),
    },
    { key: 'lasted', title: say('lasted'), width: '110px', align: 'end', render: lasted },
    {
      key: 'by',
      title: say('by'),
      width: '130px',
      minor: true,
      render: ({ reportedBy }) => reportedBy?.name ?? '—',
    },
  ]
}
