import { DEFAULT_AUTHORITY_LIMITS, type AuthorityLimit } from '@steward/domain'
import type { DocumentStory } from './story.ts'

const GRADING = [
  {
    heading: '评估指标与权重',
    body: '缴费及时率 25%，在管面积 20%，服务年限 15%，配合程度 15%，口碑影响 15%，投诉处理后满意度 10%。',
  },
  {
    heading: '等级划分',
    body: '总分 85 分及以上为 A 级，70 至 84 分为 B 级，55 至 69 分为 C 级，55 分以下为 D 级。',
  },
  {
    heading: '等级用途',
    body: '等级只用于增加服务，不得低于合同约定的服务标准。\n等级不向客户与维修人员公开。',
  },
  { heading: '评估周期', body: '每半年评估一次，评估结果经审核、批准后以客户分级目录公布。' },
]

export const GRADING_STANDARD: DocumentStory = {
  kind: 'GRADING_STANDARD',
  title: '客户分级标准',
  departments: ['CRD', 'QMD', 'CRD'],
  reviewer: 'QUALITY',
  approver: 'CS_MANAGER',
  revisions: [
    {
      daysAgo: 6,
      by: 'CR_SUPERVISOR',
      content: { clauses: GRADING },
      goes: 'REJECTED',
      rejection: '“配合程度”无法量化，请改为可取数的指标并写明取数口径后再提交。',
    },
  ],
}

export const VISIT_RULES: DocumentStory = {
  kind: 'VISIT_RULES',
  title: '客户回访规则',
  departments: ['CRD', 'QMD', 'CRD'],
  reviewer: 'QUALITY',
  approver: 'CS_MANAGER',
  revisions: [
    {
      daysAgo: 120,
      by: 'CR_SUPERVISOR',
      content: {
        clauses: [
          { heading: '报修完成后', body: '维修完成后 3 至 5 日回访一次，询问是否修好、人员是否文明。' },
          { heading: '投诉解决后', body: '投诉解决后回访一至两次，由经办人以外的人员进行。' },
          { heading: '入住满一年', body: '入住满一年的住户回访一次，询问使用情况与对服务的意见。' },
          { heading: '通话礼仪', body: '先问候、核对身份并询问是否方便；不方便的，约定时间再回。' },
        ],
      },
      goes: 'SIGNED',
    },
  ],
}

/** Limits only grow: what was approved under a smaller one stays within. */
const raised = (
  limits: readonly AuthorityLimit[],
  changes: readonly AuthorityLimit[],
): readonly AuthorityLimit[] => [
  ...limits.filter((it) => !changes.some(({ role, cause }) => role === it.role && cause === it.cause)),
  ...changes,
]

const IN_FORCE = raised(DEFAULT_AUTHORITY_LIMITS, [
  { role: 'CR_SUPERVISOR', cause: null, limitMinor: 800_00 },
  { role: 'CS_MANAGER', cause: null, limitMinor: 6_000_00 },
  { role: 'CS_MANAGER', cause: 'SUPPLIER', limitMinor: 8_000_00 },
])

/** Its first revision is what the organization began with. */
export const AUTHORITY_MATRIX: DocumentStory = {
  kind: 'AUTHORITY_LIMITS',
  title: '投诉补偿核决权限表',
  departments: ['CRD', 'GMO', 'GMO'],
  reviewer: 'QUALITY',
  approver: 'GENERAL_MANAGER',
  revisions: [
    {
      daysAgo: 96,
      by: 'CS_MANAGER',
      reason: '主管与经理的权限普遍不足，小额补偿层层上报，影响当日答复；供方责任可以追偿，单列提高。',
      content: { limits: IN_FORCE },
      goes: 'SIGNED',
    },
    {
      daysAgo: 1,
      by: 'CS_MANAGER',
      reason: '不可抗力补偿下放至主管；总监权限随物价调整。',
      content: {
        limits: raised(
          IN_FORCE.filter(({ role, cause }) => role !== 'CR_SUPERVISOR' || cause !== 'FORCE_MAJEURE'),
          [{ role: 'CS_DIRECTOR', cause: null, limitMinor: 60_000_00 }],
        ),
      },
      goes: 'DRAFT',
    },
  ],
}
