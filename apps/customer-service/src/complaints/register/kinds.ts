import type { Kind, Purpose, Severity, Text } from '@steward/domain'

/** What is asked of whom: a question has no demand, a praise no severity. */
export interface Asked {
  readonly severity: Severity
  readonly asksSeverity: boolean
  readonly asksDemand: boolean
  /** When it happened, what was done at once. */
  readonly asksOccurrence: boolean
  readonly asksPurpose: boolean
  /** Given without asking. */
  readonly purpose?: Purpose
  readonly facts: Text
  readonly hint: Text
}

const told = { asksSeverity: false, asksDemand: false, asksOccurrence: false, asksPurpose: false } as const

export const ASKED: Readonly<Record<Kind, Asked>> = {
  COMPLAINT: {
    severity: 3,
    asksSeverity: true,
    asksDemand: true,
    asksOccurrence: true,
    asksPurpose: true,
    facts: { zh: '客户陈述', en: 'What the client says' },
    hint: {
      zh: '何时、何地、何人、何事，照客户的话记。',
      en: 'When, where, who, what: in the client’s own words.',
    },
  },
  REQUEST: {
    severity: 3,
    asksSeverity: true,
    asksDemand: false,
    asksOccurrence: true,
    asksPurpose: false,
    facts: { zh: '报修内容', en: 'What is broken' },
    hint: { zh: '哪里坏了、什么症状、方便上门的时间。', en: 'Where, which symptom, when somebody may come.' },
  },
  INQUIRY: {
    ...told,
    severity: 4,
    facts: { zh: '咨询内容', en: 'What the client wants to know' },
    hint: {
      zh: '问题照原话记，答复写在办结里。',
      en: 'The question as asked; the answer goes into the resolution.',
    },
  },
  SUGGESTION: {
    ...told,
    severity: 4,
    purpose: 'SUGGESTION',
    facts: { zh: '建议内容', en: 'What the client suggests' },
    hint: { zh: '先致谢；采纳结果要回复客户。', en: 'Thank first; the client is owed the result.' },
  },
  PRAISE: {
    ...told,
    severity: 4,
    facts: { zh: '表扬内容', en: 'What the client praises' },
    hint: { zh: '表扬谁、因为什么事。', en: 'Whom, and what for.' },
  },
  ANOMALY: {
    severity: 3,
    asksSeverity: true,
    asksDemand: false,
    asksOccurrence: true,
    asksPurpose: false,
    facts: { zh: '异常情况', en: 'What is wrong' },
    hint: {
      zh: '没有客户损失的异常；可以不填客户。',
      en: 'A fault without loss to a client; no client need be named.',
    },
  },
}
