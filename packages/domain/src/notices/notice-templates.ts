import { silenceTemplates } from '../silence/silence-notices.ts'
import { inspectionTemplates } from '../equipment/inspection-notices.ts'
import { keyAccountTemplates } from '../key-accounts/key-account-notices.ts'
import { salesTemplates } from '../opportunities/sales-notices.ts'
import { planTemplates } from '../maintenance-plans/plan-notices.ts'
import { text, type Text } from '../text.ts'
import type { NoticeKind } from './notice-kinds.ts'

/** One text of a notice: the subject is also what the bell says, the body is the mail's. */
export interface NoticeTemplate {
  readonly subject: Text
  readonly body: Text
}

const about = (subject: Text, zh: string, en: string): NoticeTemplate => ({
  subject,
  body: text(
    `{{recipient}}：您好。\n\n${zh}\n\n打开： {{link}}\n\n{{organization}} · 管家`,
    `Dear {{recipient}},\n\n${en}\n\nOpen: {{link}}\n\n{{organization}} · Steward`,
  ),
})

const OF_CASE_ZH = '编号 {{number}}，{{severity}}，现为“{{status}}”。'
const OF_CASE_EN = 'Number {{number}}, severity {{severity}}, now “{{status}}”.'

/** What is said where the organization has not written its own text. */
export const NOTICE_TEMPLATES: Readonly<Record<NoticeKind, NoticeTemplate>> = {
  CASE_ASSIGNED: about(
    text('案件 {{number}} 由您经办', 'Case {{number}} is yours'),
    `{{actor}} 把一宗案件交给您。${OF_CASE_ZH}`,
    `{{actor}} assigned a case to you. ${OF_CASE_EN}`,
  ),
  CASE_REOPENED: about(
    text('案件 {{number}} 已重开', 'Case {{number}} is open again'),
    `{{actor}} 重开了案件，级别提高一级。${OF_CASE_ZH}`,
    `{{actor}} reopened the case, one level higher. ${OF_CASE_EN}`,
  ),
  SIGNATURE_AWAITED: about(
    text('{{number}} {{matter}}待您{{step}}', '{{matter}} {{number}} waits for you: {{step}}'),
    '{{actor}} 送来一份签核。须在 {{dueAt}} 前完成。',
    '{{actor}} sent it on to be signed. It is due at {{dueAt}}.',
  ),
  SIGNATURE_OVERDUE: about(
    text('{{number}} {{matter}}待{{step}}，已到期', 'Overdue: {{matter}} {{number}}, {{step}}'),
    '应在 {{dueAt}} 前签核，现已到期。不能签的请驳回或授权他人。',
    'It was due at {{dueAt}}. If you cannot sign it, reject it or delegate.',
  ),
  SIGNATURE_ESCALATED: about(
    text('督办：{{number}} {{matter}}迟未{{step}}', 'Escalated: {{matter}} {{number}}, {{step}} is overdue'),
    '应在 {{dueAt}} 前签核，至今未签，督办第 {{level}} 级。在谁手里见签核看板。',
    'It was due at {{dueAt}} and is not signed; escalation level {{level}}. The board says with whom it is.',
  ),
  PROPOSAL_APPROVED: about(
    text('案件 {{number}} 的方案已批准', 'The proposal of case {{number}} is approved'),
    '{{actor}} 批准了方案，可以向客户提出。',
    '{{actor}} approved the proposal; it can be offered to the client.',
  ),
  PROPOSAL_REJECTED: about(
    text('案件 {{number}} 的方案被驳回', 'The proposal of case {{number}} is rejected'),
    '{{actor}} 驳回了方案，意见见案件。',
    '{{actor}} rejected the proposal; the comment stands on the case.',
  ),
  CLIENT_CONFIRMED: about(
    text('案件 {{number}}：客户已确认', 'Case {{number}}: the client has confirmed'),
    '客户已确认处理方案，可以派单执行。',
    'The client has confirmed the remedy; orders can be given.',
  ),
  OPTION_REFUSED: about(
    text('案件 {{number}}：客户拒绝了方案', 'Case {{number}}: the client refused the option'),
    `客户没有接受所提方案，原因见案件。${OF_CASE_ZH}`,
    `The client did not accept the option; the reason stands on the case. ${OF_CASE_EN}`,
  ),
  ORDER_DISPATCHED: about(
    text('{{department}}：案件 {{number}} 的执行单', 'An order of case {{number}} for {{department}}'),
    '{{actor}} 派来一张执行单，请接单或退回。要求完成：{{dueAt}}',
    '{{actor}} sent an order; please accept or return it. Due: {{dueAt}}',
  ),
  ORDER_ASSIGNED: about(
    text('案件 {{number}} 的执行单由您办理', 'An order of case {{number}} is yours'),
    '{{actor}} 把执行单交给您。要求完成：{{dueAt}}',
    '{{actor}} assigned the order to you. Due: {{dueAt}}',
  ),
  ORDER_RETURNED: about(
    text('案件 {{number}} 的执行单被退回', 'An order of case {{number}} is returned'),
    '{{department}} 退回了执行单，原因见执行单；请改派或取消。',
    '{{department}} returned the order, with a reason; send it on or cancel it.',
  ),
  ORDER_DONE: about(
    text('案件 {{number}} 的执行单已完成', 'An order of case {{number}} is done'),
    '{{department}} 已完成执行单，凭据见执行单。',
    '{{department}} has done the order; the evidence stands on it.',
  ),
  PROMISE_DUE_SOON: about(
    text('案件 {{number}} 的承诺即将到期', 'A promise of case {{number}} is due soon'),
    '对客户的承诺“{{promise}}”应在 {{dueAt}} 前兑现。',
    'The promise “{{promise}}” to the client is due at {{dueAt}}.',
  ),
  PROMISE_BROKEN: about(
    text('案件 {{number}} 的承诺未按时兑现', 'A promise of case {{number}} is broken'),
    '对客户的承诺“{{promise}}”应在 {{dueAt}} 前兑现，现已逾期。',
    'The promise “{{promise}}” to the client was due at {{dueAt}} and is overdue.',
  ),
  PROMISE_ESCALATED: about(
    text('督办：案件 {{number}} 的承诺逾期', 'Escalated: a promise of case {{number}} is overdue'),
    '承诺“{{promise}}”应在 {{dueAt}} 前兑现，逾期督办第 {{level}} 级。',
    'The promise “{{promise}}” was due at {{dueAt}}; escalation level {{level}}.',
  ),
  HANDOVER_AWAITED: about(
    text('{{giver}} 的交接待您接收（{{cases}} 件）', '{{giver}} hands over to you ({{cases}})'),
    '{{giver}} 移交 {{cases}} 件案件，请核对清单后接收；接收之前仍由对方负责。',
    '{{giver}} hands over; cases: {{cases}}. Please look through the list and accept; until you do, they stay responsible.',
  ),
  COPY_READY: about(
    text('受控副本 {{number}} 已制作，请领取', 'Controlled copy {{number}} is produced'),
    '请在 15 分钟内用一次性链接取得文件，并由接收人签收。使用期限至 {{dueAt}}。',
    'Fetch it by a one-time link and have it signed for. It may be used until {{dueAt}}.',
  ),
  COPY_FAILED: about(
    text('受控副本 {{number}} 制作失败', 'Controlled copy {{number}} could not be produced'),
    '文件没有做成，也没有留下任何内容。请在该副本页面点“重新制作”；仍不成功请联系系统管理员。使用期限至 {{dueAt}}。',
    'No file was made, and nothing of it is left. Open the copy and produce it again; if that fails, too, tell the administrator. It may be used until {{dueAt}}.',
  ),
  COPY_DUE: about(
    text('受控副本 {{number}} 已到期，请交回或销毁', 'Controlled copy {{number}} is due back'),
    '使用期限至 {{dueAt}}，现已到期。请交回主管部门，或在监销人监督下销毁。',
    'It could be used until {{dueAt}}. Give it back, or destroy it under supervision.',
  ),
  COPY_ESCALATED: about(
    text('督办：受控副本 {{number}} 逾期未还', 'Escalated: controlled copy {{number}} is overdue'),
    '使用期限至 {{dueAt}}，至今未交回也未销毁。在谁手里见受控副本台账。',
    'It was due back on {{dueAt}} and is neither returned nor destroyed. The list of copies says with whom it is.',
  ),
  SOURCE_DUE: about(
    text('您保管的数据源应于 {{dueAt}} 前销毁', 'A source in your custody was to be destroyed by {{dueAt}}'),
    '导入所用的客户资料保管到 {{dueAt}} 为止，至今未销毁。请核对后在监销人监督下销毁，并登记销毁记录。',
    'Client information that an import was read from could be kept until {{dueAt}} and is not destroyed. Verify it, then destroy it under supervision, on record.',
  ),
  SOURCE_ESCALATED: about(
    text('督办：数据源逾期未销毁（{{dueAt}}）', 'Escalated: a source is overdue since {{dueAt}}'),
    '导入所用的客户资料应于 {{dueAt}} 前销毁，至今未销毁。在谁手里见数据源保管台账。',
    'Client information that an import was read from was to be destroyed by {{dueAt}} and is not. The list of sources says with whom it is.',
  ),
  SUBJECT_REQUEST_DUE: about(
    text(
      '个人信息主体请求 {{number}} 应于 {{dueAt}} 前答复',
      'Request {{number}} of a data subject is due by {{dueAt}}',
    ),
    '请核实身份后办理，并在 {{dueAt}} 前答复或说明拒绝的理由。',
    'Prove who asks, deal with it, and answer by {{dueAt}}, or refuse with a reason.',
  ),
  SUBJECT_REQUEST_ESCALATED: about(
    text(
      '督办：个人信息主体请求 {{number}} 逾期未答复',
      'Escalated: request {{number}} of a data subject is overdue',
    ),
    '应于 {{dueAt}} 前答复，至今未答复。个人可就此向法院起诉（个人信息保护法第五十条）。',
    'It was to be answered by {{dueAt}} and is not. The person may go to court over it (PIPL, Art. 50).',
  ),
  INVENTORY_OVERDUE: about(
    text(
      '{{department}}的客户信息清单应于 {{dueAt}} 前确认',
      'The information inventory of {{department}} was to be confirmed by {{dueAt}}',
    ),
    '应于 {{dueAt}} 前由部门负责人核对并确认，至今未确认。请逐项核对保管的客户信息后确认。',
    'The head of the department was to go through it and confirm it by {{dueAt}}, and has not. Compare each item with what is kept, then confirm.',
  ),
  BREACH_RECORDED: about(
    text('违规记录 {{number}}：请您陈述', 'Breach {{number}}: you are to be heard'),
    '品质管理记录了一件关于您查阅客户信息的违规。在作出结论之前，请查看记录并写下您的陈述。',
    'A breach of confidentiality was recorded about you. Read it and make a statement in your own words before it is concluded.',
  ),
  BREACH_STATED: about(
    text('违规记录 {{number}}：当事人已陈述', 'Breach {{number}}: a statement is made'),
    '当事人已就这件违规作了陈述，请查看后作出结论。',
    'The person has made a statement on the breach; read it, then conclude.',
  ),
  DUNNING_DUE: about(
    text('{{charges}} 笔费用到了该催收的步骤', 'Steps of dunning are due: {{charges}}'),
    '您负责的客户有 {{charges}} 笔逾期费用到了下一步催收。投诉处理中、有异议或已暂停的不在其中。',
    'Charges of clients that you collect from have come to their next step: {{charges}}. Those held by a case, in dispute or held by hand are not among them.',
  ),
  GRADING_DUE: about(
    text('{{reasons}} 项重新评级事由待安排', 'Gradings that have become due: {{reasons}}'),
    '自上次告知以来，有 {{reasons}} 项事由（大额缴费、严重投诉、已同意的申诉或到期）要求重新评级；同一客户同一事由只告知一次。',
    'Since you were last told, so many reasons for another grading have come up: {{reasons}} (a large payment, a severe complaint, an appeal that was granted, time). The same reason of the same client is told once.',
  ),
  ...silenceTemplates(about),
  ...keyAccountTemplates(about),
  ...inspectionTemplates(about),
  ...planTemplates(about),
  HANDOVER_OVERDUE: about(
    text('{{giver}} 的交接尚未接收（{{cases}} 件）', 'Not accepted yet: hand-over of {{giver}} ({{cases}})'),
    '{{giver}} 移交的 {{cases}} 件案件仍未接收，目前仍由移交人负责。',
    'The hand-over of {{giver}} is not accepted yet; cases: {{cases}}. The giver is still responsible.',
  ),
  HANDOVER_ACCEPTED: about(
    text('{{actor}} 接收了您的移交（{{cases}} 件）', '{{actor}} accepted your hand-over ({{cases}})'),
    '您移交的案件自此由 {{actor}} 负责；清单上注明了未移交的事项。',
    'From now on {{actor}} answers for what you handed over; the list says what did not move.',
  ),
  HANDOVER_DECLINED: about(
    text('{{actor}} 没有接收您的移交（{{cases}} 件）', '{{actor}} declined your hand-over ({{cases}})'),
    '案件仍由您负责，原因见交接单。',
    'You are still responsible; the reason stands on the hand-over.',
  ),
  HANDOVER_TAKEN_BACK: about(
    text('{{giver}} 收回了移交（{{cases}} 件）', '{{giver}} took the hand-over back ({{cases}})'),
    '案件仍由 {{giver}} 负责，您无需再接收。',
    '{{giver}} goes on answering for the cases; there is nothing left to accept.',
  ),
  HANDOVER_LAPSED: about(
    text('{{giver}} 的移交已失效（{{cases}} 件）', 'The hand-over of {{giver}} has lapsed ({{cases}})'),
    '接收之前，清单上的案件都已结束或改由他人负责，无需再接收。',
    'Before anybody accepted, every case on the list was ended or given to somebody else; there is nothing left to accept.',
  ),
  HANDOVER_ASKED: about(
    text('{{actor}} 询问您的移交', '{{actor}} asks about your hand-over'),
    '答复之后对方才会接收，请尽快答复。',
    'They accept once you have replied; please do so soon.',
  ),
  HANDOVER_REPLIED: about(
    text('{{actor}} 答复了您的交接询问', '{{actor}} replied about the hand-over'),
    '答复见交接清单；核对无误后请接收。',
    'The reply stands on the list; please accept once everything is clear.',
  ),
  IMPORT_FINISHED: about(
    text('导入{{outcome}}', 'The import has ended: {{outcome}}'),
    '导入 {{rows}} 行，未接受 {{refused}} 行。',
    '{{rows}} rows came in, {{refused}} were refused.',
  ),
  WEBHOOK_PAUSED: about(
    text(
      '{{partner}}的 Webhook 端点已暂停：{{outcome}}',
      'A webhook endpoint of {{partner}} is paused: {{outcome}}',
    ),
    '发往 {{endpoint}} 的通知已暂停：{{outcome}}。暂停期间的消息会保留；问题解决后，在端点页面恢复即可补发。',
    'What goes to {{endpoint}} is paused: {{outcome}}. Messages are kept meanwhile; resume it on its page once that is mended.',
  ),
  LEDGER_CONTRADICTED: about(
    text('台账见证“{{endpoint}}”发现不符', 'The witness {{endpoint}} contradicts the ledger'),
    '{{outcome}}。这不会自行消失：请不要改动任何数据，先导出台账留证，再向见证方索取其记录一并核验。',
    '{{outcome}}. This does not pass by itself: change nothing, export the ledger as evidence, and verify it with the log of the witness.',
  ),
  ACCOUNTS_ASSIGNED: about(
    text('有客户交由您专职负责', 'Clients are yours to answer for'),
    '{{actor}} 指定您为专职客户经理，您的客户列表里可以看到。',
    '{{actor}} named you as key account manager; you find them in your list of clients.',
  ),
  LEAD_ASSIGNED: about(
    text('线索 {{number}} 分给了您', 'Lead {{number}} is yours'),
    '{{actor}} 把线索 {{number}} 分给您，请尽快联系客户并登记。',
    '{{actor}} assigned lead {{number}} to you: get in touch soon, and log it.',
  ),
  LEAD_RETURNS_SOON: about(
    text('线索 {{number}} 即将退回公海', 'Lead {{number}} returns to the pool soon'),
    '线索 {{number}} 已多日没有跟进，{{dueAt}} 将自动退回公海。登记一次联系即可留下。',
    'Nothing was done about lead {{number}} for days: it returns to the pool by itself at {{dueAt}}. Log a contact to keep it.',
  ),
  LEAD_RETURNED: about(
    text('线索 {{number}} 已退回公海', 'Lead {{number}} went back to the pool'),
    '线索 {{number}} 久未跟进，已自动退回公海，任何同事都可以认领。',
    'Lead {{number}} was left untouched and went back to the pool, where any colleague may claim it.',
  ),
  ...salesTemplates(about),
  REVEALS_BEYOND: about(
    text(
      '{{actor}} 今天查阅的客户保密资料超出限额',
      '{{actor}} was shown more clients’ particulars than the limit',
    ),
    '{{actor}} 今天查阅的客户数已超出设定的限额。查了什么、谁的、为什么，见查阅台账。',
    '{{actor}} was shown confidential particulars of more clients today than the limit lets pass in silence. What, of whom and why stands in the ledger of reading.',
  ),
  PASSWORD_RESET: about(
    text('重设管家的登录密码', 'Reset your Steward password'),
    '有人（应当是您）申请重设密码。请在 {{hours}} 小时内打开下面的地址；若不是您，请不理会并告知管理员。',
    'Somebody, presumably you, asked to reset your password. Open the address below within {{hours}} hours. If it was not you, leave it and tell your administrator.',
  ),
  PASSWORD_CHANGED: about(
    text('您的登录密码已修改', 'Your password was changed'),
    '您的登录密码由 {{actor}} 修改。若不是您本人的意思，请立即联系管理员。',
    'Your password was changed by {{actor}}. If this was not your intention, call your administrator at once.',
  ),
  ROLES_CHANGED: about(
    text('您的角色有调整', 'Your roles were changed'),
    '{{actor}} 调整了您的角色，重新打开页面即可看到。',
    '{{actor}} changed your roles; open the page again to see them.',
  ),
}
