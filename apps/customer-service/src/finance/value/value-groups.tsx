import { useQuery } from '@apollo/client/react'
import {
  CLIENT_KIND_LABELS,
  CLIENT_RELATION_LABELS,
  VALUE_GROUPING_LABELS,
  VALUE_GROUPINGS,
  VALUE_METRIC_DEFINITIONS,
  type ClientKind,
  type ClientRelation,
  type ValueGrouping,
} from '@steward/domain'
import type { ValueGroupListQuery } from '@steward/graphql-client'
import { Amount, messages, useMay, useMessages, usePercent, usePortalPath, useSay } from '@steward/portal'
import { AppLink, DataTable, Panel, Select } from '@steward/ui'
import { useState } from 'react'
import { optionsOf } from '../../clients/page/options.ts'
import { ValueGroupList } from './value-documents.ts'

const texts = messages({
  title: { zh: '分组比较', en: 'Groups compared' },
  by: { zh: '按什么分组', en: 'Grouped by' },
  none: { zh: '（没有）', en: '(none)' },
  clients: { zh: '客户', en: 'Clients' },
  loss: { zh: '亏损', en: 'At a loss' },
})

type Group = ValueGroupListQuery['valueGroups'][number]

/** The parameter of the list below by which one group is looked at. */
const PARAMETERS: Readonly<Record<ValueGrouping, string>> = {
  KIND: 'kind',
  RELATION: 'relation',
  PROJECT: 'project',
  TAG: 'tag',
  COHORT: 'year',
}

/** What groups of clients are worth together; each leads to its clients. */
export function ValueGroups() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const percent = usePercent()
  const may = useMay()
  const groupings = VALUE_GROUPINGS.filter(
    (it) => it !== 'TAG' || (may('tag:read') && may('client:readName')),
  )
  const [by, setBy] = useState<ValueGrouping>('PROJECT')
  const { data } = useQuery(ValueGroupList, { variables: { by }, fetchPolicy: 'cache-and-network' })
  const labelOf = ({ key, name }: Group): string => {
    if (name !== null) return name
    if (key === null) return say('none')
    if (by === 'KIND') return sayWord(CLIENT_KIND_LABELS[key as ClientKind])
    if (by === 'RELATION') return sayWord(CLIENT_RELATION_LABELS[key as ClientRelation])
    return key
  }
  const title = (metric: 'REVENUE' | 'COST_TO_SERVE' | 'PROFIT' | 'LIFETIME_VALUE' | 'PUNCTUALITY') =>
    sayWord(VALUE_METRIC_DEFINITIONS[metric].label)
  return (
    <Panel
      title={say('title')}
      flush
      actions={
        <Select
          aria-label={say('by')}
          popupMatchSelectWidth={false}
          options={optionsOf(groupings, VALUE_GROUPING_LABELS, sayWord)}
          value={by}
          onChange={setBy}
        />
      }
    >
      <DataTable
        label={say('title')}
        rows={data?.valueGroups}
        rowKey={({ key }) => key ?? ''}
        columns={[
          {
            key: 'group',
            title: sayWord(VALUE_GROUPING_LABELS[by]),
            card: 'lead',
            render: (group) =>
              group.key === null ? (
                labelOf(group)
              ) : (
                <AppLink to={path(`finance/value?${PARAMETERS[by]}=${group.key}`)}>{labelOf(group)}</AppLink>
              ),
          },
          { key: 'clients', title: say('clients'), align: 'end', width: '90px', render: (it) => it.clients },
          {
            key: 'loss',
            title: say('loss'),
            align: 'end',
            width: '100px',
            minor: true,
            render: (it) => it.atALoss,
          },
          {
            key: 'revenue',
            title: title('REVENUE'),
            align: 'end',
            render: (it) => <Amount minor={it.revenueMinor} />,
          },
          {
            key: 'serve',
            title: title('COST_TO_SERVE'),
            align: 'end',
            render: (it) => <Amount minor={it.toServeMinor} />,
          },
          {
            key: 'profit',
            title: title('PROFIT'),
            align: 'end',
            card: 'tag',
            render: (it) => <Amount minor={it.profitMinor} />,
          },
          {
            key: 'lifetime',
            title: title('LIFETIME_VALUE'),
            align: 'end',
            render: (it) => <Amount minor={it.lifetimeMinor} />,
          },
          {
            key: 'punctual',
            title: title('PUNCTUALITY'),
            align: 'end',
            width: '110px',
            minor: true,
            render: (it) => percent(it.paidOnTimeBasisPoints),
          },
        ]}
      />
    </Panel>
  )
}
