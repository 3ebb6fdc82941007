/** How a document of the demonstration came to be what it is: its revisions, each by whom, when, and how far. */
import type { AuthorityLimit, Clause, DocumentKind, GradingStandard, Role } from '@steward/domain'

export interface RevisionStory {
  /** Days before the end of the story on which it is submitted, or drafted where it goes no further. */
  readonly daysAgo: number
  readonly by: Role
  readonly reason?: string
  readonly content:
    | { readonly clauses: readonly Clause[] }
    | { readonly limits: readonly AuthorityLimit[] }
    | { readonly standard: GradingStandard }
  /**
   * How far it goes. SIGNED: by all, and in force from `effectiveInDays` after the end of the story where that is given, else at once. REVIEWED: the
   * approval is awaited. REJECTED: a draft again.
   */
  readonly goes: 'DRAFT' | 'SUBMITTED' | 'REVIEWED' | 'SIGNED' | 'REJECTED'
  readonly rejection?: string
  readonly effectiveInDays?: number
}

export interface DocumentStory {
  readonly kind: DocumentKind
  readonly title: string
  /** Codes of departments: who carries it out, watches over it, writes it. */
  readonly departments: readonly [executing: string, supervising: string, editing: string]
  /** Who reviews and who approves. */
  readonly reviewer: Role
  readonly approver: Role
  readonly revisions: readonly RevisionStory[]
  /** Made obsolete at last. */
  readonly retired?: { readonly daysAgo: number; readonly by: Role; readonly reason: string }
}
