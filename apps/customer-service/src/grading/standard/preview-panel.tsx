import { useQuery } from '@apollo/client/react'
import type { GradingStandard } from '@steward/domain'
import {
  readFragment,
  type DistributionPartsFragment,
  type GradingPreviewOfQuery,
} from '@steward/graphql-client'
import { Amount, FailureState, gradeTone, messages, useList, useMessages } from '@steward/portal'
import { BarList, ChangeTable, Day, Loading, Panel, Stack } from '@steward/ui'
import { DistributionParts, GradingPreviewOf } from './standard-documents.ts'
import { inputOfStandard } from './standard-draft.ts'

const texts = messages({
  title: { zh: '按它给今天的客户分级', en: 'How it grades today’s clients' },
  notWhole: {
    zh: '内容完整后立即显示分级结果：{{why}}',
    en: 'Shown as soon as the standard is whole: {{why}}',
  },
  all: { zh: '全部 {{clients}} 位客户', en: 'All {{clients}} clients' },
  sample: {
    zh: '从 {{clients}} 位客户中抽取 {{sampled}} 位试算（种子 {{seed}}，同一种子抽到同一批客户）',
    en: 'A sample of {{sampled}} of {{clients}} clients (seed {{seed}}: the same seed draws the same clients)',
  },
  distribution: { zh: '各级客户数', en: 'Clients by grade' },
  ungraded: { zh: '不评级', en: 'Not graded' },
  missing: { zh: '缺少必需的指标：{{clients}}', en: 'Something needed is missing: {{clients}}' },
  tooLittle: { zh: '已知指标太少：{{clients}}', en: 'Too little is known: {{clients}}' },
  wanting: { zh: '缺的是：{{what}}', en: 'Wanting: {{what}}' },
  beside: { zh: '与现行标准 {{label}} 对照', en: 'Beside {{label}}, in force' },
  none: { zh: '还没有现行标准可以对照', en: 'None is in force to compare with' },
  grade: { zh: '等级', en: 'Grade' },
  now: { zh: '现行', en: 'In force' },
  typed: { zh: '正在编辑', en: 'Typed' },
  hours: { zh: '每年工时', en: 'Hours a year' },
  cost: { zh: '每年费用', en: 'Cost a year' },
  moved: { zh: '{{clients}} 位客户等级会变', en: '{{clients}} clients would change their grade' },
})

const NOTHING: GradingStandard = { criteria: [], grades: [], earns: [], leastWeight: 0 }

/** What the standard that is being typed would do, beside the one in force; asked anew once the person rests. */
export function PreviewPanel({
  standard,
  why,
}: {
  /** Null: not whole now; what was answered last stays. */
  readonly standard: GradingStandard | null
  /** What keeps it from being whole now. */
  readonly why: string | undefined
}) {
  const say = useMessages(texts)
  const { data, previousData, error, loading, refetch } = useQuery(GradingPreviewOf, {
    variables: { standard: inputOfStandard(standard ?? NOTHING) },
    skip: standard === null,
  })
  const preview = (data ?? previousData)?.gradingPreview
  return (
    <Panel title={say('title')}>
      <Stack gap={3}>
        {why && (
          <p className="st-quiet" role="status">
            {say('notWhole', { why })}
          </p>
        )}
        {error && !preview && <FailureState error={error} onRetry={() => void refetch()} />}
        {!preview && loading && <Loading />}
        {preview && (
          <div aria-busy={loading}>
            <Shown preview={preview} />
          </div>
        )}
      </Stack>
    </Panel>
  )
}

type Preview = GradingPreviewOfQuery['gradingPreview']

function Shown({ preview }: { readonly preview: Preview }) {
  const say = useMessages(texts)
  const list = useList()
  const { clients, sampled, seed, moves, asOf } = preview
  const typed = readFragment(DistributionParts, preview.typed)
  const inForce = readFragment(DistributionParts, preview.inForce)
  const ungraded = typed.missing + typed.tooLittle
  const wanting = list(typed.wanting.map(({ name, clients: many }) => `${name} ${many}`))
  const moved = moves.filter(({ from, to }) => from !== to).reduce((sum, it) => sum + it.clients, 0)
  const grades = [...new Set([...typed.grades, ...(inForce?.grades ?? [])].map(({ grade }) => grade))]
  const countIn = (of: DistributionPartsFragment, grade: string) =>
    of.grades.find((it) => it.grade === grade)?.clients ?? 0
  return (
    <Stack gap={3}>
      <span className="st-quiet st-small">
        {seed === null ? say('all', { clients }) : say('sample', { clients, sampled, seed: seed.slice(-12) })}{' '}
        · <Day on={asOf} />
      </span>
      <BarList
        label={say('distribution')}
        whole={Math.max(1, sampled)}
        items={[
          ...typed.grades.map(({ grade, clients: value }, rank) => ({
            key: grade,
            label: grade,
            value,
            tone: gradeTone(rank),
          })),
          { key: 'ungraded', label: say('ungraded'), value: ungraded, tone: gradeTone(-1) },
        ]}
      />
      {ungraded > 0 && (
        <span className="st-quiet st-small">
          {[
            typed.missing > 0 && say('missing', { clients: typed.missing }),
            typed.tooLittle > 0 && say('tooLittle', { clients: typed.tooLittle }),
            wanting && say('wanting', { what: wanting }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      )}
      {inForce ? (
        <>
          <ChangeTable
            label={say('beside', { label: inForce.label ?? '' })}
            heads={{
              what: say('beside', { label: inForce.label ?? '' }),
              before: say('now'),
              after: say('typed'),
            }}
            rows={[
              ...grades.map((grade) => ({
                key: grade,
                label: `${say('grade')} ${grade}`,
                before: countIn(inForce, grade),
                after: countIn(typed, grade),
              })),
              {
                key: 'none',
                label: say('ungraded'),
                before: inForce.missing + inForce.tooLittle,
                after: ungraded,
              },
              { key: 'hours', label: say('hours'), before: inForce.hours, after: typed.hours },
              {
                key: 'cost',
                label: say('cost'),
                before: <Amount minor={inForce.costMinor} />,
                after: <Amount minor={typed.costMinor} />,
              },
            ]}
          />
          <span role="status">{say('moved', { clients: moved })}</span>
        </>
      ) : (
        <span className="st-quiet">{say('none')}</span>
      )}
    </Stack>
  )
}
