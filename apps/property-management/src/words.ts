/** What the portal is called and what it is for; the build writes the title into the list of portals. */
export const title = { zh: '物业管理', en: 'Property management' }
export const summary = {
  zh: '项目与楼栋，以及派到本部门的任务',
  en: 'Projects and buildings, and the orders given to your department',
}
