import type {
  ClientKind,
  ClientRelation,
  ClientSource,
  ConsentPurpose,
  ConsentWay,
  DecisionRole,
  Kinship,
  LifeStage,
} from '@steward/domain'
import { graphql, type OpenClientInput } from '@steward/graphql-client'
import { referrerOf, type Referred } from '../referrer-field.tsx'
import { stated } from '../page/options.ts'

export interface ContactValues {
  readonly name?: string
  readonly phone?: string
  readonly position?: string
  readonly decisionRoles?: DecisionRole[]
}

export interface MemberValues {
  readonly name?: string
  readonly kinship?: Kinship
  readonly lifeStage?: LifeStage
  readonly note?: string
}

/** What the form holds while a client talks. */
export interface OpenValues {
  readonly kind: ClientKind
  readonly relation: ClientRelation
  readonly name?: string
  readonly phone?: string
  readonly email?: string
  readonly source?: ClientSource
  readonly referredBy?: Referred
  readonly projectId?: string
  readonly buildingId?: string
  readonly unitId?: string
  readonly fromOn?: string
  readonly sharePercent?: number
  readonly contacts?: readonly ContactValues[]
  readonly members?: readonly MemberValues[]
  readonly explained?: boolean
  readonly consentPurposes?: readonly ConsentPurpose[]
  readonly consentWay?: ConsentWay
}

export const USUAL: OpenValues = { kind: 'HOUSEHOLD', relation: 'OWNER', consentWay: 'SPOKEN' }

/** Relations that come with a unit, as the rules of the domain have it. */
export const hasUnit = (relation: ClientRelation | undefined): boolean =>
  relation === 'OWNER' || relation === 'OCCUPANT' || relation === 'COMMERCIAL'

/** Whether anything was told yet: choices alone are made again in a moment, and are no draft. */
export const holdsWords = ({ name, phone, email, referredBy }: Partial<OpenValues>): boolean =>
  [name, phone, email, referredBy?.name].some((words) => words?.trim())

/** What is sent of what the form holds. */
export function openingOf(values: OpenValues, knownNotToBeThem: readonly string[] = []): OpenClientInput {
  const { kind, relation, name, phone, email, source, referredBy, unitId, fromOn, sharePercent } = values
  const {
    explained = false,
    consentPurposes = [],
    consentWay = 'SPOKEN',
    contacts = [],
    members = [],
  } = values
  const occupancies =
    unitId && (relation === 'OWNER' || relation === 'OCCUPANT' || relation === 'COMMERCIAL')
      ? [
          {
            unitId,
            relation,
            fromOn: fromOn ?? '',
            ...(relation === 'OWNER' ? stated({ sharePercent }) : {}),
          },
        ]
      : []
  const input = {
    kind,
    relation,
    name: name ?? '',
    ...stated({ phone, email, source }),
    ...referrerOf(referredBy),
    explained,
    consentPurposes: [...consentPurposes],
    consentWay,
    contacts: contacts.map((contact) => ({ ...stated(contact), name: contact.name ?? '' })),
    members:
      kind === 'COMPANY' ? [] : members.map((member) => ({ ...stated(member), name: member.name ?? '' })),
    occupancies,
    knownNotToBeThem: [...knownNotToBeThem],
  }
  return input as OpenClientInput
}

export const OpenClient = graphql(/* GraphQL */ `
  mutation OpenClient($input: OpenClientInput!) {
    openClient(input: $input) {
      ... on Client {
        id
        name
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
      ... on DuplicateError {
        existingId
      }
    }
  }
`)
