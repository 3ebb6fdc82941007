/** What people write at a step, whatever the matter. Templates, as in matters/matter.ts. */
import type { Option } from '../matters/matter.ts'

export const PHRASES = {
  progress: [
    '已电话告知客户目前进展，正在安排现场核实。',
    '向客户说明已派专人跟进，核实后再答复。',
    '电话告知客户正在等待施工单位反馈，客户表示理解。',
    '微信回复客户：已受理，处理安排确定后第一时间告知。',
  ],
  newTime: [
    '客户称当天不便，电话约定改期。',
    '客户出差，同意回来后再沟通。',
    '客户要求周末家人在场时再谈，同意改约。',
  ],
  lastWord: ['已电话告知客户处理结果。', '已向客户当面说明结果，客户无异议。'],
  quickDemand: ['请{尽快|当天}处理并回电', '希望给个说法', '不要再发生'],
  approved: [
    '同意，按方案执行。',
    '金额合理，同意。{请注意保留凭证。|}',
    '同意。完工后报送照片。',
    '责任清楚，同意按此办理。',
    '同意，请当面向{who}说明。',
  ],
  approvedByWord: [
    '{who}急等答复，电话请示，同意先按方案处理，回来补签。',
    '会议间隙当面请示，同意按此金额处理。',
  ],
  signedWord: ['属实，同意。', '当时已口头同意，补签。'],
  rejected: [
    '责任比例依据不足，请补充会勘记录后再报。',
    '金额偏高，请先与{供应商|外包单位}核定后重报。',
    '方案未回应{who}的主要诉求，请补充。',
  ],
  offered: [
    '已电话向{client}说明方案与时间，{对方表示考虑一下|对方要求看书面方案}。',
    '当面沟通方案，已留书面说明一份。',
    '微信发送方案并电话解释。',
  ],
  confirmed: [
    '{client}{电话|当面}表示同意。',
    '{client}同意方案，要求{按时完成|提前一天电话联系}。',
    '{client}在方案上签字。',
    '{client}微信回复“可以”，截图留存。',
  ],
  authorityReply: ['已按期书面答复 12345 平台，承办单位审核通过。', '12345 工单已答复，平台确认办结。'],
  internalReply: ['异常处理单无外部客户，处理安排已在{project}值班群公示。'],
  publicReply: ['已在{公告栏|业主群}公开答复处理方案，三日内无异议。'],
  refused: [
    '{client}认为{时间太长|没有诚意}，不接受，希望考虑其他办法。',
    '{client}不接受该方案，要求{直接补偿|换一种处理方式}。',
    '{client}担心{影响日常使用|再次返工}，不同意这样处理。',
  ],
  refusedMoney: [
    '{client}认为金额偏低，不接受。',
    '{client}表示“不是钱的问题”，要求先把问题彻底解决。',
    '{client}不接受{amount}元的方案，希望考虑其他办法。',
  ],
  attempt: ['拨打两次无人接听，已发短信。', '电话关机，已在门上留条。', '微信留言未回，改日再联系。'],
  unreachable: ['三次联系未果，已寄挂号信告知方案，视为送达。'],
  ruled: [
    '同意品质部意见，责任部门本周内提交整改。',
    '事实清楚，责任比例适当，予以裁定。',
    '责任认定无异议，纳入本月服务考核。',
  ],
  contained: ['已按应急预案处置，现场可控。'],
  returned: [
    '需{先由供应商确认配件型号|业主预约入户时间}，暂退回。',
    '本部门无{高空作业|带电作业}资质，请改派。',
  ],
  satisfied: [
    '{client}表示满意，{感谢跟进|无其他要求}。',
    '回访：问题未再出现，{client}认可处理结果。',
    '{client}说“比预想的快”，给{四|五}星。',
    '回访一切正常，{client}对{沟通|效率}比较满意。',
  ],
  satisfiedInPublic: ['现场复查整改有效，公告后无进一步意见。'],
  checkedOnSite: ['现场复查合格，连续观察{两|三}天未再出现。'],
  unreached: ['{两|三}次回访未接通，现场查看已修复，存档。'],
  dissatisfied: [
    '{client}不满意：{问题又出现|承诺的时间没有兑现}。',
    '{client}认为只解决了一半，要求重新处理。',
  ],
  closed: ['资料齐全，同意结案。', '回访满意，予以结案。', '整改闭环，结案归档。'],
  answered: ['{client}表示答复清楚，没有其他问题。', '{client}已按指引办好，感谢答复。'],
  thanked: ['已向{client}致谢，{client}很高兴。', '{client}收到回复，表示会继续支持物业工作。'],
  closedQuick: ['已办结。', '处理及时，同意结案。', '回访无异议，结案。'],
  closedReferral: ['第三方已答复并告知{client}，结案。'],
  reopened: ['结案后{一周|十天}问题再次出现，{client}要求重新处理，升一级办理。'],
  withdrawn: [
    '{client}表示已与{邻居|对方}协商解决，撤回。',
    '{client}称误会已消除，主动撤回。',
    '{client}表示不再追究，要求撤单。',
  ],
  merged: ['与在办案件为同一事项、同一地点，合并办理。'],
  moneyOrder: [
    '核对{client}账户信息，办理{amount}元支付手续并取得签收单。',
    '为{client}办理{amount}元款项，财务打款后通知本人并留存凭证。',
  ],
  moneyEvidence: ['{amount}元已到账，签收单编号 QS{1000..9999}。', '财务已支付{amount}元，{client}签收。'],
  otherOrder: ['落实已批准方案：{option}。完成后上传照片与签收记录。'],
  unwatchedOutcome: ['已按方案完成，现场照片留存，结果书面送达'],
  secondOutcome: ['负责人已上门复查致歉，遗留问题当场整改完毕', '复查后补做{两|三}处，{client}当面确认'],
  otherEvidence: ['已按方案完成，照片{2..6}张，{client}签字确认。'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>

/** Offered when the first proposal did not end the matter. */
export const SECOND_PROPOSAL: readonly [Option, ...Option[]] = [
  { kind: 'SENIOR_VISITOR', description: '由总经办与品质部负责人上门复查整改、当面致歉，并承诺复查日期' },
  { kind: 'FEE_CREDIT', description: '在整改之外另减免物业费{amount}元', yuan: [200, 480] },
]
