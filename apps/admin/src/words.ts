/** What the portal is called and what it is for. */
export const title = { zh: '管理', en: 'Administration' }
export const summary = {
  zh: '人员与角色、权限额度、数据导入与审计',
  en: 'People and roles, limits, imports and the audit trail',
}
