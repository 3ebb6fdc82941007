import {
  isForAll,
  isSingleStep,
  MEANING_LABELS,
  PROOF_LEVEL_LABELS,
  ROLE_LABELS,
  ruleTitle,
  SIGNING_KIND_LABELS,
  SIGNING_KINDS,
  SITE_TIER_LABELS,
  SITE_TIERS,
  STAFF_ROLES,
  STEP_LEVELS,
  type PolicyStep,
  type Role,
  type SignatureRule,
  type SigningKind,
  type SiteTier,
  type StepLevel,
} from '@steward/domain'
import { messages, useMessages, useSay, useViewer } from '@steward/portal'
import {
  AddIcon,
  Button,
  DeleteIcon,
  Disclosure,
  Inline,
  InputNumber,
  MoneyInput,
  Panel,
  Select,
  Stack,
} from '@steward/ui'

const GRADES = ['A', 'B', 'C', 'D']
const MINUTES_AN_HOUR = 60
const SIGNING_ROLES = STAFF_ROLES.filter((role) => role !== 'ADMIN')

const texts = messages({
  roles: { zh: '{{title}}，第 {{count}} 步的岗位', en: 'Roles of step {{count}}, {{title}}' },
  everyone: { zh: '有此权限的岗位都可以签', en: 'Every role that may' },
  hours: { zh: '{{title}}，第 {{count}} 步的时限', en: 'Time for step {{count}}, {{title}}' },
  within: { zh: '工作小时内；逾期', en: 'working hours; after' },
  higher: {
    zh: '{{title}}，第 {{count}} 步逾期几小时上报',
    en: 'Hours after which step {{count}} is told higher, {{title}}',
  },
  nobody: { zh: '不上报', en: 'nobody told' },
  told: { zh: '小时逐级上报', en: 'hours, told one level higher each' },
  proof: { zh: '{{title}}，第 {{count}} 步的验证方式', en: 'Proof of step {{count}}, {{title}}' },
  asElsewhere: { zh: '验证方式按“签署验证”的规定', en: 'Proven as “Proof of signatures” asks' },
  remove: { zh: '删除第 {{count}} 步', en: 'Remove step {{count}}' },
  addReview: { zh: '加一道审核', en: 'Add a review' },
  addTier: { zh: '加一档（按金额、等级或服务中心规模）', en: 'Add a tier (by amount, grade or site)' },
  removeTier: { zh: '删除这一档', en: 'Remove this tier' },
  from: { zh: '起点金额', en: 'From' },
  grades: { zh: '客户等级', en: 'Grades' },
  allGrades: { zh: '所有等级', en: 'All grades' },
  sites: { zh: '服务中心规模', en: 'Sites' },
  allSites: { zh: '所有服务中心', en: 'All sites' },
})

/** Hours as they were typed, in order; what is no number of them is left out. */
const minutesOf = (hours: readonly string[]): readonly number[] =>
  hours
    .map((it) => Math.round(Number(it) * MINUTES_AN_HOUR))
    .filter((it) => Number.isFinite(it) && it > 0)
    .toSorted((one, other) => one - other)

interface PolicyFieldProps {
  readonly value?: readonly SignatureRule[]
  readonly onChange?: (rules: readonly SignatureRule[]) => void
}

/** The signature policy as a control of a form: a fold for each kind, in it its tiers with their steps. */
export function PolicyField({ value = [], onChange }: PolicyFieldProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const replace = (rule: SignatureRule, ...by: readonly SignatureRule[]) =>
    onChange?.(value.flatMap((it) => (it === rule ? by : [it])))
  const addTier = (kind: SigningKind, like: SignatureRule) => {
    const highest = Math.max(...value.filter((it) => it.kind === kind).map(({ fromMinor }) => fromMinor))
    onChange?.([...value, { ...like, fromMinor: highest + 10_000_00 }])
  }
  return (
    <Stack gap={2}>
      {SIGNING_KINDS.map((kind) => {
        const tiers = value.filter((it) => it.kind === kind)
        const [base] = tiers
        return (
          <Panel key={kind}>
            <Disclosure
              summary={
                <>
                  <span className="st-strong">{sayWord(SIGNING_KIND_LABELS[kind])}</span>{' '}
                  <span className="st-quiet st-small">
                    {tiers
                      .map(({ steps }) =>
                        steps.map(({ meaning }) => sayWord(MEANING_LABELS[meaning])).join(' → '),
                      )
                      .join('；')}
                  </span>
                </>
              }
            >
              {() => (
                <Stack gap={3}>
                  {tiers.map((rule, at) => (
                    // A tier is told from the others by what is edited here.
                    // oxlint-disable-next-line react/no-array-index-key
                    <Tier key={at} rule={rule} onReplace={(...by) => replace(rule, ...by)} />
                  ))}
                  {base && !isSingleStep(kind) && (
                    <Button
                      type="dashed"
                      icon={<AddIcon aria-hidden />}
                      onClick={() => addTier(kind, tiers.at(-1)!)}
                    >
                      {say('addTier')}
                    </Button>
                  )}
                </Stack>
              )}
            </Disclosure>
          </Panel>
        )
      })}
    </Stack>
  )
}

type ChangedStep = { readonly [K in keyof PolicyStep]?: PolicyStep[K] | undefined }

/** A level that is taken away is not there: a step without one is written so. */
const changedStep = (before: PolicyStep, changed: ChangedStep): PolicyStep => {
  const { level, ...step } = { ...before, ...changed } as PolicyStep & {
    readonly level?: StepLevel | undefined
  }
  return level ? { ...step, level } : step
}

/** A rule that is for every site names none. */
const forSites = (before: SignatureRule, siteTiers: readonly SiteTier[]): SignatureRule => {
  const { siteTiers: _, ...rule } = before
  return siteTiers.length > 0 ? { ...rule, siteTiers } : rule
}

interface TierProps {
  readonly rule: SignatureRule
  readonly onReplace: (...by: readonly SignatureRule[]) => void
}

function Tier({ rule, onReplace }: TierProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { organization } = useViewer()
  const title = sayWord(ruleTitle(rule, organization.currency))
  const isBase = rule.fromMinor === 0 && isForAll(rule)
  const step = (at: number, changed: ChangedStep) =>
    onReplace({ ...rule, steps: rule.steps.map((it, nth) => (nth === at ? changedStep(it, changed) : it)) })
  const addReview = () => {
    const at = rule.steps.length - 1
    const review: PolicyStep = {
      meaning: 'REVIEWED',
      roles: ['QUALITY'],
      dueMinutes: 16 * MINUTES_AN_HOUR,
      escalateAfterMinutes: [8 * MINUTES_AN_HOUR, 16 * MINUTES_AN_HOUR],
    }
    onReplace({ ...rule, steps: [...rule.steps.slice(0, at), review, ...rule.steps.slice(at)] })
  }
  return (
    <div role="group" aria-label={title}>
      <Stack gap={2}>
        {!isBase && (
          <Inline gap={2}>
            <MoneyInput
              label={`${title}，${say('from')}`}
              currency={organization.currency}
              value={rule.fromMinor}
              onChange={(fromMinor) => onReplace({ ...rule, fromMinor: fromMinor ?? 0 })}
            />
            <Select
              mode="multiple"
              aria-label={`${title}，${say('grades')}`}
              placeholder={say('allGrades')}
              className="st-money-input"
              options={GRADES.map((value) => ({ value, label: value }))}
              value={[...rule.grades]}
              onChange={(grades: string[]) => onReplace({ ...rule, grades })}
            />
            <Select
              mode="multiple"
              aria-label={`${title}，${say('sites')}`}
              placeholder={say('allSites')}
              className="st-policy-proof"
              options={SITE_TIERS.map((value) => ({ value, label: sayWord(SITE_TIER_LABELS[value]) }))}
              value={[...(rule.siteTiers ?? [])]}
              onChange={(siteTiers: SiteTier[]) => onReplace(forSites(rule, siteTiers))}
            />
            <Button type="text" danger icon={<DeleteIcon aria-hidden />} onClick={() => onReplace()}>
              {say('removeTier')}
            </Button>
          </Inline>
        )}
        {rule.steps.map((it, at) => (
          // Steps may be alike; their place tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at} className="st-policy-step">
            <span className="st-strong">{sayWord(MEANING_LABELS[it.meaning])}</span>
            <Select
              mode="multiple"
              aria-label={say('roles', { title, count: at + 1 })}
              placeholder={say('everyone')}
              showSearch={{ optionFilterProp: 'label' }}
              options={SIGNING_ROLES.map((value) => ({ value, label: sayWord(ROLE_LABELS[value]) }))}
              value={[...it.roles]}
              onChange={(roles: Role[]) => step(at, { roles })}
            />
            <Inline gap={1}>
              <InputNumber
                aria-label={say('hours', { title, count: at + 1 })}
                min={0.25}
                max={480}
                step={1}
                className="st-policy-hours"
                value={it.dueMinutes === null ? null : it.dueMinutes / MINUTES_AN_HOUR}
                onChange={(hours) =>
                  step(at, {
                    dueMinutes: typeof hours === 'number' ? Math.round(hours * MINUTES_AN_HOUR) : null,
                  })
                }
              />
              <span className="st-quiet st-small">{say('within')}</span>
              <Select
                mode="tags"
                aria-label={say('higher', { title, count: at + 1 })}
                placeholder={say('nobody')}
                className="st-policy-levels"
                options={[4, 8, 16, 24, 40].map((hours) => ({ value: String(hours), label: String(hours) }))}
                value={it.escalateAfterMinutes.map((minutes) => String(minutes / MINUTES_AN_HOUR))}
                onChange={(hours: string[]) => step(at, { escalateAfterMinutes: minutesOf(hours) })}
              />
              <span className="st-quiet st-small">{say('told')}</span>
              <Select
                allowClear
                aria-label={say('proof', { title, count: at + 1 })}
                placeholder={say('asElsewhere')}
                className="st-policy-proof"
                options={STEP_LEVELS.map((value) => ({ value, label: sayWord(PROOF_LEVEL_LABELS[value]) }))}
                value={it.level}
                onChange={(level: StepLevel | undefined) => step(at, { level })}
              />
              {it.meaning === 'REVIEWED' && (
                <Button
                  type="text"
                  size="small"
                  danger
                  icon={<DeleteIcon aria-hidden />}
                  aria-label={`${title}，${say('remove', { count: at + 1 })}`}
                  onClick={() => onReplace({ ...rule, steps: rule.steps.filter((_, nth) => nth !== at) })}
                />
              )}
            </Inline>
          </div>
        ))}
        {!isSingleStep(rule.kind) && (
          <Inline>
            <Button size="small" icon={<AddIcon aria-hidden />} onClick={addReview}>
              {say('addReview')}
            </Button>
          </Inline>
        )}
      </Stack>
    </div>
  )
}
