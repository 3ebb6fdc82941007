import {
  chooseRule,
  POLICY_KINDS,
  PROMISE_KIND_LABELS,
  PURPOSE_LABELS,
  PURPOSES,
  SEVERITIES,
  SEVERITY_LABELS,
  type PromiseRule,
  type Purpose,
  type Severity,
} from '@steward/domain'
import { messages, useList, useMessages, useSay } from '@steward/portal'
import { Panel, Select, Stack, StatusTag } from '@steward/ui'
import { useState } from 'react'
import { pathOf, type Category } from './policy-documents.ts'
import { useRuleWords } from './rule-words.ts'

const texts = messages({
  title: { zh: '试一宗案件', en: 'Try a case' },
  severity: { zh: '案件的严重级别', en: 'Severity of the case' },
  purpose: { zh: '案件的诉求性质', en: 'Purpose of the case' },
  category: { zh: '案件的分类', en: 'Category of the case' },
  none: { zh: '不自动承诺', en: 'Nothing by itself' },
  because: { zh: '因为：{{which}}', en: 'Because: {{which}}' },
  outdone: {
    zh: '优先于另外 {{count}} 条也符合的规则',
    en: {
      one: 'Before {{count}} other rule that matches too',
      other: 'Before {{count}} other rules that match too',
    },
  },
})

interface TryCaseProps {
  readonly rules: readonly PromiseRule[]
  readonly categories: readonly Category[]
}

/** Which rule would apply to a case like this, and why; unsaved changes count in. */
export function TryCase({ rules, categories }: TryCaseProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const list = useList()
  const words = useRuleWords(categories)
  const [severity, setSeverity] = useState<Severity>(3)
  const [purpose, setPurpose] = useState<Purpose | null>(null)
  const [category, setCategory] = useState<string | null>(null)
  const it = { severity, purpose, grade: null, categoryPath: pathOf(categories, category) }
  return (
    <Panel title={say('title')}>
      <Stack gap={3}>
        <Select
          aria-label={say('severity')}
          value={severity}
          options={SEVERITIES.map((value) => ({ value, label: sayWord(SEVERITY_LABELS[value]) }))}
          onChange={setSeverity}
        />
        <Select<Purpose | null>
          aria-label={say('purpose')}
          placeholder={say('purpose')}
          allowClear
          value={purpose}
          options={PURPOSES.map((value) => ({ value, label: sayWord(PURPOSE_LABELS[value]) }))}
          onChange={(chosen?: Purpose | null) => setPurpose(chosen ?? null)}
        />
        <Select<string | null>
          aria-label={say('category')}
          placeholder={say('category')}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={category}
          options={categories.map(({ id, nameZh, nameEn }) => ({
            value: id,
            label: sayWord({ zh: nameZh, en: nameEn }),
          }))}
          onChange={(chosen?: string | null) => setCategory(chosen ?? null)}
        />
        <div role="status" aria-label={say('title')}>
          <ul className="st-rules">
            {POLICY_KINDS.map((kind) => {
              const choice = chooseRule(rules, kind, it)
              return (
                <li key={kind}>
                  <Stack gap={1} align="flex-start">
                    <StatusTag tone={choice ? 'primary' : 'neutral'}>
                      {sayWord(PROMISE_KIND_LABELS[kind])}
                    </StatusTag>
                    <span className={choice ? 'st-strong' : 'st-quiet'}>
                      {choice ? words.promise(choice.rule) : say('none')}
                    </span>
                    {choice && (
                      <span className="st-quiet st-small">
                        {say('because', { which: list(words.conditions(choice.rule)) })}
                        {choice.outdone.length > 0 &&
                          ` · ${say('outdone', { count: choice.outdone.length })}`}
                      </span>
                    )}
                  </Stack>
                </li>
              )
            })}
          </ul>
        </div>
      </Stack>
    </Panel>
  )
}
