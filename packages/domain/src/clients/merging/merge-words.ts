import { AUDIT_SUBJECT_LABELS } from '../../audit/audit-subject.ts'
import { text, type Text } from '../../text.ts'
import { PROFILE_FIELD_LABELS, PROFILE_FIELDS } from '../confidential/profile.ts'
import { MERGED_HEAD_LABELS, profileKey } from './merge-choice.ts'

/** Fields of every archive; of those that an organization has added it has the words. */
export const MERGED_FIELD_LABELS: Readonly<Record<string, Text>> = {
  ...MERGED_HEAD_LABELS,
  ...Object.fromEntries(PROFILE_FIELDS.map((field) => [profileKey(field), PROFILE_FIELD_LABELS[field]])),
}

/** What is counted on both sides of a merge: tables in the words of the audit trail. */
export const MERGE_COUNT_LABELS: Readonly<Record<string, Text>> = {
  ...AUDIT_SUBJECT_LABELS,
  'client.referrer_client_id': text('由其介绍的客户', 'Clients sent by them'),
  'client.merged_into_id': text('已并入的客户', 'Clients merged into them'),
  'lead.referrer_client_id': text('由其介绍的线索', 'Leads sent by them'),
  agreement: text('已签的处理协议', 'Agreements signed'),
  signed: text('案件上的签核', 'Signatures on cases'),
}
