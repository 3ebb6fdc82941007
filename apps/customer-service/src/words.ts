/** What the portal is called and what it is for; the build writes the title into the list of portals. */
export const title = { zh: '客户服务', en: 'Customer service' }
export const summary = {
  zh: '投诉从受理、处理到回访结案',
  en: 'Complaints from receipt to the last return visit',
}
