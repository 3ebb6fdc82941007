import {
  DUE_STEP_LABELS,
  MOST_ESCALATIONS,
  PROMISE_POLICY_INPUTS,
  PURPOSE_LABELS,
  PURPOSES,
  SEVERITIES,
  SEVERITY_LABELS,
  type DueStep,
  type PromiseRule,
} from '@steward/domain'
import { messages, useCheckInput, useDraft, useMessages, useSay } from '@steward/portal'
import { Field, Fields, Form, InputNumber, Panel, Radio, Select, Stack, useFieldValue } from '@steward/ui'
import type { Category } from './policy-documents.ts'
import { useRuleWords } from './rule-words.ts'

const texts = messages({
  form: { zh: '规则', en: 'Rule' },
  take: { zh: '采用', en: 'Take it over' },
  when: { zh: '什么样的案件', en: 'Which cases' },
  whenHint: { zh: '不填的条件不作要求', en: 'What is left empty is not asked for' },
  severity: { zh: '严重级别', en: 'Severity' },
  purpose: { zh: '诉求性质', en: 'Purpose' },
  category: { zh: '分类（含下级）', en: 'Category, with those below it' },
  grade: { zh: '客户等级', en: 'Grade of the client' },
  gradeHint: { zh: '尚无客户评级，暂不会匹配', en: 'No client is graded yet: it matches nobody for now' },
  promised: { zh: '承诺', en: 'What is promised' },
  basis: { zh: '期限', en: 'By when' },
  sameDay: { zh: '当个工作日内', en: 'By the end of the same working day' },
  budget: { zh: '若干工作分钟内', en: 'Within working minutes' },
  minutes: { zh: '工作分钟', en: 'Working minutes' },
  warn: { zh: '到期前多少工作分钟提醒（0 = 不提醒）', en: 'Warn so many working minutes before (0 = not)' },
  pause: { zh: '最多暂停多少工作分钟（0 = 不可暂停）', en: 'The clock may rest for (0 = never)' },
  escalation: { zh: '逾期督办', en: 'Escalation' },
  escalationHint: {
    zh: '逾期多少工作分钟后上报；留空则到此为止',
    en: 'So many working minutes after the due time; leave empty to end there',
  },
  gap: { zh: '前一级还没有填。', en: 'The level before is empty.' },
})

interface Values extends Omit<PromiseRule, 'budgetMinutes' | 'escalateAfterMinutes'> {
  readonly basis: 'SAME_DAY' | 'BUDGET'
  readonly budgetMinutes?: number | null
  readonly escalateAfterMinutes: readonly (number | null | undefined)[]
}

const LEVELS = Array.from({ length: MOST_ESCALATIONS }, (_, at) => at)
const GRADES = ['A', 'B', 'C', 'D']

const valuesOf = (rule: PromiseRule): Values => ({
  ...rule,
  basis: rule.budgetMinutes === null ? 'SAME_DAY' : 'BUDGET',
})

/** Levels up to the first that is empty. */
const ruleOf = (
  { basis, budgetMinutes, escalateAfterMinutes, ...rest }: Values,
  { kind }: PromiseRule,
): PromiseRule => ({
  kind,
  severity: rest.severity ?? null,
  purpose: rest.purpose ?? null,
  grade: rest.grade ?? null,
  categoryId: rest.categoryId ?? null,
  budgetMinutes: basis === 'SAME_DAY' ? null : (budgetMinutes ?? 0),
  warnBeforeMinutes: rest.warnBeforeMinutes ?? 0,
  escalateAfterMinutes: escalateAfterMinutes.filter((it): it is number => typeof it === 'number'),
  pauseCapMinutes: rest.pauseCapMinutes ?? 0,
})

interface RuleFormProps {
  readonly rule: PromiseRule
  /** Its place among the rules: refusals name it. */
  readonly at: number
  readonly rules: readonly PromiseRule[]
  readonly categories: readonly Category[]
  readonly onDone: (rules: readonly PromiseRule[]) => void
  readonly onCancel: () => void
}

/** One rule, checked together with all the others before it is taken over. */
export function RuleForm({ rule, at, rules, categories, onDone, onCancel }: RuleFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const { kind, severity, purpose, grade, categoryId } = rule
  // Rules have no ids: one of a kind is told from the others by its conditions.
  const which = at < rules.length ? [severity, purpose, grade, categoryId].join('.') : 'new'
  const draft = useDraft<Values>(`promise-rule.${kind}.${which}`)
  const withIt = (values: Values) =>
    at < rules.length ? rules.with(at, ruleOf(values, rule)) : [...rules, ruleOf(values, rule)]
  return (
    <Form<Values>
      label={say('form')}
      verb={say('take')}
      initial={{ ...valuesOf(rule), ...draft.found }}
      onChange={draft.keep}
      onCancel={() => {
        draft.drop()
        onCancel()
      }}
      check={(values) => {
        const all = check(PROMISE_POLICY_INPUTS.set, { expectedRevision: 0, rules: withIt(values) })
        const mine = `rules.${at}.`
        const errors = Object.fromEntries(
          Object.entries(all).flatMap(([path, sentence]) =>
            path.startsWith(mine) || path === 'rules'
              ? [[fieldOf(path.replace(mine, '')), sentence] as const]
              : [],
          ),
        )
        const gap = values.escalateAfterMinutes.findIndex(
          (it, level, list) => level > 0 && typeof it === 'number' && typeof list[level - 1] !== 'number',
        )
        return gap < 0 ? errors : { ...errors, [`escalateAfterMinutes.${gap}`]: say('gap') }
      }}
      onSubmit={(values) => {
        draft.drop()
        onDone(withIt(values))
        return Promise.resolve(undefined)
      }}
    >
      <Stack gap={4}>
        <Panel title={say('when')} actions={<span className="st-quiet st-small">{say('whenHint')}</span>}>
          <Fields>
            <Field name="severity" label={say('severity')}>
              <Select
                allowClear
                options={SEVERITIES.map((value) => ({ value, label: sayWord(SEVERITY_LABELS[value]) }))}
              />
            </Field>
            <Field name="purpose" label={say('purpose')}>
              <Select
                allowClear
                options={PURPOSES.map((value) => ({ value, label: sayWord(PURPOSE_LABELS[value]) }))}
              />
            </Field>
            <Field name="categoryId" label={say('category')}>
              <Select
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                options={categories.map(({ id, nameZh, nameEn }) => ({
                  value: id,
                  label: sayWord({ zh: nameZh, en: nameEn }),
                }))}
              />
            </Field>
            <Field name="grade" label={say('grade')} hint={say('gradeHint')}>
              <Select allowClear options={GRADES.map((value) => ({ value, label: value }))} />
            </Field>
          </Fields>
        </Panel>
        <Panel title={say('promised')}>
          <Field name="basis" label={say('basis')} required>
            <Radio.Group
              options={[
                { value: 'SAME_DAY', label: say('sameDay') },
                { value: 'BUDGET', label: say('budget') },
              ]}
            />
          </Field>
          <Budget categories={categories} />
          <Minutes name="warnBeforeMinutes" label={say('warn')} categories={categories} />
          <Minutes name="pauseCapMinutes" label={say('pause')} categories={categories} />
        </Panel>
        <Panel
          title={say('escalation')}
          actions={<span className="st-quiet st-small">{say('escalationHint')}</span>}
        >
          {LEVELS.map((level) => (
            <Minutes
              key={level}
              name={`escalateAfterMinutes.${level}`}
              label={sayWord(DUE_STEP_LABELS[`ESCALATE_${level + 1}` as DueStep])}
              categories={categories}
              optional
            />
          ))}
        </Panel>
      </Stack>
    </Form>
  )
}

/** What the rule as a whole says of the escalation stands at its first level; a twin at the first condition. */
const fieldOf = (path: string): string =>
  ({ escalateAfterMinutes: 'escalateAfterMinutes.0', kind: 'severity' })[path] ?? path

function Budget({ categories }: { readonly categories: readonly Category[] }) {
  const say = useMessages(texts)
  const basis = useFieldValue<Values['basis']>('basis')
  return basis === 'BUDGET' ? (
    <Minutes name="budgetMinutes" label={say('minutes')} categories={categories} />
  ) : null
}

interface MinutesProps {
  readonly name: string
  readonly label: string
  readonly categories: readonly Category[]
  readonly optional?: boolean
}

/** Minutes, with what they are in hours. */
function Minutes({ name, label, categories, optional = false }: MinutesProps) {
  const { time } = useRuleWords(categories)
  const minutes = useFieldValue<number | null>(name)
  return (
    <Field
      name={name}
      label={label}
      required={!optional}
      {...(typeof minutes === 'number' && minutes >= 60 ? { hint: `= ${time(minutes)}` } : {})}
    >
      <InputNumber min={0} precision={0} className="st-money-input" />
    </Field>
  )
}
