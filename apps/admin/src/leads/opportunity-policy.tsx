import {
  DEFAULT_OPPORTUNITY_POLICY,
  OPPORTUNITY_POLICY_INPUT,
  OPPORTUNITY_STATUS_LABELS,
} from '@steward/domain'
import type { LeadSettingsQuery } from '@steward/graphql-client'
import { messages, PolicyPanel, useFreshAct, useMessages, useSay } from '@steward/portal'
import { Field, Fields, InputNumber } from '@steward/ui'
import { SetOpportunityPolicy } from './lead-setting-documents.ts'

const texts = messages({
  title: { zh: '商机规则', en: 'Opportunities' },
  saved: {
    zh: '已保存；可能性立即生效，跟进期限从下一次跟进起算',
    en: 'Saved; chances count at once, times from the next touch on',
  },
  chance: { zh: '{{stage}}：成交可能性（%）', en: '{{stage}}: chance (%)' },
  days: {
    zh: '{{stage}}：几个工作日没有跟进就提醒',
    en: '{{stage}}: told after so many working days untouched',
  },
  line: {
    zh: '{{chance}}%，{{count}} 个工作日没有跟进就提醒',
    en: {
      one: '{{chance}}%, told after {{count}} working day untouched',
      other: '{{chance}}%, told after {{count}} working days untouched',
    },
  },
})

const STAGES = [
  ['NEED', 'needChance', 'needDays'],
  ['PROPOSAL', 'proposalChance', 'proposalDays'],
  ['QUOTATION', 'quotationChance', 'quotationDays'],
  ['SIGNING', 'signingChance', 'signingDays'],
] as const

interface OpportunityPolicyPanelProps {
  readonly policy: LeadSettingsQuery['opportunityPolicy'] | null
  readonly onReload: () => Promise<unknown>
}

/** How likely each stage is, and how long it may lie untouched. */
export function OpportunityPolicyPanel({ policy, onReload }: OpportunityPolicyPanelProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const set = useFreshAct(SetOpportunityPolicy, onReload)
  const { version, ...rules } = policy ?? { ...DEFAULT_OPPORTUNITY_POLICY, version: 0 }
  const { needChance, proposalChance, quotationChance, signingChance } = rules
  const { needDays, proposalDays, quotationDays, signingDays } = rules
  return (
    <PolicyPanel
      title={say('title')}
      permission="opportunityPolicy:set"
      lines={STAGES.map(([stage, chance, days]) => ({
        label: sayWord(OPPORTUNITY_STATUS_LABELS[stage]),
        value: say('line', { chance: rules[chance], count: rules[days] }),
      }))}
      values={{
        needChance,
        proposalChance,
        quotationChance,
        signingChance,
        needDays,
        proposalDays,
        quotationDays,
        signingDays,
      }}
      version={version}
      schema={OPPORTUNITY_POLICY_INPUT}
      set={set}
      saved={say('saved')}
      onReload={onReload}
    >
      <Fields>
        {STAGES.flatMap(([stage, chance, days]) => [
          <Field
            key={chance}
            name={chance}
            label={say('chance', { stage: sayWord(OPPORTUNITY_STATUS_LABELS[stage]) })}
            required
          >
            <InputNumber min={0} max={100} precision={0} />
          </Field>,
          <Field
            key={days}
            name={days}
            label={say('days', { stage: sayWord(OPPORTUNITY_STATUS_LABELS[stage]) })}
            required
          >
            <InputNumber min={1} max={90} precision={0} />
          </Field>,
        ])}
      </Fields>
    </PolicyPanel>
  )
}
