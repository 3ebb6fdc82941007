import type { ClientKind, ClientRelation } from './client.ts'
import type {
  ClientSource,
  ConsentDecision,
  ConsentPurpose,
  ConsentWay,
  ContactChannel,
  ContactFrequency,
  ContactRank,
  DecisionRole,
  Kinship,
  LifeStage,
  OccupancyRelation,
} from './vocabulary.ts'

/** Somebody whom we serve, or hope to: the head of an archive. */
export interface Client {
  readonly id: string
  readonly code: string
  readonly kind: ClientKind
  readonly relation: ClientRelation
  readonly name: string
  /** As `normalisePhone` stores it; in full only by a reveal. */
  readonly phone: string | null
  readonly phoneMasked: string | null
  readonly phoneTail: string | null
  /** Where the client agreed to be written to. */
  readonly email: string | null
  readonly emailMasked: string | null
  readonly searchGrams: readonly string[]
  readonly source: ClientSource | null
  /** Who sent them to us: a client of ours, else in words; never both. */
  readonly referrerClientId: string | null
  readonly referrer: string | null
  readonly keyAccountManagerId: string | null
  /** Where the newest present unit lies, else where the last one was: the scope `territory` reads it. */
  readonly projectId: string | null
  readonly buildingId: string | null
  readonly createdAt: Date
  /** Null: it came with an import. */
  readonly openedById: string | null
  /** When benefit and purpose of the archive were explained to them. */
  readonly explainedAt: Date | null
  readonly archivedAt: Date | null
  readonly archiveReason: string | null
  /** Whom their archive was merged into: never somebody who was merged themselves. Such an archive is out of use, too. */
  readonly mergedIntoId: string | null
  /** Since when nobody is told of here any more, at their own request; and the certificate. */
  readonly erasedAt: Date | null
  readonly erasureRevisionId: string | null
  readonly version: number
}

/** A person through whom a client is reached. */
export interface ClientContact {
  readonly id: string
  readonly clientId: string
  readonly name: string
  readonly phone: string | null
  readonly phoneMasked: string | null
  readonly email: string | null
  readonly emailMasked: string | null
  readonly employer: string | null
  readonly position: string | null
  readonly rank: ContactRank | null
  readonly decisionRoles: readonly DecisionRole[]
  /** What matters to them. */
  readonly concerns: string | null
  readonly channels: readonly ContactChannel[]
  /** When they like to be reached, in words. */
  readonly preferredHours: string | null
  readonly frequency: ContactFrequency | null
  readonly birthday: string | null
  readonly interests: string | null
  /** They asked not to be called or written to, except for what they themselves brought up. */
  readonly doNotContact: boolean
  /** The first one to turn to; exactly one of those who are there. */
  readonly isPrimary: boolean
  readonly createdAt: Date
  readonly removedAt: Date | null
  readonly version: number
}

/** Who else lives there, as far as care and safety need it. */
export interface ClientMember {
  readonly id: string
  readonly clientId: string
  readonly name: string
  readonly kinship: Kinship
  readonly lifeStage: LifeStage | null
  /** E.g. walks with difficulty. */
  readonly note: string | null
  readonly createdAt: Date
  readonly removedAt: Date | null
  readonly version: number
}

/** That a client owns or uses a unit, from the first to the last day. */
export interface ClientOccupancy {
  readonly id: string
  readonly clientId: string
  readonly unitId: string
  readonly relation: OccupancyRelation
  readonly fromOn: string
  /** The last day; null: still. */
  readonly toOn: string | null
  /** When they actually moved in, where that is another day than the one from which it is theirs. */
  readonly movedInOn: string | null
  /** Of an owner: the share, in hundredths of a per cent; null: not known, or all of it. */
  readonly shareBasisPoints: number | null
  readonly recordedById: string | null
  /** Taken back as recorded in error. */
  readonly withdrawnAt: Date | null
  readonly version: number
}

/** One word of a client about one purpose; the newest of a purpose is what holds. */
export interface ClientConsent {
  readonly id: string
  readonly clientId: string
  readonly purpose: ConsentPurpose
  readonly decision: ConsentDecision
  readonly way: ConsentWay
  readonly at: Date
  readonly recordedById: string
  readonly note: string | null
}
