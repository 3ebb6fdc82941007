import type { Permission } from '@steward/domain'
import { messages, useMay, useMessages, usePortalPath } from '@steward/portal'
import { PageHeader, ViewTabs } from '@steward/ui'
import type { ReactNode } from 'react'

const texts = messages({
  title: { zh: '财务', en: 'Money' },
  pages: { zh: '财务页面', en: 'Pages of money' },
  collection: { zh: '收缴概览', en: 'Collection' },
  receivables: { zh: '应收', en: 'Receivables' },
  payments: { zh: '收款', en: 'Payments' },
  dunning: { zh: '催收', en: 'Dunning' },
  statements: { zh: '对账单', en: 'Statements' },
  costs: { zh: '成本', en: 'Costs' },
  value: { zh: '客户价值', en: 'Value' },
})

const PAGES = [
  ['collection', 'finance', 'receivable:readAmounts'],
  ['receivables', 'finance/receivables', 'receivable:read'],
  ['payments', 'finance/payments', 'payment:read'],
  ['dunning', 'finance/dunning', 'dunning:read'],
  ['statements', 'finance/reconciliations', 'reconciliation:read'],
  ['costs', 'finance/costs', 'costEvent:read'],
  ['value', 'finance/value', 'value:read'],
] as const satisfies readonly (readonly [string, string, Permission])[]

/** The head of every page of money, with the way to the others. */
export function FinanceHeader(props: {
  readonly current: (typeof PAGES)[number][0]
  readonly subtitle: string
  readonly actions?: ReactNode
}) {
  const say = useMessages(texts)
  const may = useMay()
  const path = usePortalPath()
  const views = PAGES.filter(([, , permission]) => may(permission)).map(([key, to]) => ({
    key,
    label: say(key),
    to: path(to),
  }))
  return (
    <>
      <PageHeader title={say('title')} subtitle={props.subtitle} actions={props.actions} />
      <ViewTabs label={say('pages')} views={views} current={props.current} />
    </>
  )
}
