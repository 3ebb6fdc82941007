/** What people are told of key accounts. The client stands in it by their code: a name does not leave by mail. */
import { text, type Text } from '../text.ts'

export const KEY_ACCOUNT_NOTICE_KINDS = [
  'DOSSIER_DUE',
  'DOSSIER_ESCALATED',
  'KEY_ACCOUNT_TEST_DUE',
  'KEY_ACCOUNT_DECIDED',
] as const
type KeyAccountNoticeKind = (typeof KEY_ACCOUNT_NOTICE_KINDS)[number]

export const KEY_ACCOUNT_NOTICE_LABELS: Readonly<Record<KeyAccountNoticeKind, Text>> = {
  DOSSIER_DUE: text('大客户档案到期未报', 'The dossier of a key account is overdue'),
  DOSSIER_ESCALATED: text('大客户档案逾期督办', 'An overdue dossier is escalated'),
  KEY_ACCOUNT_TEST_DUE: text('大客户四项条件该复核了', 'The test of four of a key account is due'),
  KEY_ACCOUNT_DECIDED: text('大客户提名已有结果', 'A nomination is decided'),
}

/** What is said. @param about makes a template of a subject and a sentence in both languages */
export const keyAccountTemplates = <Template>(
  about: (subject: Text, zh: string, en: string) => Template,
): Readonly<Record<KeyAccountNoticeKind, Template>> => ({
  DOSSIER_DUE: about(
    text(
      '大客户 {{number}} 的档案应于 {{dueAt}} 前上报',
      'The dossier of key account {{number}} was due on {{dueAt}}',
    ),
    '请核对十项内容与竞争情况后上报新的一版；没有变化也要上报。',
    'Go through its ten heads and the rivals, and return a new version, also where nothing has changed.',
  ),
  DOSSIER_ESCALATED: about(
    text(
      '督办：大客户 {{number}} 的档案逾期未报',
      'Escalated: the dossier of key account {{number}} is overdue',
    ),
    '应于 {{dueAt}} 前上报，至今未报，或该客户尚无专职客户经理。',
    'It was due on {{dueAt}} and was not returned, or nobody is named for the client.',
  ),
  KEY_ACCOUNT_TEST_DUE: about(
    text(
      '大客户 {{number}} 的四项条件应于 {{dueAt}} 前复核',
      'The test of four of key account {{number}} was due on {{dueAt}}',
    ),
    '四项条件每年复核一次，至今未复核。请提交复核，由大客户管理委员会决定。',
    'It is repeated every year and was not. Propose the test; the committee decides.',
  ),
  KEY_ACCOUNT_DECIDED: about(
    text('大客户提名 {{number}}：{{outcome}}', 'Nomination {{number}}: {{outcome}}'),
    '大客户管理委员会已作出决定，详见提名页面。',
    'The committee has decided; the page of the nomination says how.',
  ),
})
