import { COST_EVENT_ACTION_LABELS, SHARE_RULE_LABELS } from '@steward/domain'
import { readFragment, type CostEventRowFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMay, useMessages, usePortalPath, useSay } from '@steward/portal'
import {
  AppLink,
  Button,
  DataTable,
  Day,
  EmptyState,
  Sheet,
  Stack,
  StatusTag,
  type Column,
  type DataTableProps,
} from '@steward/ui'
import { useState } from 'react'
import { CostEventRow } from './cost-documents.ts'
import { CostClassTag, useCostParts } from './cost-words.tsx'
import { VoidCostForm } from './void-cost-form.tsx'

const texts = messages({
  list: { zh: '登记的成本，最新在前', en: 'Recorded costs, newest first' },
  bearer: { zh: '客户或项目', en: 'Client or project' },
  when: { zh: '日期', en: 'Day' },
  costClass: { zh: '类别', en: 'Class' },
  what: { zh: '做什么', en: 'What for' },
  by: { zh: '记录人', en: 'Recorded by' },
  void: { zh: '已作废', en: 'Void' },
  none: { zh: '还没有记录成本', en: 'No costs were recorded yet' },
})

/** Costs as they were recorded, void ones too; whoever may voids them here. */
export function RecordedCosts({
  costs,
  short = false,
  more,
  onReload,
}: {
  readonly costs: readonly FragmentType<typeof CostEventRow>[] | undefined
  /** Beside a record, whose client is known. */
  readonly short?: boolean
  readonly more?: DataTableProps<CostEventRowFragment>['more']
  readonly onReload: () => Promise<unknown>
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const [voiding, setVoiding] = useState<CostEventRowFragment>()
  const columns = useColumns(setVoiding).filter(
    ({ key }) => !short || ['when', 'class', 'what', 'verbs'].includes(key),
  )
  return (
    <>
      <DataTable
        label={say('list')}
        columns={columns}
        rows={costs?.map((cost) => readFragment(CostEventRow, cost))}
        rowKey={({ id }) => id}
        empty={<EmptyState title={say('none')} />}
        more={more}
      />
      <Sheet
        open={voiding !== undefined}
        title={`${sayWord(COST_EVENT_ACTION_LABELS.void)} · ${voiding?.number ?? ''}`}
        onClose={() => setVoiding(undefined)}
      >
        {voiding && <VoidCostForm cost={voiding} onReload={onReload} onClose={() => setVoiding(undefined)} />}
      </Sheet>
    </>
  )
}

function useColumns(onVoid: (cost: CostEventRowFragment) => void): readonly Column<CostEventRowFragment>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const parts = useCostParts()
  const verb = sayWord(COST_EVENT_ACTION_LABELS.void)
  return [
    {
      key: 'bearer',
      title: say('bearer'),
      card: 'lead',
      render: ({ client, project, shareRule }) =>
        client ? (
          <AppLink to={path(`clients/${client.id}`)}>{client.name ?? client.code}</AppLink>
        ) : (
          <Stack gap={0}>
            <span>{project?.name}</span>
            <span className="st-quiet st-small">{shareRule && sayWord(SHARE_RULE_LABELS[shareRule])}</span>
          </Stack>
        ),
    },
    {
      key: 'when',
      title: say('when'),
      width: '150px',
      render: ({ occurredOn, number }) => (
        <Stack gap={0}>
          <Day on={occurredOn} />
          <span className="st-quiet st-small">{number}</span>
        </Stack>
      ),
    },
    {
      key: 'class',
      title: say('costClass'),
      width: '110px',
      card: 'tag',
      render: ({ costClass, voidedAt }) =>
        voidedAt ? <StatusTag tone="bad">{say('void')}</StatusTag> : <CostClassTag costClass={costClass} />,
    },
    {
      key: 'what',
      title: say('what'),
      render: (cost) => (
        <Stack gap={0}>
          <span>{cost.purpose}</span>
          <span className="st-quiet st-small">{cost.voidReason ?? parts(cost)}</span>
        </Stack>
      ),
    },
    {
      key: 'by',
      title: say('by'),
      width: '130px',
      minor: true,
      render: ({ recordedBy }) => recordedBy?.name,
    },
    {
      key: 'verbs',
      title: '',
      align: 'end',
      width: '90px',
      render: (cost) =>
        !cost.voidedAt &&
        may('costEvent:void') && (
          <Button size="small" aria-label={`${verb} ${cost.number}`} onClick={() => onVoid(cost)}>
            {verb}
          </Button>
        ),
    },
  ]
}
