import {
  DUE_STEP_LABELS,
  PURPOSE_LABELS,
  SEVERITY_LABELS,
  type DueStep,
  type PromiseRule,
  type RuleCondition,
} from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import type { Category } from './policy-documents.ts'

const texts = messages({
  minutes: { zh: '{{count}} 分钟', en: { one: '{{count}} minute', other: '{{count}} minutes' } },
  hours: { zh: '{{hours}} 小时', en: '{{hours}} h' },
  both: { zh: '{{hours}} 小时 {{minutes}} 分钟', en: '{{hours}} h {{minutes}} min' },
  sameDay: { zh: '当个工作日内', en: 'by the end of the same working day' },
  within: { zh: '{{time}}工作时间内', en: 'within {{time}} of working time' },
  everybody: { zh: '所有案件', en: 'Every case' },
  category: { zh: '分类：{{name}}', en: 'Category: {{name}}' },
  grade: { zh: '客户等级：{{name}}', en: 'Client grade: {{name}}' },
  severity: { zh: '{{name}}', en: 'Severity: {{name}}' },
  purpose: { zh: '{{name}}', en: 'Purpose: {{name}}' },
  gone: { zh: '已删除的分类', en: 'a category that is gone' },
  noWarning: { zh: '不提醒', en: 'no warning' },
  warns: { zh: '到期前 {{time}}提醒', en: 'warns {{time}} before' },
  noEscalation: { zh: '不上报', en: 'no escalation' },
  step: { zh: '逾期 {{time}}{{who}}', en: '{{time}} late: {{who}}' },
  noPause: { zh: '不可暂停计时', en: 'the clock never rests' },
  pauses: { zh: '最多暂停 {{time}}', en: 'may rest for {{time}}' },
})

/** A rule in the words of the screen. */
export function useRuleWords(categories: readonly Category[]) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const time = (minutes: number): string => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
    if (hours === 0) return say('minutes', { count: rest })
    return rest === 0
      ? say('hours', { hours: String(hours) })
      : say('both', { hours: String(hours), minutes: String(rest) })
  }
  const nameOf = (id: string): string => {
    const found = categories.find((category) => category.id === id)
    return found ? sayWord({ zh: found.nameZh, en: found.nameEn }) : say('gone')
  }
  const condition = (rule: PromiseRule, which: RuleCondition): string | undefined => {
    if (which === 'severity')
      return rule.severity === null
        ? undefined
        : say('severity', { name: sayWord(SEVERITY_LABELS[rule.severity]) })
    if (which === 'purpose')
      return rule.purpose === null
        ? undefined
        : say('purpose', { name: sayWord(PURPOSE_LABELS[rule.purpose]) })
    if (which === 'grade') return rule.grade === null ? undefined : say('grade', { name: rule.grade })
    return rule.categoryId === null ? undefined : say('category', { name: nameOf(rule.categoryId) })
  }
  const conditions = (rule: PromiseRule): readonly string[] => {
    const stated = (['severity', 'purpose', 'grade', 'categoryId'] as const).flatMap(
      (which) => condition(rule, which) ?? [],
    )
    return stated.length > 0 ? stated : [say('everybody')]
  }
  return {
    time,
    conditions,
    promise: ({ budgetMinutes }: PromiseRule): string =>
      budgetMinutes === null ? say('sameDay') : say('within', { time: time(budgetMinutes) }),
    warning: ({ warnBeforeMinutes }: PromiseRule): string =>
      warnBeforeMinutes === 0 ? say('noWarning') : say('warns', { time: time(warnBeforeMinutes) }),
    escalations: ({ escalateAfterMinutes }: PromiseRule): readonly string[] =>
      escalateAfterMinutes.length === 0
        ? [say('noEscalation')]
        : escalateAfterMinutes.map((after, at) =>
            say('step', {
              time: time(after),
              // It goes on from the time: in the middle of a sentence.
              who: sayWord(DUE_STEP_LABELS[`ESCALATE_${at + 1}` as DueStep]).replace(/^To /, 'to '),
            }),
          ),
    pauses: ({ pauseCapMinutes }: PromiseRule): string =>
      pauseCapMinutes === 0 ? say('noPause') : say('pauses', { time: time(pauseCapMinutes) }),
  }
}
