import {
  CLIENT_KIND_LABELS,
  CLIENT_RELATION_LABELS,
  type ClientKind,
  type ClientRelation,
} from '@steward/domain'
import { readFragment, type SimulationResultOfQuery } from '@steward/graphql-client'
import { Amount, messages, useMessages, useSay } from '@steward/portal'
import { ChangeTable, DataTable, EmptyState } from '@steward/ui'
import { DistributionParts } from '../standard/standard-documents.ts'

const texts = messages({
  side: { zh: '两个标准并排', en: 'Two standards side by side' },
  grade: { zh: '等级 {{grade}}', en: 'Grade {{grade}}' },
  ungraded: { zh: '不评级', en: 'Not graded' },
  hours: { zh: '每年工时', en: 'Hours a year' },
  cost: { zh: '每年费用', en: 'Cost a year' },
  compared: { zh: '对照', en: 'Compared with' },
  tried: { zh: '试的', en: 'Tried out' },
  groups: { zh: '按项目、客户类别和关系', en: 'By project, kind and relation' },
  group: { zh: '分组', en: 'Group' },
  PROJECT: { zh: '项目', en: 'Project' },
  KIND: { zh: '客户类别', en: 'Kind' },
  RELATION: { zh: '客户关系', en: 'Relation' },
  clients: { zh: '客户', en: 'Clients' },
  split: { zh: '各级客户', en: 'By grade' },
  up: { zh: '上升', en: 'Up' },
  down: { zh: '下降', en: 'Down' },
  nowhere: { zh: '不属于任何项目', en: 'Of no project' },
  none: { zh: '还没有结果', en: 'Nothing yet' },
})

type Result = NonNullable<SimulationResultOfQuery['simulationResult']>

/** Counts, hours and money of both standards. */
export function SideBySide({ result }: { readonly result: Result }) {
  const say = useMessages(texts)
  const tried = readFragment(DistributionParts, result.tried)
  const compared = readFragment(DistributionParts, result.compared)
  const grades = [...new Set([...tried.grades, ...(compared?.grades ?? [])].map(({ grade }) => grade))]
  const count = (of: typeof tried | null | undefined, grade: string) =>
    of?.grades.find((it) => it.grade === grade)?.clients ?? '—'
  return (
    <ChangeTable
      label={say('side')}
      heads={{
        what: say('side'),
        before: `${say('compared')} ${compared?.label ?? '—'}`,
        after: `${say('tried')} ${tried.label ?? ''}`,
      }}
      rows={[
        ...grades.map((grade) => ({
          key: grade,
          label: say('grade', { grade }),
          before: count(compared, grade),
          after: count(tried, grade),
        })),
        {
          key: 'none',
          label: say('ungraded'),
          before: compared ? compared.missing + compared.tooLittle : '—',
          after: tried.missing + tried.tooLittle,
        },
        { key: 'hours', label: say('hours'), before: compared?.hours ?? '—', after: tried.hours },
        {
          key: 'cost',
          label: say('cost'),
          before: <Amount minor={compared?.costMinor ?? null} />,
          after: <Amount minor={tried.costMinor} />,
        },
      ]}
    />
  )
}

/** What becomes of the clients of each project, kind and relation. */
export function GroupsTable({ groups }: { readonly groups: Result['groups'] }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const named = ({ by, key, name }: Result['groups'][number]): string => {
    if (by === 'KIND') return sayWord(CLIENT_KIND_LABELS[key as ClientKind])
    if (by === 'RELATION') return sayWord(CLIENT_RELATION_LABELS[key as ClientRelation])
    return name ?? say('nowhere')
  }
  return (
    <DataTable
      label={say('groups')}
      rows={groups}
      rowKey={({ by, key }) => `${by}.${key}`}
      empty={<EmptyState title={say('none')} />}
      columns={[
        {
          key: 'group',
          title: say('group'),
          card: 'lead',
          render: (group) => (
            <>
              <span className="st-quiet st-small">{say(group.by as 'PROJECT' | 'KIND' | 'RELATION')} </span>
              {named(group)}
            </>
          ),
        },
        {
          key: 'clients',
          title: say('clients'),
          width: '90px',
          align: 'end',
          render: ({ clients }) => clients,
        },
        {
          key: 'split',
          title: say('split'),
          render: ({ grades }) => grades.map(({ grade, clients }) => `${grade} ${clients}`).join(' · '),
        },
        { key: 'up', title: say('up'), width: '80px', align: 'end', render: ({ up }) => up },
        { key: 'down', title: say('down'), width: '80px', align: 'end', render: ({ down }) => down },
      ]}
    />
  )
}
