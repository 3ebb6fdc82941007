import { DEFAULT_AUTHORITY_LIMITS, type AuthorityLimit } from '@steward/domain'
import type { DocumentStory } from './story.ts'

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
