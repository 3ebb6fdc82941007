import { useQuery } from '@apollo/client/react'
import {
  EQUIPMENT_CLASS_LABELS,
  PLAN_KIND_LABELS,
  PLAN_KINDS,
  PLAN_TEMPLATE_ACTION_LABELS,
} from '@steward/domain'
import { readFragment, type PlanTemplateLineFragment } from '@steward/graphql-client'
import {
  AddIcon,
  Button,
  DataTable,
  EmptyState,
  Instant,
  PageHeader,
  Panel,
  Stack,
  StatusTag,
  useIsPhone,
  useUi,
  ViewTabs,
  type Column,
} from '@steward/ui'
import { useSearchParams } from 'react-router'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { PlanPolicyPanel } from '../maintenance-plans/plan-policy-panel.tsx'
import { usePortalPath } from '../routing/routes.tsx'
import { useMay } from '../session/viewer.tsx'
import { PlanTemplateLine, PlanTemplateList } from './template-documents.ts'

const texts = messages({
  title: { zh: '方案模板', en: 'Plan templates' },
  subtitle: {
    zh: '按客户等级或设备类别准备好的方案；起草时日期从开始日推算。每个等级、每类设备使用一个',
    en: 'Plans prepared for a grade or a class of machines; days are counted from the day a plan begins. One of each is in use',
  },
  views: { zh: '类别', en: 'Kind' },
  list: { zh: '模板', en: 'Templates' },
  name: { zh: '模板', en: 'Template' },
  whom: { zh: '适用', en: 'For' },
  grade: { zh: '{{grade}} 级客户', en: 'Grade {{grade}}' },
  lasts: { zh: '时长', en: 'Lasts' },
  days: { zh: '{{count}} 天', en: { one: '{{count}} day', other: '{{count}} days' } },
  edition: { zh: '版次', en: 'Edition' },
  revised: { zh: '最近修订', en: 'Last stated' },
  state: { zh: '状态', en: 'State' },
  inUse: { zh: '使用中', en: 'In use' },
  retired: { zh: '已停用', en: 'Retired' },
  none: { zh: '还没有模板', en: 'There is no template yet' },
  noneHint: {
    zh: '有了模板，分级目录公布后系统会为没有方案的客户提出建议。',
    en: 'With one, a published directory proposes plans to clients who have none.',
  },
})

const PAGE = 50
type Line = PlanTemplateLineFragment

/** Templates of one kind; which one is said by the address, else by the portal one works in. */
export function PlanTemplatesPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const phone = useIsPhone()
  const { routing } = useUi()
  const [params] = useSearchParams()
  const own = may('portal:customerService') ? 'RELATIONSHIP' : 'FACILITY'
  const kind = PLAN_KINDS.find((it) => it === params.get('kind')) ?? own
  const { data, error, loading, refetch, fetchMore } = useQuery(PlanTemplateList, {
    variables: { kind, first: PAGE },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  const columns = useColumns()
  const rows = data?.planTemplates.edges.map(({ node }) => readFragment(PlanTemplateLine, node))
  const page = data?.planTemplates.pageInfo
  const table = (
    <DataTable
      label={say('list')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ id }) => path(`plan-templates/${id}`)}
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
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        actions={
          may('planTemplate:add') && (
            <Button
              type="primary"
              icon={<AddIcon aria-hidden />}
              onClick={() => routing.go(path(`plan-templates/new?kind=${kind}`))}
            >
              {sayWord(PLAN_TEMPLATE_ACTION_LABELS.add)}
            </Button>
          )
        }
      />
      <Stack gap={3}>
        <ViewTabs
          label={say('views')}
          current={kind}
          views={PLAN_KINDS.map((key) => ({
            key,
            label: sayWord(PLAN_KIND_LABELS[key]),
            to: path(`plan-templates?kind=${key}`),
          }))}
        />
        {error && !data ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : phone || rows?.length === 0 ? (
          table
        ) : (
          <Panel flush>{table}</Panel>
        )}
        <PlanPolicyPanel />
      </Stack>
    </>
  )
}

/** For whom a template is, in words. */
export function useForWhom(): (line: Pick<Line, 'grade' | 'equipmentClass'>) => string {
  const say = useMessages(texts)
  const sayWord = useSay()
  return ({ grade, equipmentClass }) =>
    grade !== null
      ? say('grade', { grade })
      : equipmentClass === null
        ? '—'
        : sayWord(EQUIPMENT_CLASS_LABELS[equipmentClass])
}

export function TemplateState({ retiredAt }: { readonly retiredAt: string | null }) {
  const say = useMessages(texts)
  return (
    <StatusTag tone={retiredAt === null ? 'good' : 'neutral'}>
      {say(retiredAt === null ? 'inUse' : 'retired')}
    </StatusTag>
  )
}

function useColumns(): readonly Column<Line>[] {
  const say = useMessages(texts)
  const forWhom = useForWhom()
  return [
    { key: 'name', title: say('name'), card: 'lead', render: ({ title }) => title },
    { key: 'whom', title: say('whom'), width: '140px', render: forWhom },
    {
      key: 'state',
      title: say('state'),
      width: '100px',
      card: 'tag',
      render: ({ retiredAt }) => <TemplateState retiredAt={retiredAt} />,
    },
    {
      key: 'lasts',
      title: say('lasts'),
      width: '110px',
      align: 'end',
      render: ({ durationDays }) => say('days', { count: durationDays }),
    },
    { key: 'edition', title: say('edition'), width: '90px', align: 'end', render: ({ edition }) => edition },
    {
      key: 'revised',
      title: say('revised'),
      width: '230px',
      minor: true,
      render: ({ revisedAt, revisedBy }) => (
        <>
          <Instant at={revisedAt} /> {revisedBy?.name}
        </>
      ),
    },
  ]
}
