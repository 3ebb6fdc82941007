import { text, type Text } from '../text.ts'

export const CLIENT_KINDS = ['INDIVIDUAL', 'HOUSEHOLD', 'COMPANY'] as const
export type ClientKind = (typeof CLIENT_KINDS)[number]

export const CLIENT_KIND_LABELS: Readonly<Record<ClientKind, Text>> = {
  INDIVIDUAL: text('个人', 'Individual'),
  HOUSEHOLD: text('家庭', 'Household'),
  COMPANY: text('企业', 'Company'),
}

/** How the client stands to the property. */
export const CLIENT_RELATIONS = ['OWNER', 'OCCUPANT', 'COMMERCIAL', 'INDIRECT', 'PROSPECT'] as const
export type ClientRelation = (typeof CLIENT_RELATIONS)[number]

export const CLIENT_RELATION_LABELS: Readonly<Record<ClientRelation, Text>> = {
  OWNER: text('业主', 'Owner'),
  OCCUPANT: text('非业主使用人', 'Occupant'),
  COMMERCIAL: text('商户/单位', 'Business'),
  INDIRECT: text('间接客户', 'Indirect client'),
  PROSPECT: text('准业主', 'Prospect'),
}
