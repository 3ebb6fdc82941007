import { useQuery } from '@apollo/client/react'
import {
  DEFAULT_SILENCE_POLICY,
  SILENCE_POLICY_INPUT,
  SILENCE_POLICY_LABELS,
  type SilencePolicy,
} from '@steward/domain'
import { messages, PolicyPanel, useFreshAct, useMessages, usePercent, useSay } from '@steward/portal'
import { ChangeTable, Field, InputNumber, PercentInput, useFieldValue, useSettled } from '@steward/ui'
import { SetSilencePolicy, SilencePreviewQuery, SilenceRuleQuery } from './silence-documents.ts'
import { useDays } from './silence-words.tsx'

const texts = messages({
  title: { zh: '沉默判定规则', en: 'Rule of silence' },
  hint: {
    zh: '有自身节奏的客户按自己的间隔判定；往来太少的按整体模型判定。改动后几分钟内按新规则重新查看全部客户。',
    en: 'Clients with a rhythm of their own are judged by their own gaps, the others by the model of all. After a change all clients are looked at anew within minutes.',
  },
  saved: { zh: '已保存；几分钟内按新规则查看', en: 'Saved; clients are looked at by it within minutes' },
  inPercent: { zh: '{{label}}（%）', en: '{{label}} (%)' },
  times: { zh: '{{count}} 次', en: '{{count}}' },
  preview: { zh: '按今天的往来，会判定沉默的客户', en: 'Clients that would be called silent today' },
  figure: { zh: '查看了 {{count}} 位', en: 'Of {{count}} looked at' },
  silent: { zh: '沉默', en: 'Silent' },
  before: { zh: '现行规则', en: 'Now' },
  after: { zh: '新规则', en: 'After' },
})

/** In the order in which one thinks of them. */
const NAMES = [
  'rhythmThreshold',
  'modelThreshold',
  'leastGaps',
  'leastDays',
  'complaints',
  'complaintWindowDays',
  'quietDays',
  'lostAfterDays',
] as const satisfies readonly (keyof SilencePolicy)[]
const SHARES: readonly (keyof SilencePolicy)[] = ['rhythmThreshold', 'modelThreshold']
const COUNTS: readonly (keyof SilencePolicy)[] = ['leastGaps', 'complaints']

/** From when on it is silence; whoever changes it sees first whom that would call silent today. */
export function SilenceRule({ onChanged }: { readonly onChanged: () => void }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const percent = usePercent()
  const days = useDays()
  const { data, refetch } = useQuery(SilenceRuleQuery, { fetchPolicy: 'cache-and-network' })
  const reload = async () => {
    await refetch()
    onChanged()
  }
  const set = useFreshAct(SetSilencePolicy, reload)
  if (!data) return null
  const { version, ...kept } = data.silencePolicy ?? { ...DEFAULT_SILENCE_POLICY, version: 0 }
  const rule = Object.fromEntries(NAMES.map((name) => [name, kept[name]])) as unknown as SilencePolicy
  const shown = (name: keyof SilencePolicy): string =>
    SHARES.includes(name)
      ? percent(rule[name])
      : COUNTS.includes(name)
        ? say('times', { count: rule[name] })
        : days(rule[name])
  return (
    <PolicyPanel<SilencePolicy>
      title={say('title')}
      hint={say('hint')}
      permission="silencePolicy:set"
      lines={NAMES.map((name) => ({ label: sayWord(SILENCE_POLICY_LABELS[name]), value: shown(name) }))}
      values={rule}
      version={version}
      schema={SILENCE_POLICY_INPUT}
      set={set}
      saved={say('saved')}
      onReload={reload}
    >
      {NAMES.map((name) => {
        const label = sayWord(SILENCE_POLICY_LABELS[name])
        return (
          <Field
            key={name}
            name={name}
            label={SHARES.includes(name) ? say('inPercent', { label }) : label}
            required
          >
            {SHARES.includes(name) ? <PercentInput /> : <InputNumber min={1} precision={0} />}
          </Field>
        )
      })}
      <Preview />
    </PolicyPanel>
  )
}

function Preview() {
  const say = useMessages(texts)
  const typed: SilencePolicy = {
    leastGaps: useFieldValue<number>('leastGaps') ?? 0,
    rhythmThreshold: useFieldValue<number>('rhythmThreshold') ?? 0,
    modelThreshold: useFieldValue<number>('modelThreshold') ?? 0,
    leastDays: useFieldValue<number>('leastDays') ?? 0,
    complaints: useFieldValue<number>('complaints') ?? 0,
    complaintWindowDays: useFieldValue<number>('complaintWindowDays') ?? 0,
    quietDays: useFieldValue<number>('quietDays') ?? 0,
    lostAfterDays: useFieldValue<number>('lostAfterDays') ?? 0,
  }
  const rule = JSON.parse(useSettled(JSON.stringify(typed))) as SilencePolicy
  const isWhole = SILENCE_POLICY_INPUT.safeParse({ ...rule, expectedVersion: 0 }).success
  const { data } = useQuery(SilencePreviewQuery, { variables: { rule }, skip: !isWhole })
  const preview = data?.silencePreview
  if (!preview) return null
  return (
    <ChangeTable
      label={say('preview')}
      heads={{
        what: say('figure', { count: preview.clients }),
        before: say('before'),
        after: say('after'),
      }}
      rows={[
        {
          key: 'silent',
          label: say('silent'),
          before: String(preview.before),
          after: String(preview.after),
        },
      ]}
    />
  )
}
