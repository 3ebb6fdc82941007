/** What hangs on a client and is not in their copy, and why: a new table is in one or the other, or a test says so. */

/** Parts that are read with the person's own key, see `subject-archive.service.ts`. */
export const COPIED_WITH_KEY = [
  'client',
  'client_profile',
  'client_status_record',
  'client_field_value',
  'key_account_dossier',
] as const

const OTHERS = 'tells of other people'
const KEYS = 'a key, a clock or a place: it says nothing of the person'
const HOUSE = 'tells how the house did its own work, by whom and when'
const TWICE = 'the same words stand in another part'

export const LEFT_OUT_OF_COPY: Readonly<Record<string, string>> = {
  archive_confirmation: HOUSE,
  client_contact: OTHERS,
  client_key: KEYS,
  client_member: OTHERS,
  client_merge: HOUSE,
  client_merge_row: KEYS,
  client_reveal: HOUSE,
  cost_share: 'a share of what was spent on a place, not on them',
  controlled_document: TWICE,
  document_revision: TWICE,
  dunning_told: HOUSE,
  grading_due: HOUSE,
  handover_item: HOUSE,
  import_duplicate: OTHERS,
  key_account_due: KEYS,
  lead_due: KEYS,
  notice: 'told to staff, of cases that are in the copy',
  notice_due: KEYS,
  opportunity_due: KEYS,
  service_agreement_due: KEYS,
  plan_budget_line: HOUSE,
  plan_comment: HOUSE,
  plan_lesson: HOUSE,
  plan_summary: HOUSE,
  plan_reminder: HOUSE,
  plan_proposal: HOUSE,
  plan_decomposition: KEYS,
  plan_overrun: HOUSE,
  plan_spend: HOUSE,
  plan_task_draft: KEYS,
  promise_due: KEYS,
  promise_pause: HOUSE,
  spot_check_entry: HOUSE,
  subject_request_due: KEYS,
  webhook_attempt: KEYS,
  webhook_message: KEYS,
}
