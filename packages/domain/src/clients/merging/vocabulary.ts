import { text, type Text } from '../../text.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

export const CLIENT_MERGE_STATUSES = [
  'IN_SIGNING',
  'MERGED',
  'REVERSAL_IN_SIGNING',
  'REVERSED',
  'REJECTED',
  'WITHDRAWN',
] as const
export type ClientMergeStatus = (typeof CLIENT_MERGE_STATUSES)[number]

export const CLIENT_MERGE_STATUS_LABELS: Labels<ClientMergeStatus> = {
  IN_SIGNING: text('合并待批准', 'To be approved'),
  MERGED: text('已合并', 'Merged'),
  REVERSAL_IN_SIGNING: text('撤销待批准', 'Reversal to be approved'),
  REVERSED: text('已撤销合并', 'Reversed'),
  REJECTED: text('已驳回', 'Rejected'),
  WITHDRAWN: text('已撤回', 'Withdrawn'),
}

/** Awaiting a signature: meanwhile neither client is in another merge. */
export const OPEN_MERGE_STATUSES = ['IN_SIGNING', 'REVERSAL_IN_SIGNING'] as const
/** Carried out and not taken back. */
export const STANDING_MERGE_STATUSES = ['MERGED', 'REVERSAL_IN_SIGNING'] as const

/** Verb, permission and mutation bear the same name. */
export const CLIENT_MERGE_ACTIONS = ['propose', 'review', 'approve', 'reject', 'withdraw', 'reverse'] as const
export type ClientMergeAction = (typeof CLIENT_MERGE_ACTIONS)[number]

export const CLIENT_MERGE_ACTION_LABELS: Labels<ClientMergeAction> = {
  propose: text('提请合并', 'Propose the merge'),
  review: text('审核通过', 'Review'),
  approve: text('批准', 'Approve'),
  reject: text('驳回', 'Reject'),
  withdraw: text('撤回', 'Withdraw'),
  reverse: text('撤销合并', 'Reverse the merge'),
}

/** How the audit trail tells of it, after the name of who did it. */
export const CLIENT_MERGE_EVENT_LABELS: Labels<ClientMergeAction> = {
  propose: text('提请合并客户', 'proposed the merge of clients'),
  review: text('审核了客户合并', 'reviewed the merge of clients'),
  approve: text('批准了客户合并', 'approved the merge of clients'),
  reject: text('驳回了客户合并', 'rejected the merge of clients'),
  withdraw: text('撤回了客户合并', 'withdrew the merge of clients'),
  reverse: text('提请撤销客户合并', 'proposed to reverse the merge of clients'),
}
