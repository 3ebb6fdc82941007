import type { Clause } from '@steward/domain'
import type { DocumentStory } from './story.ts'

const FIRST: readonly Clause[] = [
  {
    heading: '目的',
    body: '规范客户投诉的受理、调查、处理与回访，使每一件投诉都有人负责、按时答复、有据可查。',
  },
  {
    heading: '适用范围',
    body: '适用于本公司各服务中心及总部受理的全部客户投诉。\n设备故障未造成损失的，按异常处理单办理，不适用本程序。',
  },
  {
    heading: '职责',
    body: '客服专员为首问责任人，负责登记、复述确认并跟进至移交为止。\n品质管理部负责调查并提出责任建议，总经办裁定责任。\n客户关系部制订处理方案，按核决权限表报批。',
  },
  {
    heading: '受理与登记',
    body: '接到投诉后 4 小时内完成登记，登记内容须向客户复述并请其确认。\n当日受理的投诉，当日给予首次答复；夜间受理的，次日 10 时前答复。',
  },
  {
    heading: '调查',
    body: '自受理之日起 3 日内提交调查报告，写明事实、证据与是否属实。\n必要时组织会勘，邀请客户与责任部门共同到场。',
  },
  {
    heading: '处理方案与批准',
    body: '方案须准备两个以上备选，择优先行提出，一次只向客户提出一个。\n未经批准，任何人不得向客户承诺补偿。\n方案提出人不得批准自己的方案。',
  },
  {
    heading: '执行与回访',
    body: '方案经客户确认后派发执行单，执行部门须留存凭证。\n处理完成后 5 日内由经办人以外的人员回访。',
  },
  {
    heading: '记录',
    body: '投诉登记表、调查报告、处理方案、回访记录存档三年。',
  },
]

const at = (
  clauses: readonly Clause[],
  heading: string,
  change: (body: string) => string,
): readonly Clause[] =>
  clauses.map((clause) => (clause.heading === heading ? { heading, body: change(clause.body) } : clause))

const SECOND: readonly Clause[] = [
  ...at(
    at(FIRST, '受理与登记', (body) => body.replace('4 小时', '2 小时')),
    '执行与回访',
    (body) => body.replace('5 日内', '3 日内'),
  ).slice(0, 7),
  {
    heading: '逾期督办',
    body: '承诺到期未兑现的，由总经办逐级督办：主管、经理、总监、总经理，每级一次，不重复、不跳级。',
  },
  { heading: '记录', body: '投诉登记表、调查报告、处理方案、回访记录存档五年。' },
]

const THIRD: readonly Clause[] = [
  ...at(SECOND, '受理与登记', (body) => body.replace('2 小时', '30 分钟')).slice(0, 4),
  {
    heading: '应急处置',
    body: '爆管、停电、电梯困人等紧急情形，值班人员在应急权限内先行处置。\n处置后 24 小时内补办审批手续；口头请示须记明请示人、时间与内容，并在时限内补签。',
  },
  ...at(SECOND, '执行与回访', (body) => `${body}\n客户不满意的，退回重新制订方案，不得以回访结案。`).slice(4),
]

export const COMPLAINT_PROCEDURE: DocumentStory = {
  kind: 'CONTROL_PROCEDURE',
  title: '客户投诉处理控制程序',
  departments: ['CSC', 'QMD', 'CRD'],
  reviewer: 'QUALITY',
  approver: 'CS_MANAGER',
  revisions: [
    { daysAgo: 196, by: 'CR_SUPERVISOR', content: { clauses: FIRST }, goes: 'SIGNED' },
    {
      daysAgo: 64,
      by: 'CR_SUPERVISOR',
      reason: '缩短登记与回访时限，增加逾期督办，延长记录保存期。',
      content: { clauses: SECOND },
      goes: 'SIGNED',
    },
    {
      daysAgo: 2,
      by: 'CR_SUPERVISOR',
      reason: '登记时限改为 30 分钟；增加应急处置与口头请示补签的规定；不满意不得结案。',
      content: { clauses: THIRD },
      goes: 'REVIEWED',
    },
  ],
}
