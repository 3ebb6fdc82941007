import { DEFAULT_LEAD_POLICY, LEAD_SETTING_INPUTS } from '@steward/domain'
import type { LeadSettingsQuery } from '@steward/graphql-client'
import { messages, PolicyPanel, useFreshAct, useMessages } from '@steward/portal'
import { Field, InputNumber } from '@steward/ui'
import { SetLeadPolicy } from './lead-setting-documents.ts'

const texts = messages({
  title: { zh: '流转规则', en: 'How leads go round' },
  saved: { zh: '已保存；从下一次跟进起按新规则计', en: 'Saved; it counts from the next touch on' },
  returnAfterDays: {
    zh: '几个工作日没有跟进，自动退回公海',
    en: 'Returns to the pool after so many working days untouched',
  },
  warnBeforeDays: {
    zh: '提前几个工作日提醒（0 为不提醒）',
    en: 'Warned so many working days before (0: not)',
  },
  claimsADay: { zh: '每人每天最多认领', en: 'Claims of one person a day, at most' },
  days: { zh: '{{count}} 个工作日', en: { one: '{{count}} working day', other: '{{count}} working days' } },
  leads: { zh: '{{count}} 条', en: { one: '{{count}} lead', other: '{{count}} leads' } },
})

interface LeadPolicyPanelProps {
  readonly policy: LeadSettingsQuery['leadPolicy'] | null
  readonly onReload: () => Promise<unknown>
}

export function LeadPolicyPanel({ policy, onReload }: LeadPolicyPanelProps) {
  const say = useMessages(texts)
  const set = useFreshAct(SetLeadPolicy, onReload)
  const { version, returnAfterDays, warnBeforeDays, claimsADay } = policy ?? {
    ...DEFAULT_LEAD_POLICY,
    version: 0,
  }
  return (
    <PolicyPanel
      title={say('title')}
      permission="leadPolicy:set"
      lines={[
        { label: say('returnAfterDays'), value: say('days', { count: returnAfterDays }) },
        { label: say('warnBeforeDays'), value: say('days', { count: warnBeforeDays }) },
        { label: say('claimsADay'), value: say('leads', { count: claimsADay }) },
      ]}
      values={{ returnAfterDays, warnBeforeDays, claimsADay }}
      version={version}
      schema={LEAD_SETTING_INPUTS.setPolicy}
      set={set}
      saved={say('saved')}
      onReload={onReload}
    >
      {(['returnAfterDays', 'warnBeforeDays', 'claimsADay'] as const).map((name) => (
        <Field key={name} name={name} label={say(name)} required>
          <InputNumber min={name === 'warnBeforeDays' ? 0 : 1} precision={0} />
        </Field>
      ))}
    </PolicyPanel>
  )
}
