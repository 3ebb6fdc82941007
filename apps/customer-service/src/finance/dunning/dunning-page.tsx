import { useQuery } from '@apollo/client/react'
import {
  DUNNING_ACTION_LABELS,
  DUNNING_STATE_LABELS,
  DUNNING_STEP_LABELS,
  HOLD_SOURCE_LABELS,
  RECEIVABLE_KIND_LABELS,
  type DunningState,
} from '@steward/domain'
import type { DunningListQuery } from '@steward/graphql-client'
import {
  Amount,
  DUNNING_TONES,
  FailureState,
  messages,
  useAct,
  useMay,
  useMessages,
  usePortalPath,
  useSay,
} from '@steward/portal'
import {
  AppLink,
  Button,
  DataTable,
  EmptyState,
  FilterBar,
  FilterField,
  Fold,
  Inline,
  Instant,
  Panel,
  Select,
  Sheet,
  Stack,
  StatusTag,
  useNotify,
  type Column,
} from '@steward/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { optionsOf } from '../../clients/page/options.ts'
import { FinanceHeader } from '../finance-header.tsx'
import { ProjectSelect } from '../project-select.tsx'
import { DunningList, LiftDunningHold } from './dunning-documents.ts'
import { HoldDunningForm, TakeStepForm } from './dunning-forms.tsx'
import { DunningRulesPanel } from './dunning-rules.tsx'

const texts = messages({
  subtitle: {
    zh: '逾期应收今天该做哪一步；有投诉或异议的自动暂停',
    en: 'Which step is due for each overdue sum; a complaint or a dispute holds it by itself',
  },
  list: { zh: '逾期应收，最早到期在前', en: 'What is overdue, due first' },
  filters: { zh: '筛选', en: 'Filter' },
  project: { zh: '项目', en: 'Project' },
  state: { zh: '催收状态', en: 'State' },
  client: { zh: '客户', en: 'Client' },
  what: { zh: '应收', en: 'What' },
  late: { zh: '逾期 {{count}} 天', en: { one: '{{count}} day late', other: '{{count}} days late' } },
  asking: { zh: '催收', en: 'Dunning' },
  since: { zh: '自', en: 'since' },
  last: { zh: '上次', en: 'last' },
  open: { zh: '未结', en: 'Open' },
  lifted: { zh: '已恢复催收', en: 'The hold is lifted' },
  rules: { zh: '催收步骤与用语', en: 'Steps and words of dunning' },
  none: { zh: '没有要催的', en: 'Nothing to ask for' },
})

export type DunningRow = DunningListQuery['dunning'][number]

const PAGE = 50
const PROJECT = /^prj_[0-9a-f]{32}$/
const LISTED = ['DUE', 'WAITING', 'HELD', 'DISPUTED', 'NOT_DUE'] as const satisfies readonly DunningState[]

interface Chosen {
  readonly row: DunningRow
  readonly verb: 'take' | 'hold'
}

/** The collection list: who is to be asked today, in which way, and who is not, and why. */
export function DunningPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const [params, setParams] = useSearchParams()
  const [chosen, setChosen] = useState<Chosen>()
  const asked = params.get('project') ?? ''
  const project = PROJECT.test(asked) ? asked : undefined
  const state = LISTED.find((it) => it === params.get('state'))
  const change = (changed: { project?: string | undefined; state?: DunningState | undefined }) => {
    const now = { project, state, ...changed }
    setParams({
      ...(now.project ? { project: now.project } : {}),
      ...(now.state ? { state: now.state } : {}),
    })
  }
  const { data, error, loading, refetch, fetchMore } = useQuery(DunningList, {
    variables: { ...(project ? { project } : {}), ...(state ? { state: [state] } : {}) },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  // A page that came whole may have one after it; one that came short is the last.
  const [isLast, setIsLast] = useState<string>()
  const last = data?.dunning.at(-1)?.receivableId
  const mayHaveMore = data && data.dunning.length > 0 && data.dunning.length % PAGE === 0 && isLast !== last
  const more = async () => {
    const page = await fetchMore({
      variables: { after: last },
      updateQuery: (before, { fetchMoreResult }) => ({
        dunning: [...before.dunning, ...fetchMoreResult.dunning],
      }),
    })
    if (!page.data?.dunning.length) setIsLast(last)
  }
  const reload = () => refetch()
  const columns = useColumns(reload, setChosen)
  const close = () => setChosen(undefined)
  return (
    <Stack gap={4}>
      <FinanceHeader current="dunning" subtitle={say('subtitle')} />
      <FilterBar
        label={say('filters')}
        active={[project, state].filter(Boolean).length}
        onClear={() => setParams({})}
      >
        <FilterField label={say('project')}>
          <ProjectSelect
            aria-label={say('project')}
            value={project}
            onChange={(it) => change({ project: it })}
          />
        </FilterField>
        <FilterField label={say('state')}>
          <Select
            aria-label={say('state')}
            placeholder={say('state')}
            allowClear
            popupMatchSelectWidth={false}
            options={optionsOf(LISTED, DUNNING_STATE_LABELS, sayWord)}
            value={state ?? null}
            onChange={(it: DunningState | null) => change({ state: it ?? undefined })}
          />
        </FilterField>
      </FilterBar>
      {may('dunning:readRules') && (
        <Fold title={say('rules')}>
          <DunningRulesPanel />
        </Fold>
      )}
      {error && !data ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : (
        <Panel flush>
          <DataTable
            label={say('list')}
            columns={columns}
            rows={data?.dunning}
            more={mayHaveMore ? { loading, onLoad: () => void more() } : undefined}
            rowKey={({ receivableId }) => receivableId}
            empty={<EmptyState title={say('none')} />}
          />
        </Panel>
      )}
      <Sheet
        open={chosen !== undefined}
        title={chosen && `${sayWord(DUNNING_ACTION_LABELS[chosen.verb])} · ${chosen.row.clientName}`}
        onClose={close}
      >
        {chosen?.verb === 'take' && <TakeStepForm row={chosen.row} onReload={reload} onClose={close} />}
        {chosen?.verb === 'hold' && <HoldDunningForm row={chosen.row} onReload={reload} onClose={close} />}
      </Sheet>
    </Stack>
  )
}

function useColumns(
  onReload: () => Promise<unknown>,
  onChoose: (chosen: Chosen) => void,
): readonly Column<DunningRow>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  return [
    {
      key: 'client',
      title: say('client'),
      card: 'lead',
      render: ({ clientId, clientName, place }) => (
        <Stack gap={0}>
          <AppLink to={path(`clients/${clientId}`)}>{clientName}</AppLink>
          <span className="st-quiet st-small">{place}</span>
        </Stack>
      ),
    },
    {
      key: 'what',
      title: say('what'),
      render: ({ kind, period, daysLate }) => (
        <Stack gap={0}>
          <span>{[sayWord(RECEIVABLE_KIND_LABELS[kind]), period].filter(Boolean).join(' · ')}</span>
          <span className="st-small st-late">{say('late', { count: daysLate })}</span>
        </Stack>
      ),
    },
    {
      key: 'open',
      title: say('open'),
      align: 'end',
      width: '120px',
      render: (row) => <Amount minor={row.openMinor} />,
    },
    { key: 'asking', title: say('asking'), render: (row) => <Asking row={row} /> },
    {
      key: 'verbs',
      title: '',
      align: 'end',
      width: '190px',
      render: (row) => <Verbs row={row} onReload={onReload} onChoose={onChoose} />,
    },
  ]
}

function Asking({ row }: { readonly row: DunningRow }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const last = row.taken.at(-1)
  return (
    <Stack gap={0}>
      <span>
        <StatusTag tone={DUNNING_TONES[row.state]}>{sayWord(DUNNING_STATE_LABELS[row.state])}</StatusTag>{' '}
        {row.step && sayWord(DUNNING_STEP_LABELS[row.step])}
      </span>
      {row.holdSource && row.holdSince && (
        <span className="st-quiet st-small">
          {[sayWord(HOLD_SOURCE_LABELS[row.holdSource]), row.complaintNumber, row.holdReason]
            .filter(Boolean)
            .join(' · ')}{' '}
          · {say('since')} <Instant at={row.holdSince} />
        </span>
      )}
      {last && (
        <span className="st-quiet st-small">
          {say('last')} {sayWord(DUNNING_STEP_LABELS[last.step])} · <Instant at={last.at} /> · {last.by}
          {last.outcome && ` · ${last.outcome}`}
        </span>
      )}
    </Stack>
  )
}

interface VerbsProps {
  readonly row: DunningRow
  readonly onReload: () => Promise<unknown>
  readonly onChoose: (chosen: Chosen) => void
}

function Verbs({ row, onReload, onChoose }: VerbsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const notify = useNotify()
  const lift = useAct(LiftDunningHold)
  const label = (verb: 'take' | 'hold' | 'lift') => `${sayWord(DUNNING_ACTION_LABELS[verb])} ${row.number}`
  const end = async () => {
    const { refused } = await lift({ holdId: row.holdId ?? '', expectedVersion: row.holdVersion ?? 0 })
    await onReload()
    if (refused) notify.failed(refused.message ?? '')
    else notify.done(say('lifted'))
  }
  return (
    <Inline gap={1} justify="flex-end">
      {row.state === 'DUE' && may('dunning:take') && (
        <Button
          size="small"
          type="primary"
          aria-label={label('take')}
          onClick={() => onChoose({ row, verb: 'take' })}
        >
          {sayWord(DUNNING_ACTION_LABELS.take)}
        </Button>
      )}
      {row.holdId
        ? may('dunning:lift') && (
            <Button size="small" aria-label={label('lift')} onClick={() => void end()}>
              {sayWord(DUNNING_ACTION_LABELS.lift)}
            </Button>
          )
        : may('dunning:hold') &&
          !row.holdSource && (
            <Button size="small" aria-label={label('hold')} onClick={() => onChoose({ row, verb: 'hold' })}>
              {sayWord(DUNNING_ACTION_LABELS.hold)}
            </Button>
          )}
    </Inline>
  )
}
