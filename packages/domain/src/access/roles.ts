import { text, type Text } from '../text.ts'

/** Rules name roles, never persons; a person may hold several. What each answers for, `ROLE_DUTY_TEXTS` tell. */
export const ROLES = [
  'ADMIN',
  'GENERAL_MANAGER',
  'GM_OFFICE',
  'CS_DIRECTOR',
  'CS_MANAGER',
  'CR_SUPERVISOR',
  'CR_SPECIALIST',
  'SERVICE_AGENT',
  'QUALITY',
  'KEY_ACCOUNT_MANAGER',
  'SITE_MANAGER',
  'TECHNICIAN',
  'INFORMATION_CLERK',
  'SALES',
  'FINANCE',
  'AUDITOR',
  'PARTNER',
] as const
export type Role = (typeof ROLES)[number]

export const ROLE_LABELS: Readonly<Record<Role, Text>> = {
  ADMIN: text('系统管理员', 'Administrator'),
  GENERAL_MANAGER: text('总经理', 'General manager'),
  GM_OFFICE: text('总经办', "General manager's office"),
  CS_DIRECTOR: text('客户总监', 'Client director'),
  CS_MANAGER: text('客户服务经理', 'Client service manager'),
  CR_SUPERVISOR: text('客户关系主管', 'Client relations supervisor'),
  CR_SPECIALIST: text('客户关系专员', 'Client relations specialist'),
  SERVICE_AGENT: text('客服专员', 'Service agent'),
  QUALITY: text('品质管理', 'Quality management'),
  KEY_ACCOUNT_MANAGER: text('专职客户经理', 'Key account manager'),
  SITE_MANAGER: text('服务中心项目经理', 'Site manager'),
  TECHNICIAN: text('维修人员', 'Technician'),
  INFORMATION_CLERK: text('信息员', 'Information clerk'),
  SALES: text('销售', 'Sales'),
  FINANCE: text('财务', 'Finance'),
  AUDITOR: text('审计', 'Auditor'),
  PARTNER: text('合作方', 'Partner'),
}
