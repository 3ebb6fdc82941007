import type { Compared, DocumentContent, SignatureRule, StepLevel, StepMeaning } from '@steward/domain'
import { graphql, readFragment, type RevisionPartsFragment } from '@steward/graphql-client'
import { standardOf, StandardParts } from '@steward/portal'

/** One revision in full. */
export const RevisionParts = graphql(/* GraphQL */ `
  fragment RevisionParts on DocumentRevision {
    id
    version
    kind
    status
    ordinal
    label
    mark
    changeCount
    base {
      id
      label
    }
    title
    executingDepartment {
      id
      name
    }
    supervisingDepartment {
      id
      name
    }
    editingDepartment {
      id
      name
    }
    changeReason
    clauses {
      heading
      body
    }
    limits {
      role
      cause
      limitMinor
    }
    rules {
      rule
      kind
      fromMinor
      grades
      siteTiers
      meaning
      roles
      dueMinutes
      escalateAfterMinutes
      level
    }
    ...StandardParts
    destroyed {
      subject
      what
      medium
      method
      place
      destroyedOn
      witnesses
    }
    effectiveOn
    awaitsMe
    signings {
      id
      contentHash
      state
      ...SigningWay
      steps {
        position
        meaning
        state
      }
      waysToSign {
        delegationId
        onBehalfOf
        until
      }
    }
    draftedBy {
      id
      name
    }
    draftedAt
    submittedAt
    approvedAt
    effectiveAt
    endedAt
    endReason
    rejectedBy {
      id
      name
    }
    rejectedAt
    rejectedReason
    signOffs {
      id
      meaning
      role
      at
      comment
      signer {
        id
        name
      }
    }
    availableActions
  }
`)

export const OneRevision = graphql(/* GraphQL */ `
  query DocumentRevisionInFull($id: ID!) {
    documentRevision(id: $id) {
      ...RevisionParts
    }
  }
`)

/** A document with the course of its revisions. */
export const OneDocument = graphql(/* GraphQL */ `
  query ControlledDocumentPage($id: ID!) {
    controlledDocument(id: $id) {
      id
      number
      kind
      title
      controlStatus
      complaint {
        id
        number
      }
      effectiveRevision {
        id
        label
      }
      openRevision {
        id
        label
        status
        effectiveOn
      }
      revisions {
        id
        label
        status
        changeCount
        changeReason
        draftedAt
        draftedBy {
          id
          name
        }
        submittedAt
        approvedAt
        effectiveAt
        effectiveOn
        endedAt
        endReason
        rejectedAt
        rejectedReason
      }
    }
    departments {
      id
      name
      archivedAt
    }
  }
`)

/** What a verb answers: the revision it was about, as it is now. */
export const VerbAnswer = graphql(/* GraphQL */ `
  fragment DocumentVerbAnswer on DocumentRevision {
    id
    version
    status
    label
    document {
      id
    }
  }
`)

export type RevisionInFull = RevisionPartsFragment

/** The content as the domain has it; null where it may not be read. */
export const contentOf = (revision: RevisionInFull): DocumentContent | null => {
  const { kind, clauses, limits, rules } = revision
  const standard = standardOf(readFragment(StandardParts, revision))
  if (standard) return { standard }
  if (kind === 'AUTHORITY_LIMITS')
    return limits && { limits: limits.map(({ role, cause, limitMinor }) => ({ role, cause, limitMinor })) }
  if (kind === 'SIGNATURE_POLICY') return rules && { rules: rulesOf(rules) }
  return clauses && { clauses: clauses.map(({ heading, body }) => ({ heading, body })) }
}

/** The rules of a policy from its steps, which come rule by rule. */
export const rulesOf = (steps: NonNullable<RevisionInFull['rules']>): readonly SignatureRule[] => {
  const rules = new Map<number, SignatureRule>()
  for (const { rule, kind, fromMinor, grades, siteTiers, meaning, ...given } of steps) {
    const before = rules.get(rule)?.steps ?? []
    const { roles, dueMinutes, escalateAfterMinutes, level } = given
    const step = {
      meaning: meaning as StepMeaning,
      roles,
      dueMinutes,
      escalateAfterMinutes,
      ...(level ? { level: level as StepLevel } : {}),
    }
    const sites = siteTiers.length > 0 ? { siteTiers } : {}
    rules.set(rule, { kind, fromMinor, grades, ...sites, steps: [...before, step] })
  }
  return [...rules.values()]
}

/** What of a revision the domain compares; null where its content may not be read. */
export const comparedOf = (revision: RevisionInFull): Compared | null => {
  const content = contentOf(revision)
  return (
    content && {
      kind: revision.kind,
      title: revision.title,
      executingDepartmentId: revision.executingDepartment?.id ?? null,
      supervisingDepartmentId: revision.supervisingDepartment?.id ?? null,
      editingDepartmentId: revision.editingDepartment?.id ?? null,
      content,
    }
  )
}
