import { useQuery } from '@apollo/client/react'
import { LABOUR_ROLES, ROLE_LABELS, VALUE_ASSUMPTION_ACTION_LABELS } from '@steward/domain'
import { readFragment, type AssumedOfValueFragment } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useMay,
  useMessages,
  useMoneyText,
  usePercent,
  usePortalPath,
  useSay,
} from '@steward/portal'
import {
  Button,
  Columns,
  DataTable,
  DescriptionList,
  EmptyState,
  Instant,
  Loading,
  PageHeader,
  Panel,
  Sheet,
  Stack,
} from '@steward/ui'
import { useState } from 'react'
import { AssumptionForm } from './assumption-form.tsx'
import { AssumedOfValue, ValueAssumptionHistory, ValueOverview } from './value-documents.ts'

const texts = messages({
  title: { zh: '价值测算的假设', en: 'Assumptions of value' },
  subtitle: {
    zh: '账上没有的，用假设来算；改动立即作用于全部历史的数字',
    en: 'What is not on record is assumed; a change holds at once, for the figures of the whole history',
  },
  back: { zh: '客户价值', en: 'Value' },
  inForce: { zh: '现行假设', en: 'In force' },
  defaults: { zh: '尚未设定，按系统默认', en: 'Nobody has set any: the defaults hold' },
  revision: { zh: '第 {{revision}} 版', en: 'Revision {{revision}}' },
  margin: { zh: '服务毛利率', en: 'Service margin' },
  years: { zh: '客户还会留几年', en: 'More years that a client stays' },
  discount: { zh: '折现率（年）', en: 'Discount a year' },
  rates: { zh: '工时单价（每小时）', en: 'Rates an hour' },
  history: { zh: '历次修改', en: 'Changes' },
  when: { zh: '时间', en: 'When' },
  by: { zh: '修改人', en: 'By' },
  reason: { zh: '原因', en: 'Why' },
  what: { zh: '内容', en: 'What' },
  none: { zh: '还没有修改过', en: 'Nothing was changed yet' },
})

/** What is assumed, since when and why; whoever may changes it here, and sees first what that does. */
export function AssumptionsPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const [changing, setChanging] = useState(false)
  const now = useQuery(ValueOverview, { fetchPolicy: 'cache-and-network' })
  const past = useQuery(ValueAssumptionHistory, { fetchPolicy: 'cache-and-network' })
  const verb = sayWord(VALUE_ASSUMPTION_ACTION_LABELS.set)
  if (!now.data) return now.error ? <FailureState error={now.error} /> : <Loading />
  const assumed = readFragment(AssumedOfValue, now.data.valueTotals.assumed)
  const reload = () => Promise.all([now.refetch(), past.refetch()])
  return (
    <Stack gap={4}>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        back={{ to: path('finance/value'), label: say('back') }}
        actions={
          may('valueAssumption:set') && (
            <Button type="primary" onClick={() => setChanging(true)}>
              {verb}
            </Button>
          )
        }
      />
      <Columns min={440} gap={4}>
        <Panel title={say('inForce')}>
          <Assumed of={assumed} />
        </Panel>
        <Panel title={say('history')} flush>
          <DataTable
            label={say('history')}
            rows={past.data?.valueAssumptions}
            rowKey={({ revision }) => String(revision)}
            empty={<EmptyState title={say('none')} />}
            columns={[
              {
                key: 'reason',
                title: say('reason'),
                card: 'lead',
                render: (row) => (
                  <Stack gap={0}>
                    <span>{row.reason}</span>
                    <span className="st-quiet st-small">
                      <InWords of={row} />
                    </span>
                  </Stack>
                ),
              },
              { key: 'by', title: say('by'), width: '120px', render: ({ setBy }) => setBy },
              {
                key: 'when',
                title: say('when'),
                width: '150px',
                render: ({ setAt }) => <Instant at={setAt} />,
              },
            ]}
          />
        </Panel>
      </Columns>
      <Sheet open={changing} title={verb} onClose={() => setChanging(false)}>
        {changing && (
          <AssumptionForm assumed={assumed} onReload={reload} onClose={() => setChanging(false)} />
        )}
      </Sheet>
    </Stack>
  )
}

function InWords({ of }: { readonly of: Omit<AssumedOfValueFragment, 'rates' | '__typename'> }) {
  const say = useMessages(texts)
  const percent = usePercent()
  return [
    say('revision', { revision: of.revision }),
    `${say('margin')} ${percent(of.serviceMarginBasisPoints)}`,
    `${say('years')} ${of.expectedYears}`,
    `${say('discount')} ${percent(of.discountBasisPoints)}`,
  ].join(' · ')
}

function Assumed({ of }: { readonly of: AssumedOfValueFragment }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const percent = usePercent()
  const money = useMoneyText()
  const rate = new Map(of.rates.map(({ role, perHourMinor }) => [role, perHourMinor]))
  return (
    <Stack gap={4}>
      <span className="st-quiet st-small">
        {of.revision === 0 ? say('defaults') : say('revision', { revision: of.revision })}
      </span>
      <DescriptionList
        items={[
          { label: say('margin'), value: percent(of.serviceMarginBasisPoints) },
          { label: say('years'), value: of.expectedYears },
          { label: say('discount'), value: percent(of.discountBasisPoints) },
        ]}
      />
      <span className="st-strong">{say('rates')}</span>
      <DescriptionList
        items={LABOUR_ROLES.map((role) => ({
          label: sayWord(ROLE_LABELS[role]),
          value: money(rate.get(role) ?? 0),
        }))}
      />
    </Stack>
  )
}
