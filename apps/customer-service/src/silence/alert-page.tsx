import { useQuery } from '@apollo/client/react'
import { SILENCE_BASIS_LABELS, SILENCE_OUTCOME_LABELS } from '@steward/domain'
import { readFragment, type SilenceAlertPageQuery as Answer } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useLiveRecord,
  useMay,
  useMessages,
  usePercent,
  usePortalPath,
  useSay,
  useWorkTab,
} from '@steward/portal'
import {
  Alert as Notice,
  AppLink,
  Columns,
  Day,
  dayText,
  DescriptionList,
  EmptyState,
  Instant,
  Loading,
  PageHeader,
  Panel,
  Stack,
  useUi,
} from '@steward/ui'
import { useParams } from 'react-router'
import { AlertVerbs } from './alert-verbs.tsx'
import { RhythmView, type Rhythm } from './rhythm.tsx'
import { ClientRhythmOf, SilenceAlertLine, SilenceAlertPageQuery } from './silence-documents.ts'
import { AlertTag, useDays } from './silence-words.tsx'

const texts = messages({
  back: { zh: '沉默预警', en: 'Silence' },
  missing: { zh: '没有找到这条预警', en: 'There is no such alert' },
  missingHint: {
    zh: '可能不存在，或不在您的负责范围内。',
    en: 'It does not exist here, or lies outside your responsibility.',
  },
  evidence: { zh: '依据', en: 'Evidence' },
  basis: { zh: '怎么发现的', en: 'How it showed' },
  raised: { zh: '预警日期', en: 'Raised' },
  last: { zh: '沉默前最近往来', en: 'Last sign before' },
  silent: { zh: '起算沉默', en: 'Silence from' },
  usual: { zh: '平时间隔', en: 'Usual gap' },
  score: { zh: '预警时异常程度', en: 'How unusual it was' },
  scoreOf: { zh: '{{score}}（达到 {{threshold}} 即预警）', en: '{{score}} (an alert from {{threshold}} on)' },
  complaints: { zh: '投诉无果', en: 'Complaints in vain' },
  times: { zh: '{{count}} 次', en: '{{count}}' },
  rhythm: { zh: '往来节奏', en: 'Rhythm' },
  done: { zh: '处理', en: 'What was done' },
  visitBy: { zh: '建议走访', en: 'Visit by' },
  visitor: { zh: '由谁走访', en: 'Visitor' },
  proposedBy: { zh: '{{visitor}}（{{by}} 安排）', en: '{{visitor}} (asked by {{by}})' },
  by: { zh: '认领', en: 'Taken on' },
  visit: { zh: '走访', en: 'Visit' },
  result: { zh: '商定', en: 'What came of it' },
  outcome: { zh: '结果', en: 'Outcome' },
  note: { zh: '依据说明', en: 'What shows it' },
  closed: { zh: '关闭', en: 'Closed' },
  again: {
    zh: '预警之后客户又有了往来（{{day}}），看看是否可以按“恢复”关闭。',
    en: 'The client has given a sign since ({{day}}): perhaps the alert can be closed as returned.',
  },
})

/** One alert: why, how the client usually comes, what was done about it. */
export function AlertPage() {
  const { id = '' } = useParams()
  const say = useMessages(texts)
  const path = usePortalPath()
  const { locale } = useUi()
  const { data, error, refetch } = useQuery(SilenceAlertPageQuery, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const alert = data?.silenceAlert
  const line = alert ? readFragment(SilenceAlertLine, alert) : undefined
  const client = line?.client
  const rhythm = useQuery(ClientRhythmOf, {
    variables: { clientId: client?.id ?? '' },
    skip: !client,
    fetchPolicy: 'cache-and-network',
  }).data?.clientRhythm
  useLiveRecord(id, () => void refetch())
  useWorkTab(client?.code, client?.name ?? undefined)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  if (!alert || !line)
    return (
      <EmptyState
        title={say('missing')}
        hint={say('missingHint')}
        action={<AppLink to={path('silence')}>{say('back')}</AppLink>}
      />
    )
  const since = rhythm?.signs.findLast(({ on }) => on > line.raisedOn)
  return (
    <>
      <PageHeader
        title={client ? (client.name ?? client.code) : ''}
        subtitle={<AlertTag alert={line} />}
        back={{ to: path('silence'), label: say('back') }}
        actions={<AlertVerbs alert={alert} onReload={() => refetch()} />}
      />
      <Stack gap={4}>
        {since && line.status !== 'CLOSED' && (
          <Notice type="success" showIcon title={say('again', { day: dayText(since.on, locale) })} />
        )}
        <Columns min={440} gap={4}>
          <Evidence alert={alert} />
          <Done alert={alert} />
        </Columns>
        {rhythm && <RhythmPanel rhythm={rhythm} />}
      </Stack>
    </>
  )
}

function RhythmPanel({ rhythm }: { readonly rhythm: Rhythm }) {
  const say = useMessages(texts)
  return (
    <Panel title={say('rhythm')}>
      <RhythmView rhythm={rhythm} />
    </Panel>
  )
}

type Alert = NonNullable<Answer['silenceAlert']>

function Evidence({ alert }: { readonly alert: Alert }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const percent = usePercent()
  const days = useDays()
  const line = readFragment(SilenceAlertLine, alert)
  const { score, threshold } = alert
  const times = say('times', { count: line.complaintCount })
  return (
    <Panel title={say('evidence')}>
      <DescriptionList
        min={200}
        items={[
          { label: say('basis'), value: sayWord(SILENCE_BASIS_LABELS[line.basis]) },
          { label: say('raised'), value: <Day on={line.raisedOn} /> },
          { label: say('last'), value: <Day on={line.lastEventOn} /> },
          { label: say('silent'), value: <Day on={line.silentOn} /> },
          ...(line.usualGapDays === null ? [] : [{ label: say('usual'), value: days(line.usualGapDays) }]),
          ...(score === null || threshold === null
            ? []
            : [
                {
                  label: say('score'),
                  value: say('scoreOf', { score: percent(score), threshold: percent(threshold) }),
                },
              ]),
          ...(line.complaintCount === 0
            ? []
            : [
                {
                  label: say('complaints'),
                  value:
                    line.client && may('client:read') ? (
                      <AppLink to={path(`clients/${line.client.id}`)}>{times}</AppLink>
                    ) : (
                      times
                    ),
                },
              ]),
        ]}
      />
      {line.client && (
        <p>
          <AppLink to={path(`clients/${line.client.id}`)}>{line.client.code}</AppLink>{' '}
          <span className="st-quiet">{line.client.project?.name}</span>
        </p>
      )}
    </Panel>
  )
}

function Done({ alert }: { readonly alert: Alert }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const line = readFragment(SilenceAlertLine, alert)
  const { visit, closedAt, closedBy, note, acknowledgedAt, visitProposedBy } = alert
  const { visitor } = line
  return (
    <Panel title={say('done')}>
      <DescriptionList
        min={200}
        items={[
          { label: say('visitBy'), value: <Day on={line.visitBy} /> },
          ...(visitor
            ? [
                {
                  label: say('visitor'),
                  value:
                    visitProposedBy && visitProposedBy.id !== visitor.id
                      ? say('proposedBy', { visitor: visitor.name, by: visitProposedBy.name })
                      : visitor.name,
                },
              ]
            : []),
          {
            label: say('by'),
            value: acknowledgedAt ? (
              <>
                {line.acknowledgedBy?.name} <Instant at={acknowledgedAt} />
              </>
            ) : (
              '—'
            ),
          },
          ...(visit
            ? [
                {
                  label: say('visit'),
                  value: (
                    <Stack gap={0}>
                      <span>{visit.words}</span>
                      <span className="st-quiet st-small">
                        {visit.recordedBy?.name} <Instant at={visit.at} />
                      </span>
                    </Stack>
                  ),
                },
                ...(visit.result ? [{ label: say('result'), value: visit.result }] : []),
              ]
            : []),
          ...(line.outcome
            ? [{ label: say('outcome'), value: sayWord(SILENCE_OUTCOME_LABELS[line.outcome]) }]
            : []),
          ...(note ? [{ label: say('note'), value: note }] : []),
          ...(closedAt
            ? [
                {
                  label: say('closed'),
                  value: (
                    <>
                      {closedBy?.name} <Instant at={closedAt} />
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}
