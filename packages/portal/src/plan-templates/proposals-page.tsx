import { useQuery } from '@apollo/client/react'
import {
  PLAN_PROPOSAL_ACTION_LABELS,
  PLAN_PROPOSAL_STATUS_LABELS,
  PLAN_PROPOSAL_STATUSES,
  type PlanProposalStatus,
} from '@steward/domain'
import { readFragment, type PlanProposalRowFragment } from '@steward/graphql-client'
import {
  AppLink,
  Button,
  DataTable,
  EmptyState,
  FilterBar,
  FilterField,
  Inline,
  Instant,
  PageHeader,
  Panel,
  Select,
  Sheet,
  Stack,
  StatusTag,
  useIsPhone,
  ViewTabs,
  type Column,
  type Tone,
} from '@steward/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useLiveTypes } from '../live/use-live.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { useMay } from '../session/viewer.tsx'
import { PlanProposalList, PlanProposalRow } from './proposal-documents.ts'
import { DismissForm, TakeAllForm, TakeForm } from './proposal-forms.tsx'

const texts = messages({
  title: { zh: '方案建议', en: 'Plan proposals' },
  subtitle: {
    zh: '分级目录公布后，等级有模板、还没有方案的客户。一个一个起草，或选定等级和项目合并成一个方案',
    en: 'Clients whose grade has a template and who have no plan, since the directory was published. Draft one by one, or choose grade and community for one plan',
  },
  views: { zh: '状态', en: 'Status' },
  filters: { zh: '筛选建议', en: 'Filter proposals' },
  grade: { zh: '等级', en: 'Grade' },
  project: { zh: '项目', en: 'Community' },
  list: { zh: '建议', en: 'Proposals' },
  client: { zh: '客户', en: 'Client' },
  template: { zh: '模板', en: 'Template' },
  proposed: { zh: '提出', en: 'Proposed' },
  outcome: { zh: '结果', en: 'Outcome' },
  all: {
    zh: '{{project}} {{grade}} 级 {{count}} 位合并起草',
    en: 'One plan for {{count}} of grade {{grade}} in {{project}}',
  },
  none: { zh: '没有建议', en: 'Nothing is proposed' },
  noneHint: {
    zh: '分级目录公布后，符合条件的客户会出现在这里。',
    en: 'Clients appear here once a directory is published.',
  },
})

const PAGE = 50
const GRADES = ['A', 'B', 'C', 'D']
const TONES: Readonly<Record<PlanProposalStatus, Tone>> = {
  OPEN: 'warn',
  TAKEN: 'good',
  DISMISSED: 'neutral',
  LAPSED: 'neutral',
}
type Row = PlanProposalRowFragment
type Doing = { readonly what: 'take' | 'dismiss'; readonly row: Row } | { readonly what: 'takeAll' }

/** What directories propose: who is to have a plan. */
export function PlanProposalsPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const phone = useIsPhone()
  const [params, setParams] = useSearchParams()
  const [doing, setDoing] = useState<Doing>()
  const status = PLAN_PROPOSAL_STATUSES.find((it) => it === params.get('status')) ?? 'OPEN'
  const [grade, project] = [params.get('grade') ?? undefined, params.get('project') ?? undefined]
  const change = (name: 'grade' | 'project', value: string | null) =>
    setParams(
      (now) => {
        if (value) now.set(name, value)
        else now.delete(name)
        return now
      },
      { replace: true },
    )
  const { data, error, loading, refetch, fetchMore } = useQuery(PlanProposalList, {
    variables: {
      filter: {
        status: [status],
        ...(grade ? { grade: [grade] } : {}),
        ...(project ? { project: [project] } : {}),
      },
      first: PAGE,
    },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  useLiveTypes(['PlanProposal'], () => void refetch())
  const rows = data?.planProposals.edges.map(({ node }) => readFragment(PlanProposalRow, node))
  const page = data?.planProposals.pageInfo
  const columns = useColumns(setDoing)
  const close = () => setDoing(undefined)
  const [first] = rows ?? []
  const place = data?.projects.find(({ id }) => id === project)
  const together =
    status === 'OPEN' && grade && place && first?.template && may('planProposal:takeAll')
      ? { templateId: first.template.id, projectId: place.id }
      : undefined
  const table = (
    <DataTable
      label={say('list')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={say('none')} hint={say('noneHint')} />}
      more={
        page?.hasNextPage
          ? { loading, onLoad: () => void fetchMore({ variables: { after: page.endCursor } }) }
          : undefined
      }
    />
  )
  return (
    <>
      <PageHeader title={say('title')} subtitle={say('subtitle')} />
      <Stack gap={3}>
        <ViewTabs
          label={say('views')}
          current={status}
          views={PLAN_PROPOSAL_STATUSES.map((key) => ({
            key,
            label: sayWord(PLAN_PROPOSAL_STATUS_LABELS[key]),
            to: path(`plan-proposals?status=${key}`),
          }))}
        />
        <FilterBar
          label={say('filters')}
          active={[grade, project].filter(Boolean).length}
          onClear={() => setParams(new URLSearchParams({ status }), { replace: true })}
        >
          <FilterField label={say('grade')}>
            <Select
              allowClear
              aria-label={say('grade')}
              placeholder={say('grade')}
              options={GRADES.map((value) => ({ value, label: value }))}
              value={grade ?? null}
              onChange={(value: string | null) => change('grade', value)}
            />
          </FilterField>
          <FilterField label={say('project')}>
            <Select
              allowClear
              aria-label={say('project')}
              placeholder={say('project')}
              popupMatchSelectWidth={false}
              options={(data?.projects ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              value={project ?? null}
              onChange={(value: string | null) => change('project', value)}
            />
          </FilterField>
        </FilterBar>
        {together && (
          <Inline>
            <Button type="primary" onClick={() => setDoing({ what: 'takeAll' })}>
              {say('all', {
                project: place!.name,
                grade: grade!,
                count: data?.planProposals.totalCount ?? 0,
              })}
            </Button>
          </Inline>
        )}
        {error && !data ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : phone || rows?.length === 0 ? (
          table
        ) : (
          <Panel flush>{table}</Panel>
        )}
      </Stack>
      <Sheet
        open={doing !== undefined}
        title={
          doing
            ? [
                sayWord(PLAN_PROPOSAL_ACTION_LABELS[doing.what]),
                doing.what === 'takeAll' ? place?.name : doing.row.client?.name,
              ]
                .filter(Boolean)
                .join(' · ')
            : ''
        }
        onClose={close}
      >
        {doing?.what === 'take' && <TakeForm proposal={doing.row} onReload={refetch} onClose={close} />}
        {doing?.what === 'dismiss' && <DismissForm proposal={doing.row} onReload={refetch} onClose={close} />}
        {doing?.what === 'takeAll' && together && (
          <TakeAllForm {...together} onReload={refetch} onClose={close} />
        )}
      </Sheet>
    </>
  )
}

function useColumns(onDo: (doing: Doing) => void): readonly Column<Row>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  return [
    {
      key: 'client',
      title: say('client'),
      card: 'lead',
      render: ({ client }) =>
        client ? (
          <>
            <AppLink to={path(`clients/${client.id}`)}>{client.name}</AppLink>{' '}
            <span className="st-quiet st-small">{client.code}</span>
          </>
        ) : (
          '—'
        ),
    },
    {
      key: 'grade',
      title: say('grade'),
      width: '80px',
      card: 'tag',
      render: ({ grade }) => <StatusTag tone="primary">{grade}</StatusTag>,
    },
    { key: 'project', title: say('project'), width: '150px', render: ({ project }) => project?.name ?? '—' },
    {
      key: 'template',
      title: say('template'),
      render: ({ template }) =>
        template ? <AppLink to={path(`plan-templates/${template.id}`)}>{template.title}</AppLink> : '—',
    },
    {
      key: 'proposed',
      title: say('proposed'),
      width: '170px',
      minor: true,
      render: ({ proposedAt, cycle }) => (
        <>
          <Instant at={proposedAt} /> <span className="st-quiet st-small">{cycle?.number}</span>
        </>
      ),
    },
    {
      key: 'outcome',
      title: say('outcome'),
      width: '240px',
      render: (row) =>
        row.status === 'OPEN' ? (
          <Inline gap={2}>
            {may('planProposal:take') && (
              <Button onClick={() => onDo({ what: 'take', row })}>
                {sayWord(PLAN_PROPOSAL_ACTION_LABELS.take)}
              </Button>
            )}
            {may('planProposal:dismiss') && (
              <Button type="text" onClick={() => onDo({ what: 'dismiss', row })}>
                {sayWord(PLAN_PROPOSAL_ACTION_LABELS.dismiss)}
              </Button>
            )}
          </Inline>
        ) : (
          <>
            <StatusTag tone={TONES[row.status]}>{sayWord(PLAN_PROPOSAL_STATUS_LABELS[row.status])}</StatusTag>{' '}
            {row.plan && <AppLink to={path(`plans/${row.plan.id}`)}>{row.plan.number}</AppLink>}
            {row.reason}
          </>
        ),
    },
  ]
}
