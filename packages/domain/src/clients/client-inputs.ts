import { z } from 'zod'
import { amended, day, email, expectedVersion, fieldIssue, id, optional, phone, words } from '../input.ts'
import { shortCode } from '../organization/department.ts'
import { text } from '../text.ts'
import { CLIENT_KINDS, CLIENT_RELATIONS } from './client.ts'
import { openingGaps } from './opening.ts'
import { sharesInOrder } from './occupancy.ts'
import {
  CLIENT_SOURCES,
  CONSENT_PURPOSES,
  CONSENT_WAYS,
  CONTACT_CHANNELS,
  CONTACT_FREQUENCIES,
  CONTACT_RANKS,
  DECISION_ROLES,
  KINSHIPS,
  LIFE_STAGES,
  OCCUPANCY_RELATIONS,
  type ClientAction,
} from './vocabulary.ts'

export const TWO_REFERRERS = text(
  '介绍人要么选客户，要么写姓名，不能两样都填。',
  'Whoever sent them is a client of ours or somebody else: not both.',
)

const once = <T>(values: readonly T[]): T[] => [...new Set(values)]
const set = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .array(z.enum(values))
    .max(values.length)
    .default([])
    .transform((chosen) => once(chosen))
const step = { expectedVersion: expectedVersion() }

/** Lengths in characters. */
const name = () => words(100)
const note = () => words(500)

const contactParticulars = {
  employer: optional(words(100)),
  position: optional(words(60)),
  rank: optional(z.enum(CONTACT_RANKS)),
  decisionRoles: set(DECISION_ROLES),
  concerns: optional(note()),
  channels: set(CONTACT_CHANNELS),
  preferredHours: optional(words(60)),
  frequency: optional(z.enum(CONTACT_FREQUENCIES)),
  birthday: optional(day()),
  interests: optional(note()),
  doNotContact: z.boolean().default(false),
}

const newContact = {
  name: name(),
  phone: optional(phone()),
  email: optional(email()),
  ...contactParticulars,
  primary: z.boolean().default(false),
}

const member = {
  name: name(),
  kinship: z.enum(KINSHIPS),
  lifeStage: optional(z.enum(LIFE_STAGES)),
  note: optional(note()),
}

const newOccupancy = {
  unitId: id(),
  relation: z.enum(OCCUPANCY_RELATIONS),
  fromOn: day(),
  toOn: optional(day()),
  movedInOn: optional(day()),
  /** Per cent of an owner; to the hundredth. */
  sharePercent: optional(z.number().gt(0).max(100)),
}

const inOrder = sharesInOrder(fieldIssue)

/** Whoever sent them is a client of ours or somebody else, never both. */
const oneReferrer = (
  it: {
    readonly referrer?: string | null | undefined
    readonly referrerClientId?: string | null | undefined
  },
  ctx: z.RefinementCtx,
): void => {
  if (it.referrer && it.referrerClientId) ctx.addIssue(fieldIssue('referrer', TWO_REFERRERS))
}

const open = z
  .object({
    kind: z.enum(CLIENT_KINDS),
    relation: z.enum(CLIENT_RELATIONS),
    /** Absent: the next free one. */
    code: optional(shortCode()),
    name: name(),
    phone: optional(phone()),
    email: optional(email()),
    source: optional(z.enum(CLIENT_SOURCES)),
    referrerClientId: optional(id()),
    referrer: optional(name()),
    explained: z.boolean(),
    consentPurposes: set(CONSENT_PURPOSES),
    consentWay: z.enum(CONSENT_WAYS).default('SPOKEN'),
    contacts: z.array(z.object(newContact)).max(20).default([]),
    members: z.array(z.object(member)).max(20).default([]),
    occupancies: z.array(z.object(newOccupancy).superRefine(inOrder)).max(20).default([]),
    /** Clients that were looked at and are somebody else. */
    knownNotToBeThem: z.array(id()).max(20).default([]),
  })
  .superRefine((it, ctx) => {
    oneReferrer(it, ctx)
    for (const { path, message } of openingGaps(it)) ctx.addIssue(fieldIssue(path, message))
  })

export const CLIENT_INPUTS = {
  open,
  amend: z
    .object({
      ...step,
      kind: z.enum(CLIENT_KINDS).optional(),
      relation: z.enum(CLIENT_RELATIONS).optional(),
      name: name().optional(),
      phone: amended(phone()),
      email: amended(email()),
      source: amended(z.enum(CLIENT_SOURCES)),
      referrerClientId: amended(id()),
      referrer: amended(name()),
    })
    .superRefine((it, ctx) => oneReferrer(it, ctx)),
  archive: z.object({ ...step, reason: note() }),
  restore: z.object(step),
  addContact: z.object(newContact),
  /** All of a contact, but for phone and e-mail, which are left as they are when they are not given. */
  amendContact: z.object({
    ...step,
    name: name(),
    phone: amended(phone()),
    email: amended(email()),
    ...contactParticulars,
    primary: z.boolean().default(false),
  }),
  removeContact: z.object(step),
  addMember: z.object(member),
  amendMember: z.object({ ...step, ...member }),
  removeMember: z.object(step),
  recordOccupancy: z.object(newOccupancy).superRefine(inOrder),
  endOccupancy: z
    .object({
      ...step,
      toOn: optional(day()),
      /** It never was so: the entry is taken back, and stays in the audit trail. */
      recordedInError: z.boolean().default(false),
    })
    .superRefine((it, ctx) => {
      if (it.toOn === null && !it.recordedInError)
        ctx.addIssue(fieldIssue('toOn', text('请填写迁出日期。', 'Say on which day it ended.')))
    }),
  recordConsent: z.object({
    purpose: z.enum(CONSENT_PURPOSES),
    way: z.enum(CONSENT_WAYS),
    note: optional(note()),
  }),
  withdrawConsent: z.object({
    purpose: z.enum(CONSENT_PURPOSES),
    way: z.enum(CONSENT_WAYS),
    note: optional(note()),
  }),
} as const satisfies Record<ClientAction, z.ZodType>

export type ClientInput<A extends ClientAction> = z.output<(typeof CLIENT_INPUTS)[A]>
