import {
  CARE_KIND_LABELS,
  CARE_KINDS,
  CARE_MEANS,
  CARE_MEANS_LABELS,
  CARE_OWNER_LABELS,
  CARE_OWNERS,
  CARE_POLICY_INPUT,
  FESTIVAL_LABELS,
  FESTIVALS,
  type CareKind,
  type CarePolicy,
  type CareRule,
} from '@steward/domain'
import { messages, PolicyPanel, useFreshAct, useMessages, useSay } from '@steward/portal'
import { Button, Field, FieldList, InputNumber, Select, useFieldValue } from '@steward/ui'
import { SetCarePolicy } from './care-documents.ts'
import { useCareRules } from './use-care-rules.ts'

const texts = messages({
  title: { zh: '关怀与联系规则', en: 'Rules of care and contact' },
  hint: {
    zh: '每晚按规则推算今后的关怀；客户自己提出的事和投诉中的答复不受联系规则限制。',
    en: 'Occasions to come are reckoned each night; what a client asked for, and what a case owes, is not bound by the rules of contact.',
  },
  saved: { zh: '已保存，几分钟内按新规则重新推算', en: 'Saved; occasions are reckoned anew within minutes' },
  rules: { zh: '关怀规则（先合先用）', en: 'Rules of care (the first that fits holds)' },
  kind: { zh: '事由', en: 'Occasion' },
  festival: { zh: '哪个节日', en: 'Which festival' },
  grades: { zh: '客户分级（留空为全部）', en: 'Grades (blank: all)' },
  means: { zh: '方式', en: 'By' },
  daysBefore: { zh: '提前几天', en: 'Days before' },
  everyDays: { zh: '多少天未联系', en: 'Days without contact' },
  owner: { zh: '谁负责', en: 'Who sees to it' },
  add: { zh: '添加规则', en: 'Add a rule' },
  remove: { zh: '移除规则', en: 'Remove the rule' },
  horizon: { zh: '提前排出几天内的关怀', en: 'Days to come that are reckoned' },
  quietFrom: { zh: '免打扰从', en: 'Quiet from' },
  quietTo: { zh: '免打扰到', en: 'Quiet until' },
  quiet: { zh: '免打扰时段', en: 'Quiet hours' },
  noQuiet: { zh: '没有', en: 'None' },
  cap: { zh: '主动联系上限', en: 'Limit of approaches' },
  capLine: { zh: '每位客户 {{days}} 天内 {{count}} 次', en: '{{count}} to a client within {{days}} days' },
  capContacts: { zh: '最多主动联系几次', en: 'At most so many approaches' },
  capDays: { zh: '在几天之内', en: 'Within so many days' },
  days: { zh: '{{count}} 天', en: { one: '{{count}} day', other: '{{count}} days' } },
  all: { zh: '所有客户', en: 'all clients' },
  beforeDays: { zh: '提前 {{count}} 天', en: '{{count}} days before' },
  after: { zh: '{{count}} 天未联系', en: 'after {{count}} days' },
})

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
/** Half an hour apart: nobody needs it finer. */
const HALF_HOURS = Array.from({ length: 48 }, (_, at) => ({ value: at * 30, label: clock(at * 30) }))

/** What makes occasions, and what keeps us from disturbing people. */
export function CarePolicyPanel() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { rules: policy, refetch } = useCareRules()
  const set = useFreshAct(SetCarePolicy, refetch)
  const line = (rule: CareRule): string =>
    [
      sayWord(rule.festival ? FESTIVAL_LABELS[rule.festival] : CARE_KIND_LABELS[rule.kind]),
      rule.grades.length > 0 ? rule.grades.join('、') : say('all'),
      rule.everyDays && say('after', { count: rule.everyDays }),
      rule.daysBefore > 0 && say('beforeDays', { count: rule.daysBefore }),
      sayWord(CARE_MEANS_LABELS[rule.means]),
      sayWord(CARE_OWNER_LABELS[rule.owner]),
    ]
      .filter(Boolean)
      .join(' · ')
  const values: CarePolicy = {
    horizonDays: policy.horizonDays,
    quietFrom: policy.quietFrom,
    quietTo: policy.quietTo,
    capContacts: policy.capContacts,
    capDays: policy.capDays,
    rules: policy.rules.map(({ kind, festival, grades, means, daysBefore, everyDays, owner }) => ({
      kind,
      festival,
      grades,
      means,
      daysBefore,
      everyDays,
      owner,
    })),
  }
  return (
    <PolicyPanel<CarePolicy>
      title={say('title')}
      hint={say('hint')}
      permission="carePolicy:set"
      lines={[
        {
          label: say('quiet'),
          value:
            policy.quietFrom === policy.quietTo
              ? say('noQuiet')
              : `${clock(policy.quietFrom)} – ${clock(policy.quietTo)}`,
        },
        { label: say('cap'), value: say('capLine', { count: policy.capContacts, days: policy.capDays }) },
        { label: say('horizon'), value: say('days', { count: policy.horizonDays }) },
        {
          label: say('rules'),
          // oxlint-disable-next-line react/no-array-index-key
          value: policy.rules.map((rule, at) => <div key={at}>{line(rule)}</div>),
          wide: true,
        },
      ]}
      values={values}
      version={policy.version}
      schema={CARE_POLICY_INPUT}
      set={({ rules, ...more }) =>
        set({
          ...more,
          rules: rules.map(({ festival = null, everyDays = null, grades, ...rule }) => ({
            ...rule,
            festival: rule.kind === 'FESTIVAL' ? festival : null,
            everyDays: rule.kind === 'FREQUENCY' ? everyDays : null,
            grades: [...grades],
          })),
        })
      }
      saved={say('saved')}
      onReload={refetch}
    >
      <Field name="quietFrom" label={say('quietFrom')} required>
        <Select options={HALF_HOURS} />
      </Field>
      <Field name="quietTo" label={say('quietTo')} required>
        <Select options={HALF_HOURS} />
      </Field>
      <Field name="capContacts" label={say('capContacts')} required>
        <InputNumber<number> min={1} max={20} precision={0} />
      </Field>
      <Field name="capDays" label={say('capDays')} required>
        <InputNumber<number> min={1} max={90} precision={0} />
      </Field>
      <Field name="horizonDays" label={say('horizon')} required>
        <InputNumber<number> min={1} max={60} precision={0} />
      </Field>
      <FieldList
        name="rules"
        most={60}
        addLabel={say('add')}
        fresh={{ kind: 'BIRTHDAY', grades: [], means: 'CALL', daysBefore: 0, owner: 'MANAGER' }}
        column
      >
        {({ at, remove }) => <RuleFields at={at} onRemove={remove} />}
      </FieldList>
    </PolicyPanel>
  )
}

function RuleFields({ at, onRemove }: { readonly at: number; readonly onRemove: () => void }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const kind = useFieldValue<CareKind>(`rules.${at}.kind`)
  const options = <K extends string>(
    keys: readonly K[],
    labels: Readonly<Record<K, Parameters<typeof sayWord>[0]>>,
  ) => keys.map((value) => ({ value, label: sayWord(labels[value]) }))
  return (
    <>
      <Field name={`${at}.kind`} label={say('kind')} required>
        <Select options={options(CARE_KINDS, CARE_KIND_LABELS)} />
      </Field>
      {kind === 'FESTIVAL' && (
        <Field name={`${at}.festival`} label={say('festival')} required>
          <Select options={options(FESTIVALS, FESTIVAL_LABELS)} />
        </Field>
      )}
      {kind === 'FREQUENCY' && (
        <Field name={`${at}.everyDays`} label={say('everyDays')} required>
          <InputNumber<number> min={7} max={366} precision={0} />
        </Field>
      )}
      <Field name={`${at}.grades`} label={say('grades')}>
        <Select mode="tags" tokenSeparators={[',', '，', '、', ' ']} />
      </Field>
      <Field name={`${at}.means`} label={say('means')} required>
        <Select options={options(CARE_MEANS, CARE_MEANS_LABELS)} />
      </Field>
      <Field name={`${at}.daysBefore`} label={say('daysBefore')} required>
        <InputNumber<number> min={0} max={30} precision={0} />
      </Field>
      <Field name={`${at}.owner`} label={say('owner')} required>
        <Select options={options(CARE_OWNERS, CARE_OWNER_LABELS)} />
      </Field>
      <Button size="small" onClick={onRemove}>
        {say('remove')}
      </Button>
    </>
  )
}
