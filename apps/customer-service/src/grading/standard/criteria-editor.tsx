import { FULL_SCORE, hundredths, METRIC_RULES, METRICS, type FieldError, type Metric } from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import { AddIcon, EmptyState, MenuButton, Progress, Stack } from '@steward/ui'
import { CriterionEditor } from './criterion-editor.tsx'
import { newCriterion, weightOf, type DraftCriterion } from './standard-draft.ts'

const texts = messages({
  add: { zh: '加一项指标', en: 'Add a criterion' },
  none: { zh: '还没有指标', en: 'No criteria yet' },
  noneHint: {
    zh: '先想好凭什么给客户更多，再把它写成指标。',
    en: 'What earns a client more? Put that into criteria.',
  },
  sum: { zh: '权重合计', en: 'Weights together' },
  whole: { zh: '合计正好 100%', en: 'Exactly 100 %' },
  lacks: { zh: '合计 {{sum}}%，还差 {{rest}}%', en: '{{sum}} %: {{rest}} % are missing' },
  over: { zh: '合计 {{sum}}%，多了 {{rest}}%', en: '{{sum}} %: {{rest}} % too much' },
})

interface CriteriaEditorProps {
  readonly criteria: readonly DraftCriterion[]
  readonly problems: readonly FieldError[]
  readonly onChange: (criteria: readonly DraftCriterion[]) => void
}

/** All criteria in their order, and how much of the whole they weigh together. */
export function CriteriaEditor({ criteria, problems, onChange }: CriteriaEditorProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const add = (metric: Metric) =>
    onChange([
      ...criteria,
      newCriterion(
        metric,
        sayWord(METRIC_RULES[metric].label),
        criteria.map(({ key }) => key),
      ),
    ])
  const move = (at: number, by: -1 | 1) => {
    const moved = [...criteria]
    const [one] = moved.splice(at, 1)
    moved.splice(at + by, 0, one!)
    onChange(moved)
  }
  return (
    <Stack gap={3}>
      <WeightSum criteria={criteria} />
      {criteria.length === 0 && <EmptyState title={say('none')} hint={say('noneHint')} />}
      {criteria.map((criterion, at) => (
        <CriterionEditor
          key={criterion.key}
          criterion={criterion}
          problems={problems
            .filter(({ path }) => path.startsWith(`criteria.${at}.`))
            .map(({ message }) => sayWord(message))
            .filter((sentence, nth, all) => all.indexOf(sentence) === nth)}
          isFirst={at === 0}
          isLast={at === criteria.length - 1}
          onChange={(changed) => onChange(criteria.with(at, changed))}
          onMove={(by) => move(at, by)}
          onRemove={() => onChange(criteria.filter((_, nth) => nth !== at))}
        />
      ))}
      <MenuButton
        label={say('add')}
        text={say('add')}
        icon={<AddIcon aria-hidden />}
        outlined
        groups={[
          {
            choices: METRICS.map((metric) => ({
              key: metric,
              label: sayWord(METRIC_RULES[metric].label),
              onChoose: () => add(metric),
            })),
          },
        ]}
      />
    </Stack>
  )
}

/** Always in sight: the sum, and what is missing to the whole. */
export function WeightSum({ criteria }: Pick<CriteriaEditorProps, 'criteria'>) {
  const say = useMessages(texts)
  const sum = weightOf({ criteria })
  const rest = Math.abs(FULL_SCORE - sum)
  const words = { sum: hundredths(sum), rest: hundredths(rest) }
  const told = sum === FULL_SCORE ? say('whole') : say(sum < FULL_SCORE ? 'lacks' : 'over', words)
  return (
    <div className="st-weights">
      <Progress
        aria-label={say('sum')}
        percent={Math.min(100, sum / 100)}
        showInfo={false}
        status={sum === FULL_SCORE ? 'success' : sum > FULL_SCORE ? 'exception' : 'normal'}
      />
      <span role="status" className="st-strong">
        {told}
      </span>
    </div>
  )
}
