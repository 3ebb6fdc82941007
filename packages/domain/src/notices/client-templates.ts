import type { Status } from '../complaints/vocabulary.ts'
import { text } from '../text.ts'
import type { Placeholder } from './placeholders.ts'
import type { NoticeTemplate } from './notice-templates.ts'

/** What may stand in words to a client: no name, no inside matter. */
export const CLIENT_PLACEHOLDERS = [
  'organization',
  'number',
  'department',
] as const satisfies readonly Placeholder[]

/** Of a statement of account. */
export const STATEMENT_PLACEHOLDERS = [
  'organization',
  'number',
  'asOfOn',
  'sum',
  'details',
] as const satisfies readonly Placeholder[]

export const STATEMENT_TEMPLATE: NoticeTemplate = {
  subject: text('对账单 {{number}}（截至 {{asOfOn}}）', 'Statement {{number}} as of {{asOfOn}}'),
  body: text(
    '您好，这里是{{organization}}。截至 {{asOfOn}}，您名下未结合计 {{sum}} 元。明细：{{details}}。如无异议请回复确认；对任何一笔有疑问，请告诉我们是哪一笔，核实答复之前不催收该笔。',
    'Good day, this is {{organization}}. As of {{asOfOn}} your account is open with {{sum}} in all: {{details}}. Please confirm if you agree; if a line is in doubt, tell us which: it is not collected until we have answered.',
  ),
}

const said = (zh: string, en: string): NoticeTemplate => ({
  subject: text('您反映的事项 {{number}} 有进展', 'News of your matter {{number}}'),
  body: text(`您好，这里是{{organization}}。${zh}`, `Good day, this is {{organization}}. ${en}`),
})

/**
 * Words to the client for each state, to be read aloud, copied or sent by mail. They promise a time or a next step, never a
 * remedy; of what is decided inside they say only that it is in hand.
 */
export const CLIENT_TEMPLATES: Readonly<Record<Status, NoticeTemplate>> = {
  REGISTERED: said(
    '您反映的事项已登记，编号 {{number}}，我们会尽快受理并给您答复。',
    'Your matter is registered under number {{number}}; we will take it up and answer you soon.',
  ),
  ACKNOWLEDGED: said(
    '您的事项 {{number}} 已受理，由{{department}}负责，接下来会向您了解情况。',
    'Your matter {{number}} is accepted; {{department}} is responsible and will ask you about it next.',
  ),
  INVESTIGATING: said(
    '您的事项 {{number}} 正在核实情况，有结果会马上告诉您。',
    'Your matter {{number}} is being looked into; you will hear as soon as there is a result.',
  ),
  PROPOSED: said(
    '您的事项 {{number}} 情况已核实，我们正在研究处理办法。',
    'The facts of your matter {{number}} are established; we are working out what to do.',
  ),
  APPROVED: said(
    '您的事项 {{number}} 已有处理意见，想与您约时间当面或电话沟通。',
    'We have an answer on your matter {{number}} and would like to arrange a time to talk it over.',
  ),
  CLIENT_CONFIRMED: said(
    '您对事项 {{number}} 处理意见的确认已记录，我们随即安排。',
    'Your agreement on matter {{number}} is recorded; we will arrange what follows.',
  ),
  EXECUTING: said(
    '您的事项 {{number}} 已安排处理，{{department}}会跟进到完成。',
    'Work on your matter {{number}} is arranged; {{department}} will see it through.',
  ),
  RESOLVED: said(
    '您的事项 {{number}} 已处理完毕，过几天会回访，听听您是否满意。',
    'Your matter {{number}} has been dealt with; we will call in a few days to hear whether you are content.',
  ),
  FOLLOWED_UP: said(
    '感谢您对事项 {{number}} 的反馈，我们已记录。',
    'Thank you for your word on matter {{number}}; it is recorded.',
  ),
  CLOSED: said(
    '您的事项 {{number}} 已办结，感谢您的信任；如有反复请随时告诉我们。',
    'Your matter {{number}} is closed. Thank you for your trust; tell us at once should it come back.',
  ),
  WITHDRAWN: said(
    '您的事项 {{number}} 已按您的意思撤回，需要时可随时再提出。',
    'Your matter {{number}} is withdrawn as you wished; you may raise it again at any time.',
  ),
  UNFOUNDED: said(
    '您的事项 {{number}} 经核实未发现所述情况，理由我们会向您逐条说明。',
    'We looked into your matter {{number}} and did not find it as described; we will explain the reasons to you.',
  ),
  DECLINED: said(
    '您的事项 {{number}} 情况属实，但所提要求我们无法照办，理由和可行的办法会向您说明。',
    'The facts of your matter {{number}} are as you say, but we cannot do what was asked; we will explain why and what is possible.',
  ),
  REFERRED: said(
    '您的事项 {{number}} 已转交有关单位办理，我们会跟踪到有答复。',
    'Your matter {{number}} is passed on to the body concerned; we follow it until there is an answer.',
  ),
  MERGED: said(
    '您的事项 {{number}} 与同一事项的另一单合并办理，不影响对您的答复。',
    'Your matter {{number}} is handled together with another on the same subject; you will be answered all the same.',
  ),
}
