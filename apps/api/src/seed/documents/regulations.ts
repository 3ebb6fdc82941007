import type { Clause } from '@steward/domain'
import type { DocumentStory } from './story.ts'

const CONFIDENTIALITY: readonly Clause[] = [
  {
    heading: '总则',
    body: '客户信息分为纸质、电子文件、系统数据三类载体，分别管理。\n除档案外，任何纸面不得留存客户信息。',
  },
  {
    heading: '查阅与打印',
    body: '公司内部打印须经保管部门负责人批准，驻场打印须经服务中心项目经理批准。\n打印件加盖“受控文件”章，编号登记，写明领用人与使用期限，不得外借，不得带离办公场所。',
  },
  {
    heading: '对外提供',
    body: '客户信息用于公司以外的任何用途，须经总经理批准。',
  },
  {
    heading: '开发商移交资料',
    body: '开发商移交的客户原始资料由服务中心项目经理一人保管，导入核对无误后在其监督下销毁，并留存销毁记录。',
  },
  {
    heading: '违规处理',
    body: '未经授权查阅客户信息的，按违规事件登记并追究责任。',
  },
]

const STRICTER: readonly Clause[] = CONFIDENTIALITY.map(({ heading, body }) => {
  if (heading === '查阅与打印')
    return { heading, body: `${body}\n到期未交回的打印件，由品质管理部逐日催收。` }
  if (heading === '对外提供')
    return {
      heading,
      body: '客户信息用于公司以外的任何用途，须经品质管理部审核、总经理批准，并留存接收方的保密承诺书。',
    }
  return { heading, body }
})

/** The last day of the month is never the first of the next: the revision waits for it whatever day it is. */
export const CONFIDENTIALITY_REGULATION: DocumentStory = {
  kind: 'REGULATION',
  title: '客户信息保密管理办法',
  departments: ['CRD', 'QMD', 'QMD'],
  reviewer: 'CR_SUPERVISOR',
  approver: 'GM_OFFICE',
  revisions: [
    { daysAgo: 150, by: 'QUALITY', content: { clauses: CONFIDENTIALITY }, goes: 'SIGNED' },
    {
      daysAgo: 5,
      by: 'QUALITY',
      reason: '对外提供增加品质审核与保密承诺书；到期打印件逐日催收。',
      content: { clauses: STRICTER },
      goes: 'SIGNED',
      effectiveInDays: 10,
    },
  ],
}

export const DUTY_REGULATION: DocumentStory = {
  kind: 'REGULATION',
  title: '前台值班管理办法',
  departments: ['CSC', 'GMO', 'CSC'],
  reviewer: 'QUALITY',
  approver: 'GM_OFFICE',
  revisions: [
    {
      daysAgo: 170,
      by: 'CS_MANAGER',
      content: {
        clauses: [
          { heading: '值班时间', body: '前台每日 8 时至 20 时值班，夜间由服务中心值班台接听。' },
          { heading: '交接班', body: '交接班须书面记录未了事项，由接班人签收。' },
        ],
      },
      goes: 'SIGNED',
    },
  ],
  retired: {
    daysAgo: 40,
    by: 'GENERAL_MANAGER',
    reason: '交接班改在系统内办理，值班安排并入排班表，本办法不再执行。',
  },
}
