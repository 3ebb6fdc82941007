import { DEFAULT_PRICE_POLICY, PRICE_POLICY_INPUT, priceLimits, ROLE_LABELS } from '@steward/domain'
import type { LeadSettingsQuery } from '@steward/graphql-client'
import {
  messages,
  PolicyPanel,
  useFreshAct,
  useMessages,
  useMoneyText,
  usePercent,
  useSay,
  useViewer,
} from '@steward/portal'
import { Field, Fields, MoneyInput, PercentInput } from '@steward/ui'
import { SetPricePolicy } from './lead-setting-documents.ts'

const texts = messages({
  title: { zh: '价格核定权限', en: 'Limits of price approval' },
  saved: { zh: '已保存；从下一次提交起按新权限核定', en: 'Saved; it counts from the next submission on' },
  line: {
    zh: '折让不超过 {{discount}}，且合计不超过 {{sum}}',
    en: 'up to {{discount}} off, and up to {{sum}}',
  },
  top: {
    zh: '不限；低于成本的只能由总经理核定',
    en: 'without bounds; below cost, the general manager alone',
  },
  discount: { zh: '{{role}}：折让不超过（%）', en: '{{role}}: discount up to (%)' },
  sum: { zh: '{{role}}：合计不超过', en: '{{role}}: sum up to' },
})

const ROLES = [
  ['CR_SUPERVISOR', 'supervisorDiscount', 'supervisorMinor'],
  ['CS_MANAGER', 'managerDiscount', 'managerMinor'],
  ['CS_DIRECTOR', 'directorDiscount', 'directorMinor'],
] as const

interface PricePolicyPanelProps {
  readonly policy: LeadSettingsQuery['pricePolicy'] | null
  readonly onReload: () => Promise<unknown>
}

/** Up to which discount and sum each role approves prices. */
export function PricePolicyPanel({ policy, onReload }: PricePolicyPanelProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const money = useMoneyText()
  const percent = usePercent()
  const { currency } = useViewer().organization
  const set = useFreshAct(SetPricePolicy, onReload)
  const { version, ...limits } = policy ?? { ...DEFAULT_PRICE_POLICY, version: 0 }
  const { supervisorDiscount, supervisorMinor, managerDiscount, managerMinor } = limits
  const { directorDiscount, directorMinor } = limits
  return (
    <PolicyPanel
      title={say('title')}
      permission="pricePolicy:set"
      lines={[
        ...priceLimits(limits).map(({ role, discount, mostMinor }) => ({
          label: sayWord(ROLE_LABELS[role]),
          value: say('line', { discount: percent(discount), sum: money(mostMinor) }),
        })),
        { label: sayWord(ROLE_LABELS.GENERAL_MANAGER), value: say('top') },
      ]}
      values={{
        supervisorDiscount,
        supervisorMinor,
        managerDiscount,
        managerMinor,
        directorDiscount,
        directorMinor,
      }}
      version={version}
      schema={PRICE_POLICY_INPUT}
      set={set}
      saved={say('saved')}
      onReload={onReload}
    >
      <Fields>
        {ROLES.flatMap(([role, discount, sum]) => [
          <Field
            key={discount}
            name={discount}
            label={say('discount', { role: sayWord(ROLE_LABELS[role]) })}
            required
          >
            <PercentInput />
          </Field>,
          <Field key={sum} name={sum} label={say('sum', { role: sayWord(ROLE_LABELS[role]) })} required>
            <MoneyInput currency={currency} />
          </Field>,
        ])}
      </Fields>
    </PolicyPanel>
  )
}
