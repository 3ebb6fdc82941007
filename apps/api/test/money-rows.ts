/** What generated rows of money keep to: the checks of their tables. */
export const MONEY_VALUES: Readonly<Record<string, readonly unknown[]>> = {
  'receivable.amount_minor': [100, 28_035, 9_999_999],
  'receivable.settled_minor': [0, 99],
  'receivable.state': ['OPEN', 'SETTLED', 'VOID'],
  'payment.amount_minor': [100, 28_035],
  'payment.credit_minor': [0, 100],
  'payment_allocation.amount_minor': [1, 28_035],
  // One client's: a community's has no client.
  'cost_event.share_rule': [null],
  'cost_event.share_weight': [null],
  'cost_event.labour_minutes': [0, 45],
  'cost_event.labour_role': ['TECHNICIAN', 'SALES'],
  'cost_event.material_minor': [0, 3_500],
  'cost_event.outside_minor': [0, 120_000],
  'cost_share.weight': [1, 8_950],
  'metric_entry.score': [0, 7_250, 10_000],
}
