/** What is sold in a story, and on which papers. */
import { toGlobalId } from '../src/graphql/global-id.ts'
import type { Payload, Person } from './as.ts'
import type { Story } from './story.ts'

export interface Answer extends Payload {
  readonly id: string
  readonly version: number
  readonly status: string
}

export const TODAY = '2020-01-05'
export const PROPOSAL = [
  { heading: '致 {{客户名称}}', body: '{{本公司}}就“{{客户需求}}”提出本方案。' },
  { heading: '报价', body: '合计 {{报价合计}}。\n{{报价明细表}}\n付款：{{付款方式}}' },
  { heading: '补充', body: '{{自由填写}}' },
]
const AGREEMENT = [
  { heading: '双方', body: '甲方 {{客户名称}}，乙方 {{本公司}}，由 {{我方签约人}} 签署。' },
  { heading: '服务', body: '按方案 {{方案编号}}，期限 {{服务期限}}。\n{{Price table}}' },
]
export const TEMPLATES = { PROPOSAL_TEMPLATE: PROPOSAL, AGREEMENT_TEMPLATE: AGREEMENT }
export const LINE = {
  service: '保洁',
  unit: '月',
  quantityHundredths: 1_200,
  listMinor: 10_000,
  offeredMinor: 9_700,
  costMinor: 8_000,
}
const PAPER =
  'id version status number ordinal totalMinor clauses { position heading body part } lines { service offeredMinor } availableActions'
export const SENT = { channel: 'VISIT', sentOn: TODAY, sentTo: '行政总监' }

/** Its verbs, by the people of the story; templates are named by the ids of their documents. */
export const salesOf = (story: Story, seller: Person, templates: ReadonlyMap<string, string>) => {
  const draftTemplate = (kind: string, clauses: readonly object[]) => {
    const { headquarters } = story.ids.departments
    return story.as('CS_MANAGER').does<Answer & { document: { id: string } }>(
      'draftDocument',
      {
        kind,
        title: `模板 ${kind}`,
        executingDepartmentId: headquarters,
        supervisingDepartmentId: headquarters,
        editingDepartmentId: headquarters,
        content: { clauses },
      },
      'id version status document { id }',
    )
  }
  const documentVerb = (by: Person, name: string, it: Answer) =>
    by.does<Answer>(
      `${name}Document`,
      { revisionId: it.id, expectedVersion: it.version },
      'id version status',
    )
  const stage = (by: Person, name: string, it: Answer, more: object = {}) =>
    by.does<Answer>(
      `${name}Opportunity`,
      { opportunityId: it.id, expectedVersion: it.version, ...more },
      'id version status',
    )
  const prices = (by: Person, name: string, it: Answer, more: object = {}) =>
    by.does<Answer>(
      `${name}PriceForm`,
      { priceFormId: it.id, expectedVersion: it.version, ...more },
      'id version status',
    )

  /** One at the stage of its proposal, with approved prices. */
  const priced = async () => {
    const opened = await story.as('CS_MANAGER').does<Answer>(
      'openOpportunity',
      {
        clientId: story.ids.client,
        title: '保洁加时',
        need: '晚间加一班保洁',
        assigneeId: toGlobalId('Staff', seller.staffId),
      },
      'id version status',
    )
    const opportunity = await stage(seller, 'propose', opened)
    const form = await seller.does<Answer>(
      'draftPriceForm',
      { opportunityId: opportunity.id, lines: [LINE] },
      'id version status',
    )
    const approved = await prices(story.as('CR_SUPERVISOR'), 'approve', await prices(seller, 'submit', form))
    return { opportunity, form: approved }
  }
  const makeProposal = (by: Person, opportunityId: string, more: object = {}) =>
    by.does<Answer>(
      'makeSalesProposal',
      {
        opportunityId,
        templateId: templates.get('PROPOSAL_TEMPLATE')!,
        paymentTerms: '按季预付',
        periodFrom: '2026-02-01',
        periodTo: '2026-12-31',
        ...more,
      },
      PAPER,
    )
  const paper = (by: Person, name: string, it: Answer, more: object = {}) =>
    by.does<Answer>(
      `${name}SalesProposal`,
      { proposalId: it.id, expectedVersion: it.version, ...more },
      PAPER,
    )
  const agreementVerb = (by: Person, name: string, it: Answer, more: object = {}) =>
    by.does<Answer>(
      `${name}ServiceAgreement`,
      { agreementId: it.id, expectedVersion: it.version, ...more },
      'id version status number totalMinor awaitsMe remindOn clauses { body }',
    )
  const makeAgreement = (by: Person, proposalId: string) =>
    by.does<Answer>(
      'makeServiceAgreement',
      { proposalId, templateId: templates.get('AGREEMENT_TEMPLATE')! },
      'id version status number remindOn clauses { heading body part }',
    )
  return {
    draftTemplate,
    documentVerb,
    stage,
    prices,
    priced,
    makeProposal,
    paper,
    agreementVerb,
    makeAgreement,
  }
}
