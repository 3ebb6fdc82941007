import { z } from 'zod'
import { ROLES, type Role } from '../access/roles.ts'
import { expectedVersion, id, optional, words } from '../input.ts'
import { text, type Text } from '../text.ts'
import { newPassword } from './password.ts'

/** A partner is a program with a credential of its own, never a person. */
export const STAFF_ROLES: readonly Role[] = ROLES.filter((role) => role !== 'PARTNER')

/** What each role answers for: every step of a life cycle has exactly one of them. */
export const ROLE_DUTY_TEXTS: Readonly<Record<Role, Text>> = {
  ADMIN: text(
    '人员、角色、配置与接口；看不到客户资料，也不因此签任何业务',
    'People, roles, configuration and integrations; sees no client and signs no business by virtue of it',
  ),
  GENERAL_MANAGER: text(
    '审批链的终点；客户信息出企业须经其批准；书面批示',
    'The top of every approval; client data leaving the company; written instructions',
  ),
  GM_OFFICE: text(
    '案件总控：受理、督办、召集会审、裁定责任、评价各部门服务',
    'Case control: accepts cases, runs the overdue list, convenes reviews, rules on responsibility',
  ),
  CS_DIRECTOR: text('维护方案与高额补偿的终审', 'Final approval of maintenance plans and high compensation'),
  CS_MANAGER: text(
    '批准分级标准与目录，审核方案，指导改进',
    'Approves grading standards and directories, reviews plans, guides improvement',
  ),
  CR_SUPERVISOR: text(
    '评估准则、客户分级、编制并分解维护方案、维护报告',
    'Criteria, grades, writing and decomposing plans, the maintenance report',
  ),
  CR_SPECIALIST: text(
    '建档与维护档案、准备评估、落实措施、回访与总结',
    'Keeps the archive, prepares evaluations, carries out measures, return visits, summaries',
  ),
  SERVICE_AGENT: text(
    '首问负责：第一个接待的人，负责到交接被接收为止',
    'First contact: stays responsible until the matter is handed over and accepted',
  ),
  QUALITY: text(
    '调查、提出责任建议、验证纠正措施、主管保密规定',
    'Investigates, proposes responsibility, checks corrective actions, owns the confidentiality rule',
  ),
  KEY_ACCOUNT_MANAGER: text('每位大客户的唯一对接人', 'The one named person for each key account'),
  SITE_MANAGER: text(
    '项目的房号、人员、报修与巡查；现场客户资料保管人',
    'A project’s units, staff, requests and rounds; custodian of client data on site',
  ),
  TECHNICIAN: text('现场执行工单', 'Carries out orders on site, on a phone'),
  INFORMATION_CLERK: text(
    '在项目经理授权内录入、核对客户资料；只看，不印、不抄、不转',
    'Loads and checks client data within the site manager’s grant: view only',
  ),
  SALES: text('线索、商机，向档案移交', 'Leads, opportunities, hand-over to the archive'),
  FINANCE: text('应收、补偿结算、方案支出', 'Receivables, settlement of compensation, plan spend'),
  AUDITOR: text(
    '除机密外都可查阅，核验台账，不作任何改动',
    'Reads everything but secrets, verifies the ledger, changes nothing',
  ),
  PARTNER: text('合作方程序，凭证登录并受范围限制', 'A partner’s program, by credential, within its scopes'),
}

/** Letters of any script, digits, and `.` `_` `-` between them; no `@`, which begins the organization's code. */
const SIGN_IN_NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,38}[\p{L}\p{N}]$/u

/** Before the @; lower case. */
export const signInName = () =>
  words(40)
    .transform((typed) => typed.toLowerCase())
    .refine((name) => SIGN_IN_NAME.test(name), {
      params: {
        text: text(
          '2 至 40 个字母、汉字或数字，中间可用 . _ -',
          'Use 2 to 40 letters or digits, with . _ - in between.',
        ),
      },
    })

const step = { expectedVersion: expectedVersion() }
const particulars = { name: words(50), position: optional(words(50)), departmentId: optional(id()) }
const roles = () => z.array(z.enum(STAFF_ROLES)).transform((held) => [...new Set(held)].toSorted())
const places = () => z.array(id()).max(200)

/** One schema a verb: what the mutation accepts, what the form checks. */
export const STAFF_INPUTS = {
  hire: z.object({ signInName: signInName(), ...particulars, roles: roles(), password: newPassword() }),
  change: z.object({ ...step, ...particulars }),
  /** The whole set: what is not named is taken away. Nobody without a role can do anything, which is allowed. */
  assignRoles: z.object({ ...step, roles: roles() }),
  /** Whole projects, and single buildings of others. */
  assignTerritory: z.object({ ...step, projectIds: places(), buildingIds: places() }),
  disable: z.object(step),
  enable: z.object(step),
  countersignPasskey: z.object({ ...step, factorId: id() }),
  resetFactors: z.object(step),
  endSessions: z.object(step),
  issuePasswordReset: z.object(step),
  resetPassword: z.object({ ...step, password: newPassword() }),
  changePassword: z.object({ currentPassword: z.string().max(1_000), newPassword: newPassword() }),
} as const

export type StaffVerb = keyof typeof STAFF_INPUTS
export type StaffInput<V extends StaffVerb> = z.output<(typeof STAFF_INPUTS)[V]>
