import { graphql, type MaintenancePlanPageQuery, type PlanTextFragment } from '@steward/graphql-client'

/** What a revision says. */
export const PlanText = graphql(/* GraphQL */ `
  fragment PlanText on PlanRevision {
    id
    status
    ordinal
    changeReason
    title
    ownerId
    ownerName
    startsOn
    endsOn
    summary
    objectives {
      key
      measure
      target
      baseline
      note
    }
    measures {
      key
      means
      title
      gap
      instruction
      effect
      assigneeId
      assigneeName
      frequency
      interval
      from
      until
      weekdays
      monthDay
      nth
      missingDay
      shift
      dueAfterDays
      dependsOn
      estimatedMinutes
      estimatedMinor
      budgetLine
      needsEvidence
    }
    budget {
      key
      kind
      title
      amountMinor
    }
    machines {
      equipmentId
      number
      name
      class
      isRetired
    }
    raisedSinceMinor
  }
`)
export type PlanTextOf = PlanTextFragment

/** How a revision came about. */
export const PlanCourse = graphql(/* GraphQL */ `
  fragment PlanCourse on PlanRevision {
    id
    status
    ordinal
    changeReason
    base {
      id
      ordinal
    }
    draftedBy {
      id
      name
    }
    draftedAt
    submittedAt
    approvedAt
    endedAt
    endReason
    endedBy {
      id
      name
    }
    contentHash
    signatures {
      meaning
      signerName
      onBehalfOf
      role
      at
      proofMethod
    }
    signings {
      id
      ...SigningWay
    }
    awaitsMe
    availableActions
  }
`)

export const PlanRemark = graphql(/* GraphQL */ `
  fragment PlanRemark on PlanComment {
    id
    version
    answersId
    anchor
    words
    at
    resolvedAt
    by {
      id
      name
    }
    resolvedBy {
      id
      name
    }
    revision {
      id
      ordinal
    }
  }
`)

export const MaintenancePlanPage = graphql(/* GraphQL */ `
  query MaintenancePlanPage($id: ID!) {
    maintenancePlan(id: $id) {
      id
      version
      number
      kind
      status
      title
      owner {
        id
        name
      }
      startsOn
      endsOn
      budgetMinor
      client {
        id
        code
        name
      }
      segmentGrades
      segmentProjects {
        projectId
        name
      }
      project {
        id
        name
      }
      renews {
        id
        number
        title
        status
      }
      reason
      endedAt
      availableActions
      summary {
        id
        status
        awaitsMe
      }
      effectiveRevision {
        id
      }
      openRevision {
        id
      }
      revisions {
        id
        ...PlanText
        ...PlanCourse
      }
      comments {
        id
        ...PlanRemark
      }
    }
  }
`)
export type PlanInFull = NonNullable<MaintenancePlanPageQuery['maintenancePlan']>

export const MaintenancePlans = graphql(/* GraphQL */ `
  query MaintenancePlans(
    $filter: MaintenancePlanFilter!
    $orderBy: MaintenancePlanOrder!
    $first: Int!
    $after: String
  ) {
    maintenancePlans(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      edges {
        node {
          id
          number
          kind
          status
          title
          startsOn
          endsOn
          budgetMinor
          awaitsMe
          owner {
            id
            name
          }
          client {
            id
            code
            name
          }
          segmentGrades
          segmentProjects {
            projectId
            name
          }
          project {
            id
            name
          }
          effectiveRevision {
            id
          }
          openRevision {
            id
            status
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const PlanCounts = graphql(/* GraphQL */ `
  query PlanCounts {
    awaits: maintenancePlans(first: 1, filter: { awaitsMe: true }) {
      totalCount
      totalCountIsCapped
    }
    mine: maintenancePlans(first: 1, filter: { mine: true }) {
      totalCount
      totalCountIsCapped
    }
    underway: maintenancePlans(first: 1, filter: { underway: true }) {
      totalCount
      totalCountIsCapped
    }
    active: maintenancePlans(first: 1, filter: { status: [ACTIVE] }) {
      totalCount
      totalCountIsCapped
    }
    all: maintenancePlans(first: 1) {
      totalCount
      totalCountIsCapped
    }
  }
`)

export const PlanDifferences = graphql(/* GraphQL */ `
  query PlanDifferences($from: ID!, $to: ID!) {
    planDifference(from: $from, to: $to) {
      anchor
      change
      where
      before
      after
    }
  }
`)
