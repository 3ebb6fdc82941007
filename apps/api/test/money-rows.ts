/** What generated rows of money keep to: the checks of their tables. */
export const MONEY_VALUES: Readonly<Record<string, readonly unknown[]>> = {
  'receivable.amount_minor': [100, 28_035, 9_999_999],
  'receivable.settled_minor': [0, 99],
  'receivable.state': ['OPEN', 'SETTLED', 'VOID'],
  'payment.amount_minor': [100, 28_035],
  'payment.credit_minor': [0, 100],
  'payment_allocation.amount_minor': [1, 28_035],
}
