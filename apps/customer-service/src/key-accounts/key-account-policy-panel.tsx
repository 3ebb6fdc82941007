import { useQuery } from '@apollo/client/react'
import {
  DEFAULT_KEY_ACCOUNT_POLICY,
  KEY_ACCOUNT_LIMITS,
  KEY_ACCOUNT_PRIVILEGE_LABELS,
  KEY_ACCOUNT_TIER_LABELS,
  KEY_ACCOUNT_TIERS,
  type KeyAccountTier,
} from '@steward/domain'
import { messages, PolicyPanel, useFreshAct, useMessages, useSay } from '@steward/portal'
import { Field, Input, InputNumber, Stack } from '@steward/ui'
import { KeyAccountRules } from './key-account-documents.ts'
import { SetKeyAccountPolicy } from './key-account-mutations.ts'
import { EARNED } from './tier-earnings.tsx'

const texts = messages({
  title: { zh: '大客户管理规定', en: 'Rules of key accounts' },
  hint: { zh: '由客户总监或总经理设定', en: 'Set by the client director or the general manager' },
  saved: {
    zh: '已保存；已经起算的期限不变，下一次上报或复评起按此计算',
    en: 'Saved; what is due already stays so, it holds from the next dossier or test on',
  },
  dossier: { zh: '档案每几个月上报一次', en: 'A dossier comes back every so many months' },
  test: { zh: '每几个月复评一次', en: 'The test is repeated every so many months' },
  escalate: { zh: '档案逾期几天后告知上级', en: 'Told above so many days after a dossier was due' },
  months: { zh: '{{count}} 个月', en: { one: '{{count}} month', other: '{{count}} months' } },
  days: { zh: '{{count}} 天', en: { one: '{{count}} day', other: '{{count}} days' } },
  earned: { zh: '{{what}}：{{words}}', en: '{{what}}: {{words}}' },
  earns: { zh: '{{tier}}层级享有', en: 'What the {{tier}} tier earns' },
})

type Words = Partial<Record<(typeof EARNED)[number][1], string | null>>
interface Values {
  readonly dossierMonths: number
  readonly testMonths: number
  readonly escalateAfterDays: number
  readonly earned: Readonly<Record<KeyAccountTier, Words>>
}

/** How often dossiers and tests come back, and what each tier earns. */
export function KeyAccountPolicyPanel() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { data, refetch } = useQuery(KeyAccountRules, { fetchPolicy: 'cache-and-network' })
  const set = useFreshAct(SetKeyAccountPolicy, refetch)
  if (!data) return null
  const policy = data.keyAccountPolicy ?? { ...DEFAULT_KEY_ACCOUNT_POLICY, version: 0 }
  const of = (tier: KeyAccountTier): Words => {
    const earning = policy.earnings.find((it) => it.tier === tier)
    return Object.fromEntries(EARNED.map(([, field]) => [field, earning?.[field] ?? null]))
  }
  return (
    <PolicyPanel<Values>
      title={say('title')}
      hint={say('hint')}
      permission="keyAccountPolicy:set"
      lines={[
        { label: say('dossier'), value: say('months', { count: policy.dossierMonths }) },
        { label: say('test'), value: say('months', { count: policy.testMonths }) },
        { label: say('escalate'), value: say('days', { count: policy.escalateAfterDays }) },
        ...KEY_ACCOUNT_TIERS.map((tier) => ({
          label: say('earns', { tier: sayWord(KEY_ACCOUNT_TIER_LABELS[tier]) }),
          value: EARNED.flatMap(([privilege, field]) => {
            const words = of(tier)[field]
            return words
              ? [say('earned', { what: sayWord(KEY_ACCOUNT_PRIVILEGE_LABELS[privilege]), words })]
              : []
          }).map((line) => <div key={line}>{line}</div>),
          wide: true,
        })),
      ]}
      values={{
        dossierMonths: policy.dossierMonths,
        testMonths: policy.testMonths,
        escalateAfterDays: policy.escalateAfterDays,
        earned: { CORE: of('CORE'), KEY: of('KEY'), GENERAL: of('GENERAL') },
      }}
      version={policy.version}
      schema={KEY_ACCOUNT_LIMITS}
      set={({ earned, ...rest }) =>
        set({ ...rest, earnings: KEY_ACCOUNT_TIERS.map((tier) => ({ tier, ...earned[tier] })) })
      }
      saved={say('saved')}
      onReload={refetch}
    >
      <Field name="dossierMonths" label={say('dossier')} required>
        <InputNumber<number> min={1} max={36} precision={0} />
      </Field>
      <Field name="testMonths" label={say('test')} required>
        <InputNumber<number> min={1} max={36} precision={0} />
      </Field>
      <Field name="escalateAfterDays" label={say('escalate')} required>
        <InputNumber<number> min={1} max={90} precision={0} />
      </Field>
      {KEY_ACCOUNT_TIERS.map((tier) => (
        <Stack key={tier} gap={2}>
          <h3 className="st-part-title">{say('earns', { tier: sayWord(KEY_ACCOUNT_TIER_LABELS[tier]) })}</h3>
          {EARNED.map(([privilege, field]) => (
            <Field
              key={field}
              name={`earned.${tier}.${field}`}
              label={sayWord(KEY_ACCOUNT_PRIVILEGE_LABELS[privilege])}
            >
              <Input maxLength={200} />
            </Field>
          ))}
        </Stack>
      ))}
    </PolicyPanel>
  )
}
