import { lazyPage, type PortalCommand, type PortalRoute } from '@steward/portal'
import { AddIcon, MoneyIcon } from '@steward/ui'

/** Money: what is owed, what came in, how it is collected. */
export const financeRoutes: readonly PortalRoute[] = [
  {
    path: 'finance',
    page: lazyPage(async () => (await import('./collection/collection-page.tsx')).CollectionPage),
    permission: 'receivable:readAmounts',
    menu: { label: { zh: '财务', en: 'Money' }, icon: <MoneyIcon />, key: 'm' },
  },
  {
    path: 'finance/receivables',
    page: lazyPage(async () => (await import('./receivables/receivables-page.tsx')).ReceivablesPage),
    permission: 'receivable:read',
  },
  {
    path: 'finance/charge',
    page: lazyPage(async () => (await import('./receivables/charge-page.tsx')).ChargePage),
    permission: 'receivable:registerMany',
  },
  {
    path: 'finance/payments',
    page: lazyPage(async () => (await import('./payments/payments-page.tsx')).PaymentsPage),
    permission: 'payment:read',
  },
  {
    path: 'finance/dunning',
    page: lazyPage(async () => (await import('./dunning/dunning-page.tsx')).DunningPage),
    permission: 'dunning:read',
  },
  {
    path: 'finance/reconciliations',
    page: lazyPage(async () => (await import('./reconciliations/statements-page.tsx')).StatementsPage),
    permission: 'reconciliation:read',
  },
  {
    path: 'finance/reconciliations/:id',
    page: lazyPage(async () => (await import('./reconciliations/statement-page.tsx')).StatementPage),
    permission: 'reconciliation:read',
  },
  {
    path: 'finance/costs',
    page: lazyPage(async () => (await import('./costs/costs-page.tsx')).CostsPage),
    permission: 'costEvent:read',
  },
  {
    path: 'finance/value',
    page: lazyPage(async () => (await import('./value/value-page.tsx')).ValuePage),
    permission: 'value:read',
  },
  {
    path: 'finance/value/assumptions',
    page: lazyPage(async () => (await import('./value/assumptions-page.tsx')).AssumptionsPage),
    permission: 'valueAssumption:read',
  },
]

export const financeCommands: readonly PortalCommand[] = [
  {
    key: 'record-payment',
    label: { zh: '登记收款', en: 'Record a payment' },
    icon: <MoneyIcon />,
    path: 'finance/payments?record',
    permission: 'payment:record',
  },
  {
    key: 'charge',
    label: { zh: '批量计费', en: 'Charge a project' },
    icon: <AddIcon />,
    path: 'finance/charge',
    permission: 'receivable:registerMany',
  },
  {
    key: 'record-cost',
    label: { zh: '记一笔成本', en: 'Record a cost' },
    icon: <MoneyIcon />,
    path: 'finance/costs?record',
    permission: 'costEvent:record',
  },
]
