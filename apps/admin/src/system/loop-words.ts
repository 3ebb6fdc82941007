import { text, type Text } from '@steward/domain'

/** What each thing that workers do again and again is for. */
const LOOPS: Readonly<Record<string, Text>> = {
  relay: text('事件转发：通知、实时刷新', 'Relay of what has happened: notices, live screens'),
  queue: text('任务队列：邮件、回调', 'Queue of jobs: mail, web hooks'),
  promises: text('承诺时限：到期提醒与督办', 'Clocks of promises: reminders, escalation'),
  'notice-mail': text('消息邮件与汇总', 'Mails of notices, digests'),
  'lead-returns': text('线索到期提醒与自动退回公海', 'Leads left untouched: warning, return to the pool'),
  'service-agreements': text('服务协议：到期提醒', 'Agreements that end soon'),
  opportunities: text('商机：久未跟进提醒', 'Opportunities left untouched'),
  'signing-reminders': text('签核到期提醒与督办', 'Overdue signatures: reminders, escalation'),
  'handover-reminders': text('交接提醒', 'Reminders of hand-overs'),
  documents: text('受控文件：到日生效', 'Controlled documents: coming into force'),
  attachments: text('附件：清理没有记录的内容', 'Files: contents without a record'),
  copies: text('受控副本：逾期提醒与督办', 'Controlled copies: overdue, escalation'),
  dunning: text('催收到期提醒', 'Dunning: due steps'),
  'equipment-inspections': text('设备检验：到期提醒与督办', 'Inspections of machines: due, overdue'),
  'plan-reminders': text('维护任务到期提醒', 'Care tasks: due, overdue'),
  'information-inventories': text('客户信息清单：确认到期', 'Information inventories: due'),
  care: text('关怀：推算生日、节日与久未联系', 'Care: birthdays, festivals, who was not in touch'),
  membership: text('会员：缴费积分、到期与续期', 'Membership: points, expiry, terms'),
  silence: text('沉默预警：逐个查看客户的往来节奏', 'Silence alerts: the rhythm of each client'),
  standing: text(
    '客户状况：每夜统计流失四步、RFM 和全年合计',
    'Standing of clients: steps, RFM and sums of a night',
  ),
  'subject-requests': text('个人信息主体请求：提醒与督办', 'Requests of data subjects: due, escalation'),
  'key-account-dossiers': text('大客户档案：到期提醒与督办', 'Dossiers of key accounts: due, escalation'),
  'key-account-tests': text('大客户四项条件：到期提醒', 'Tests of key accounts: due'),
  'import-sources': text('数据源保管：逾期提醒与督办', 'Custody of sources: overdue, escalation'),
  'audit-chain': text('审计记录：登记上链', 'Audit trail: places in the chain'),
  checkpoints: text('台账：检查点与见证文件', 'Ledgers: checkpoints, file of the witness'),
  witnesses: text('台账：副署与审计邮箱', 'Ledgers: cosigners, mailboxes'),
  'forgotten-passwords': text('找回密码', 'Forgotten passwords'),
  'grading-calendar': text('评级到期提醒', 'Gradings due by the calendar'),
  webhooks: text('合作方回调', 'Web hooks of partners'),
  abandoned: text('被中断的任务', 'Jobs that were cut off'),
  retries: text('手动重试', 'Jobs to be tried again'),
  prune: text('清理旧记录', 'Clearing of old entries'),
}
/** Who does a job. */
const CONSUMERS: Readonly<Record<string, Text>> = {
  mail: text('发送邮件', 'Sending mail'),
  webhooks: text('回调合作方', 'Calling a partner'),
  'attachment-removal': text('清除已移除的附件', 'Removing contents of files'),
  'grading-scoring': text('客户评级计分', 'Scoring of clients'),
  'copy-production': text('制作受控副本', 'Producing controlled copies'),
  'copy-files': text('删除已签收副本的文件', 'Removing files that are signed for'),
  'import-files': text('删除已销毁的导入数据源', 'Removing files of destroyed import sources'),
  'ledger-verification': text('核验签核台账', 'Verifying the ledger'),
  'plan-decomposition': text('分解维护任务', 'Making the tasks of maintenance plans'),
  'silence-backtest': text('沉默回测', 'Backtests of silence'),
  'plan-proposals': text('分级目录公布后提出维护方案', 'Proposing plans after a directory'),
  'grading-simulation': text('模拟分级', 'Simulating a grading standard'),
}

/** A name that this version does not know stands for itself. */
export const loopLabel = (name: string): Text => LOOPS[name] ?? text(name, name)
export const consumerLabel = (name: string): Text => CONSUMERS[name] ?? text(name, name)
