/** What proposals and agreements are made from: the two templates that the demonstration has in force. */
import type { DocumentStory } from './story.ts'

const HEAD = {
  departments: ['CRD', 'QMD', 'CRD'],
  reviewer: 'QUALITY',
  approver: 'CS_DIRECTOR',
} as const

export const PROPOSAL_TEMPLATE: DocumentStory = {
  ...HEAD,
  kind: 'PROPOSAL_TEMPLATE',
  title: '增值服务方案书',
  revisions: [
    {
      daysAgo: 118,
      by: 'CR_SUPERVISOR',
      content: {
        clauses: [
          {
            heading: '致 {{客户名称}}',
            body: '感谢您的信任。就“{{客户需求}}”，{{本公司}}提出以下方案，编号 {{文件编号}}。',
          },
          { heading: '服务内容', body: '{{服务内容}}，期限 {{服务期限}}。' },
          { heading: '报价', body: '含税合计 {{报价合计}}。\n{{报价明细表}}\n付款方式：{{付款方式}}。' },
          { heading: '补充约定', body: '{{自由填写}}' },
          { heading: '联系人', body: '{{我方联系人}}，本报价有效期至 {{报价有效期}}。' },
        ],
      },
      goes: 'SIGNED',
    },
  ],
}

export const AGREEMENT_TEMPLATE: DocumentStory = {
  ...HEAD,
  kind: 'AGREEMENT_TEMPLATE',
  title: '增值服务协议',
  revisions: [
    {
      daysAgo: 117,
      by: 'CR_SUPERVISOR',
      content: {
        clauses: [
          { heading: '双方', body: '甲方：{{客户名称}}。\n乙方：{{本公司}}，签约人 {{我方签约人}}。' },
          { heading: '服务与价格', body: '按方案 {{方案编号}} 提供：{{服务内容}}。\n{{报价明细表}}' },
          { heading: '期限与付款', body: '服务期限 {{服务期限}}。付款方式：{{付款方式}}。' },
          { heading: '其他约定', body: '{{自由填写}}' },
        ],
      },
      goes: 'SIGNED',
    },
  ],
}
