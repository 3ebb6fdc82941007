import { text, type Text } from '../text.ts'

/** What is said of opportunities and of what was agreed on. @param about makes a text of subject and body */
export const salesTemplates = <T>(about: (subject: Text, zh: string, en: string) => T) => ({
  OPPORTUNITY_ASSIGNED: about(
    text('商机 {{number}} 交给了您', 'Opportunity {{number}} is yours'),
    '{{actor}} 把商机 {{number}} 交给您跟进，请尽快联系客户并登记。',
    '{{actor}} gave you opportunity {{number}}: get in touch soon, and log it.',
  ),
  AGREEMENT_ENDS_SOON: about(
    text('商机 {{number}} 的服务协议将到期', 'The agreement of opportunity {{number}} ends soon'),
    '商机 {{number}} 的服务协议将要到期，请及早与客户商谈续签。',
    'The agreement of opportunity {{number}} ends soon: speak with the client about what comes after.',
  ),
  OPPORTUNITY_UNTOUCHED: about(
    text('商机 {{number}} 久未跟进', 'Opportunity {{number}} is left untouched'),
    '商机 {{number}} 在当前阶段已多个工作日没有跟进。登记一次跟进，或者按实际情况推进、标记失败。',
    'Nothing was done about opportunity {{number}} at its stage for days. Log a contact, take it on, or say that it is lost.',
  ),
})
