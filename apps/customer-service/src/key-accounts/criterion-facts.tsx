import { useQuery } from '@apollo/client/react'
import { VALUE_METRIC_DEFINITIONS } from '@steward/domain'
import type { KeyAccountCriterion, KeyAccountStandingQuery } from '@steward/graphql-client'
import { Amount, messages, useMay, useMessages, usePercent, useSay } from '@steward/portal'
import { Alert, Day, DescriptionList, Stack, useUi } from '@steward/ui'
import { KeyAccountStanding } from './nomination-documents.ts'

const texts = messages({
  title: { zh: '系统掌握（近 365 天）', en: 'What the system knows (last 365 days)' },
  none: {
    zh: '管理水平由推荐部门判断，系统没有这方面的数据。',
    en: 'How they are managed is for the department to judge; the system has no data on it.',
  },
  share: { zh: '占全部收入', en: 'Of all revenue' },
  shareHint: {
    zh: '该客户到期应收（不含押金和作废）÷ 全部客户的同一数字；共 {{count}} 位客户有收支记录',
    en: 'What fell due from them (without deposits and what was voided) by the same of all clients; {{count}} have money on record',
  },
  revenue: { zh: '收入', en: 'Revenue' },
  profit: { zh: '利润', en: 'Profit' },
  rate: { zh: '利润率', en: 'Profit of revenue' },
  average: { zh: '全部客户 {{figure}}', en: '{{figure}} over all clients' },
  rateHint: {
    zh: '利润 ÷ 收入；利润 = 收入毛利 − 开拓成本 − 服务成本',
    en: 'Profit by revenue; profit is margin less acquisition and cost to serve',
  },
  punctual: { zh: '按时付款', en: 'Paid on time' },
  late: { zh: '平均迟付', en: 'Days late' },
  days: { zh: '{{days}} 天', en: '{{days}} days' },
})

type Standing = KeyAccountStandingQuery['keyAccountStanding']

/** Undefined where figures of value are not the viewer's to see. */
export const useStanding = (client: string): Standing | undefined => {
  const may = useMay()
  const { data } = useQuery(KeyAccountStanding, { variables: { client }, skip: !may('value:read') })
  return data?.keyAccountStanding ?? undefined
}

/** Beside a test: what is known, and how that is defined. */
export function CriterionFacts({
  criterion,
  standing,
}: {
  readonly criterion: KeyAccountCriterion
  readonly standing: Standing | undefined
}) {
  const say = useMessages(texts)
  if (criterion === 'MANAGEMENT') return <p className="st-quiet st-small">{say('none')}</p>
  if (!standing) return null
  return (
    <Alert
      type="info"
      title={say('title')}
      description={
        <Stack gap={2}>
          <span className="st-quiet st-small">
            <Day on={standing.from} /> – <Day on={standing.to} />
          </span>
          <Known criterion={criterion} standing={standing} />
        </Stack>
      }
    />
  )
}

function Known({
  criterion,
  standing,
}: {
  readonly criterion: Exclude<KeyAccountCriterion, 'MANAGEMENT'>
  readonly standing: NonNullable<Standing>
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const percent = usePercent()
  const { locale } = useUi()
  const of = (figure: number | null, average?: number | null) => (
    <>
      {percent(figure)}{' '}
      {average !== undefined && average !== null && (
        <span className="st-quiet">{say('average', { figure: percent(average) })}</span>
      )}
    </>
  )
  const definition = (text: string) => <p className="st-quiet st-small">{text}</p>
  if (criterion === 'SHARE')
    return (
      <>
        <DescriptionList
          min={260}
          items={[
            { label: say('share'), value: of(standing.revenueShareBasisPoints) },
            { label: say('revenue'), value: <Amount minor={standing.revenueMinor} /> },
          ]}
        />
        {definition(say('shareHint', { count: standing.clients }))}
      </>
    )
  if (criterion === 'MARGIN')
    return (
      <>
        <DescriptionList
          min={260}
          items={[
            {
              label: say('rate'),
              value: of(standing.profitRateBasisPoints, standing.averageProfitRateBasisPoints),
            },
            { label: say('profit'), value: <Amount minor={standing.profitMinor} /> },
          ]}
        />
        {definition(say('rateHint'))}
      </>
    )
  const { daysLateTenths } = standing
  return (
    <>
      <DescriptionList
        min={260}
        items={[
          {
            label: say('punctual'),
            value: of(standing.paidOnTimeBasisPoints, standing.averagePaidOnTimeBasisPoints),
          },
          {
            label: say('late'),
            value:
              daysLateTenths === null
                ? null
                : say('days', { days: new Intl.NumberFormat(locale).format(daysLateTenths / 10) }),
          },
        ]}
      />
      {definition(sayWord(VALUE_METRIC_DEFINITIONS.PUNCTUALITY.definition))}
    </>
  )
}
