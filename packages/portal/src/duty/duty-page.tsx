import { useQuery } from '@apollo/client/react'
import { readFragment, type DutyRowFragment } from '@steward/graphql-client'
import {
  Button,
  CheckIcon,
  DataTable,
  EmptyState,
  PageHeader,
  Panel,
  Sheet,
  Stack,
  useIsPhone,
  ViewTabs,
  type Column,
} from '@steward/ui'
import { useState, type ReactNode } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import { useRefreshOnReturn } from '../acts/use-refresh-on-return.ts'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages } from '../i18n/messages.ts'
import { useMay } from '../session/viewer.tsx'
import { ConfirmArchive, confirmTexts } from './confirm-archive.tsx'
import { ArchiveDuty, DutyCount, DutyList, DutyRow } from './duty-documents.ts'
import { DutyFilterBar } from './duty-filter-bar.tsx'
import { dutyFilter, readDuty, writeDuty, type DutyState } from './duty-filters.ts'
import { GapTags } from './gap-words.tsx'

const PAGE = 50

const texts = messages({
  title: { zh: '档案待完善', en: 'Archives to complete' },
  subtitle: {
    zh: '缺什么、什么该再核对，按档案现状实时列出；补上或核对后自动消失',
    en: 'What is missing or to be confirmed, as the archive stands now; what is filled in or confirmed goes by itself',
  },
  views: { zh: '谁的', en: 'Whose' },
  mine: { zh: '归我完善', en: 'Mine to complete' },
  all: { zh: '全部', en: 'All' },
  list: { zh: '待完善的档案', en: 'Archives to complete' },
  client: { zh: '客户', en: 'Client' },
  place: { zh: '项目与房号', en: 'Place' },
  gaps: { zh: '待完善', en: 'To complete' },
  owner: { zh: '客户经理', en: 'Manager' },
  acts: { zh: '操作', en: 'Actions' },
  confirmOf: { zh: '已核对：{{name}}', en: 'Confirmed: {{name}}' },
  none: { zh: '档案都完整了', en: 'All archives are complete' },
  noneHint: {
    zh: '该核对的到期后会自己出现在这里。',
    en: 'What is to be confirmed will come here by itself when it is due.',
  },
  soFar: { zh: '已查看的档案都完整', en: 'The archives looked at so far are complete' },
  soFarHint: {
    zh: '档案很多，分批查看；也可以先选项目。',
    en: 'There are many archives; they are looked at in parts. Choosing a project is quicker.',
  },
  goOn: { zh: '继续查看', en: 'Look at more' },
  noneNarrowed: { zh: '没有符合条件的档案', en: 'No archive matches' },
})

/** What tells where a row leads. */
export type DutyClient = Pick<DutyRowFragment, 'id' | 'occupancies'>

interface DutyPageProps {
  /** Where a client’s archive is filled in; undefined where this portal has no such page. */
  readonly toOf: (client: DutyClient) => string | undefined
  readonly actions?: ReactNode
}

/** 档案待完善: archives that fall short, mine first; handed on nowhere, because whoever answers for the client owes it. */
export function DutyPage({ toOf, actions }: DutyPageProps) {
  const say = useMessages(texts)
  const phone = useIsPhone()
  const { pathname } = useLocation()
  const [params, setParams] = useSearchParams()
  const state = readDuty(params)
  const [confirming, setConfirming] = useState<DutyRowFragment>()
  const { data, error, loading, refetch, fetchMore, client } = useQuery(DutyList, {
    variables: { filter: dutyFilter(state), first: PAGE },
    notifyOnNetworkStatusChange: true,
    fetchPolicy: 'cache-and-network',
  })
  useRefreshOnReturn(() => void refetch())
  const reload = () => Promise.all([refetch(), client.refetchQueries({ include: [DutyCount] })])
  const change = (changed: Partial<DutyState>) =>
    setParams(new URLSearchParams(writeDuty({ ...state, ...changed })))
  const columns = useColumns(setConfirming)
  const page = data?.clients.pageInfo
  const rows = data?.clients.edges.map(({ node }) => readFragment(DutyRow, node))
  const isNarrowed = state.project.length + state.missing.length > 0 || state.manager !== undefined
  const more = page?.hasNextPage
    ? { loading, onLoad: () => void fetchMore({ variables: { after: page.endCursor } }) }
    : undefined
  // A page looks at so many archives: it may have found none, and the next one some.
  const empty = more ? (
    <EmptyState
      title={say('soFar')}
      hint={say('soFarHint')}
      action={
        <Button loading={more.loading} onClick={more.onLoad}>
          {say('goOn')}
        </Button>
      }
    />
  ) : isNarrowed ? (
    <EmptyState title={say('noneNarrowed')} />
  ) : (
    <EmptyState title={say('none')} hint={say('noneHint')} />
  )
  // Where some rows lead nowhere, none is a link as a whole.
  const leads = rows?.every((row) => toOf(row) !== undefined) ?? true
  const table = (
    <DataTable
      label={say('list')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      {...(leads ? { rowTo: (row: DutyRowFragment) => toOf(row) ?? '' } : {})}
      empty={empty}
      more={more}
    />
  )
  const known = confirming && readFragment(ArchiveDuty, confirming).archiveGaps
  return (
    <>
      <PageHeader title={say('title')} subtitle={say('subtitle')} actions={actions} />
      <Stack gap={4}>
        <ViewTabs
          label={say('views')}
          current={state.view}
          views={(['mine', 'all'] as const).map((view) => ({
            key: view,
            label: say(view),
            to: `${pathname}?${writeDuty({ ...state, view })}`,
            ...(view === state.view && data
              ? { count: data.clients.totalCount, capped: data.clients.totalCountIsCapped }
              : {}),
          }))}
        />
        <DutyFilterBar state={state} onChange={change} />
        {error && !data ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : phone || rows?.length === 0 ? (
          table
        ) : (
          <Panel flush>{table}</Panel>
        )}
      </Stack>
      <Sheet
        open={confirming !== undefined}
        title={say('confirmOf', { name: confirming?.name ?? confirming?.code ?? '' })}
        onClose={() => setConfirming(undefined)}
      >
        {confirming && (
          <ConfirmArchive
            clientId={confirming.id}
            gaps={(known ?? []).filter(({ state: each }) => each !== 'MISSING')}
            onReload={reload}
            onClose={() => setConfirming(undefined)}
          />
        )}
      </Sheet>
    </>
  )
}

function useColumns(onConfirm: (row: DutyRowFragment) => void): readonly Column<DutyRowFragment>[] {
  const say = useMessages(texts)
  const sayConfirm = useMessages(confirmTexts)
  const may = useMay()
  const gapsOf = (row: DutyRowFragment) => readFragment(ArchiveDuty, row).archiveGaps ?? []
  return [
    {
      key: 'client',
      title: say('client'),
      width: '22%',
      render: ({ name, code }) => (
        <>
          {name ?? code} {name && <span className="st-quiet st-small">{code}</span>}
        </>
      ),
    },
    {
      key: 'place',
      title: say('place'),
      width: '20%',
      render: ({ project, occupancies }) =>
        [project?.name, occupancies.find(({ toOn }) => toOn === null)?.unit?.label]
          .filter(Boolean)
          .join(' · ') || '—',
    },
    { key: 'gaps', title: say('gaps'), render: (row) => <GapTags gaps={gapsOf(row)} /> },
    {
      key: 'owner',
      title: say('owner'),
      width: '110px',
      minor: true,
      render: ({ keyAccountManager }) => keyAccountManager?.name ?? '—',
    },
    ...(may('client:confirmArchive')
      ? [
          {
            key: 'acts',
            title: say('acts'),
            width: '150px',
            card: 'tag' as const,
            render: (row: DutyRowFragment) =>
              gapsOf(row).some(({ state }) => state !== 'MISSING') && (
                <Button
                  size="small"
                  icon={<CheckIcon aria-hidden />}
                  aria-label={say('confirmOf', { name: row.name ?? row.code })}
                  onClick={() => onConfirm(row)}
                >
                  {sayConfirm('short')}
                </Button>
              ),
          },
        ]
      : []),
  ]
}
