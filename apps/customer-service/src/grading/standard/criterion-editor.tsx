import {
  METRIC_PERIOD_LABELS,
  METRIC_RULES,
  METRIC_UNIT_LABELS,
  METRICS,
  MISSING_RULE_LABELS,
  MISSING_RULES,
  SCALE_WAY_LABELS,
  SCALE_WAYS,
  type Metric,
} from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import {
  Button,
  Columns,
  DeleteIcon,
  DownIcon,
  FilterField,
  Inline,
  Input,
  Panel,
  Segmented,
  Select,
  Stack,
  UpIcon,
} from '@steward/ui'
import { PointsEditor } from './points-editor.tsx'
import { HundredthsInput, RawInput } from './raw-input.tsx'
import { turned, type DraftCriterion } from './standard-draft.ts'

const texts = messages({
  unnamed: { zh: '未命名的指标', en: 'A criterion without a name' },
  name: { zh: '名称', en: 'Name' },
  metric: { zh: '用什么衡量', en: 'Measured by' },
  weight: { zh: '权重（%）', en: 'Weight (%)' },
  definition: {
    zh: '{{definition}} 期间：{{period}}。单位：{{unit}}。',
    en: '{{definition}} Period: {{period}}. Unit: {{unit}}.',
  },
  scale: { zh: '计分方式', en: 'How it scores' },
  missing: { zh: '缺数据时', en: 'Where it is missing' },
  missingWhen: { zh: '何时算缺：{{when}}', en: 'It is missing: {{when}}' },
  missingScore: { zh: '按多少分计', en: 'Counts points' },
  target: { zh: '目标（可不填）', en: 'Target (if any)' },
  up: { zh: '上移：{{name}}', en: 'Move up: {{name}}' },
  down: { zh: '下移：{{name}}', en: 'Move down: {{name}}' },
  remove: { zh: '删除：{{name}}', en: 'Remove: {{name}}' },
})

interface CriterionEditorProps {
  readonly criterion: DraftCriterion
  readonly problems: readonly string[]
  readonly onChange: (criterion: DraftCriterion) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
  readonly isFirst: boolean
  readonly isLast: boolean
}

/** One criterion: what it measures with its definition beside, what it weighs, how it scores, what holds where it is missing. */
export function CriterionEditor(props: CriterionEditorProps) {
  const { criterion, problems, onChange, onMove, onRemove, isFirst, isLast } = props
  const say = useMessages(texts)
  const sayWord = useSay()
  const { label, definition, period, unit, missing } = METRIC_RULES[criterion.metric]
  const put = (change: Partial<DraftCriterion>) => onChange({ ...criterion, ...change })
  const name = criterion.name || say('unnamed')
  return (
    <Panel
      title={name}
      actions={
        <Inline gap={1}>
          <Button
            type="text"
            disabled={isFirst}
            icon={<UpIcon aria-hidden />}
            aria-label={say('up', { name })}
            onClick={() => onMove(-1)}
          />
          <Button
            type="text"
            disabled={isLast}
            icon={<DownIcon aria-hidden />}
            aria-label={say('down', { name })}
            onClick={() => onMove(1)}
          />
          <Button
            type="text"
            danger
            icon={<DeleteIcon aria-hidden />}
            aria-label={say('remove', { name })}
            onClick={onRemove}
          />
        </Inline>
      }
    >
      <Stack gap={3}>
        <Columns min={170} gap={3}>
          <FilterField label={say('name')}>
            <Input
              aria-label={say('name')}
              maxLength={60}
              value={criterion.name}
              onChange={({ target }) => put({ name: target.value })}
            />
          </FilterField>
          <FilterField label={say('metric')}>
            <Select<Metric>
              aria-label={say('metric')}
              popupMatchSelectWidth={false}
              showSearch={{ optionFilterProp: 'label' }}
              options={METRICS.map((value) => ({ value, label: sayWord(METRIC_RULES[value].label) }))}
              value={criterion.metric}
              onChange={(metric) =>
                put({
                  metric,
                  ...(criterion.name === sayWord(label) ? { name: sayWord(METRIC_RULES[metric].label) } : {}),
                })
              }
            />
          </FilterField>
          <FilterField label={say('weight')}>
            <HundredthsInput
              label={say('weight')}
              value={criterion.weight}
              onChange={(weight) => put({ weight })}
              suffix="%"
            />
          </FilterField>
        </Columns>
        <p className="st-quiet st-small">
          {say('definition', {
            definition: sayWord(definition),
            period: sayWord(METRIC_PERIOD_LABELS[period]),
            unit: sayWord(METRIC_UNIT_LABELS[unit]),
          })}
        </p>
        <FilterField label={say('scale')}>
          <Segmented
            aria-label={say('scale')}
            value={criterion.way}
            options={SCALE_WAYS.map((value) => ({ value, label: sayWord(SCALE_WAY_LABELS[value]) }))}
            onChange={(way) => put({ way, points: turned(criterion.points, way) })}
          />
        </FilterField>
        <PointsEditor criterion={criterion} onChange={(points) => put({ points })} />
        <Columns min={170} gap={3}>
          <FilterField label={say('missing')}>
            <Select
              aria-label={say('missing')}
              popupMatchSelectWidth={false}
              options={MISSING_RULES.map((value) => ({ value, label: sayWord(MISSING_RULE_LABELS[value]) }))}
              value={criterion.missingRule}
              onChange={(missingRule) => put({ missingRule })}
            />
          </FilterField>
          {criterion.missingRule === 'DEFAULT' && (
            <FilterField label={say('missingScore')}>
              <HundredthsInput
                label={say('missingScore')}
                value={criterion.missingScore}
                onChange={(missingScore) => put({ missingScore })}
              />
            </FilterField>
          )}
          <FilterField label={say('target')}>
            <RawInput
              metric={criterion.metric}
              label={say('target')}
              value={criterion.target}
              onChange={(target) => put({ target })}
            />
          </FilterField>
        </Columns>
        <p className="st-quiet st-small">{say('missingWhen', { when: sayWord(missing) })}</p>
        {problems.length > 0 && (
          <p className="st-problem" role="status">
            {problems.join(' ')}
          </p>
        )}
      </Stack>
    </Panel>
  )
}
