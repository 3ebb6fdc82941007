/** Which of two archives has the word, field by field. */
import { AUDIT_SUBJECT_LABELS } from '../../audit/audit-subject.ts'
import { invalidInput, type InvalidInput } from '../../errors.ts'
import { text, type Text } from '../../text.ts'
import type { ClientKind } from '../client.ts'
import { PROFILE_FIELD_LABELS, PROFILE_FIELDS } from '../confidential/profile.ts'

/** Fields of the head of an archive that are chosen as one; whoever sent them is one field, named in one of two ways. */
export const MERGED_HEAD = {
  name: ['name'],
  kind: ['kind'],
  relation: ['relation'],
  phone: ['phone'],
  email: ['email'],
  source: ['source'],
  referrer: ['referrerClientId', 'referrer'],
  keyAccountManager: ['keyAccountManagerId'],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type MergedHeadField = keyof typeof MERGED_HEAD
export const MERGED_HEAD_FIELDS = Object.keys(MERGED_HEAD) as readonly MergedHeadField[]

export const MERGED_HEAD_LABELS: Readonly<Record<MergedHeadField, Text>> = {
  name: text('姓名/名称', 'Name'),
  kind: text('客户类别', 'Kind'),
  relation: text('关系', 'Relation'),
  phone: text('电话', 'Phone'),
  email: text('邮箱', 'E-mail'),
  source: text('来源', 'Source'),
  referrer: text('介绍人', 'Referred by'),
  keyAccountManager: text('专职客户经理', 'Key account manager'),
}

/** `profile:birthday`: a particular of the profile. `field:<id>`: a field that the organization has added. */
export const profileKey = (field: string): string => `profile:${field}`
export const customKey = (fieldId: string): string => `field:${fieldId}`

/** What a field is called; of a field that the organization has added it is the organization's to say. */
export const mergeFieldLabel = (key: string): Text | undefined => {
  if (key in MERGED_HEAD_LABELS) return MERGED_HEAD_LABELS[key as MergedHeadField]
  const particular = PROFILE_FIELDS.find((field) => profileKey(field) === key)
  return particular && PROFILE_FIELD_LABELS[particular]
}

/** How two archives stand to each other in one field. SEALED: both have a value, and nobody is shown whether it is the same. */
export const MERGE_STANDINGS = [
  'NEITHER',
  'SAME',
  'SURVIVOR_ONLY',
  'MERGED_ONLY',
  'DIFFERENT',
  'SEALED',
] as const
export type MergeStanding = (typeof MERGE_STANDINGS)[number]

export interface MergeField {
  readonly key: string
  readonly standing: MergeStanding
}

/** A value, or null where the archive does not say; sealed ones are opaque. */
export type MergeValues = ReadonlyMap<string, string | null>

/** Both archives, field by field, in the order of the survivor's and then the other's fields. */
export const mergeFields = (
  survivor: MergeValues,
  merged: MergeValues,
  isSealed: (key: string) => boolean,
): readonly MergeField[] =>
  [...new Set([...survivor.keys(), ...merged.keys()])].map((key) => {
    const [one, other] = [survivor.get(key) ?? null, merged.get(key) ?? null]
    if (one === null) return { key, standing: other === null ? 'NEITHER' : 'MERGED_ONLY' }
    if (other === null) return { key, standing: 'SURVIVOR_ONLY' }
    if (isSealed(key)) return { key, standing: 'SEALED' }
    return { key, standing: one === other ? 'SAME' : 'DIFFERENT' }
  })

/** Where the merged client's word can stand: nothing takes the place of what somebody said. */
export const isTakeable = ({ standing }: MergeField): boolean =>
  standing === 'MERGED_ONLY' || standing === 'DIFFERENT' || standing === 'SEALED'

/** The survivor's word stands, else what is not empty. */
export const takenByDefault = (fields: readonly MergeField[]): readonly string[] =>
  fields.filter(({ standing }) => standing === 'MERGED_ONLY').map(({ key }) => key)

/** Each once, in the order of the fields. @returns what cannot be taken, by its place in the input */
export const checkTaken = (
  fields: readonly MergeField[],
  taken: readonly string[],
): { readonly taken: readonly string[] } | { readonly error: InvalidInput } => {
  const takeable = new Set(fields.filter(isTakeable).map(({ key }) => key))
  const wrong = taken.flatMap((key, at) => (takeable.has(key) ? [] : [`taken.${at}`]))
  if (wrong.length > 0) return { error: invalidInput(...wrong.map((path) => ({ path, message: NOT_THERE }))) }
  return { taken: [...takeable].filter((key) => taken.includes(key)) }
}

const NOT_THERE = text(
  '并入的客户没有这一项，或双方相同，无从选取。',
  'The merged client does not say this, or both say the same: there is nothing to choose.',
)

/** What the archive says that goes on. @param taken as `checkTaken` answers it */
export const chosenValues = (
  survivor: MergeValues,
  merged: MergeValues,
  taken: readonly string[],
): MergeValues =>
  new Map(
    [...new Set([...survivor.keys(), ...merged.keys()])].map((key) => [
      key,
      (taken.includes(key) ? merged.get(key) : survivor.get(key)) ?? null,
    ]),
  )

/** A person or household is not a company: their archives say different things. */
export const areOfOneSort = (one: ClientKind, other: ClientKind): boolean =>
  (one === 'COMPANY') === (other === 'COMPANY')

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
  cost_share: text('分摊到的成本', 'Shares of a cost'),
  agreement: text('已签的处理协议', 'Agreements signed'),
  signed: text('案件上的签核', 'Signatures on cases'),
}
