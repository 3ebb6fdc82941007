import { graphql } from '@steward/graphql-client'

export const StandardRevisionParts = graphql(/* GraphQL */ `
  fragment StandardRevisionParts on DocumentRevision {
    id
    version
    label
    status
    title
    changeReason
    effectiveOn
    effectiveAt
    draftedAt
    rejectedReason
    draftedBy {
      id
      name
    }
    executingDepartment {
      id
    }
    supervisingDepartment {
      id
    }
    editingDepartment {
      id
    }
    base {
      id
      label
      ...StandardParts
    }
    signOffs {
      id
      meaning
      at
      signer {
        id
        name
      }
    }
    availableActions
    ...StandardParts
  }
`)

/** The organization's grading standard: the revision in force, and one on its way. */
export const GradingStandards = graphql(/* GraphQL */ `
  query GradingStandards {
    controlledDocuments(filter: { kind: [GRADING_STANDARD] }, orderBy: RECENTLY_CHANGED, first: 10) {
      edges {
        node {
          id
          number
          title
          controlStatus
          effectiveRevision {
            id
            ...StandardRevisionParts
          }
          openRevision {
            id
            ...StandardRevisionParts
          }
        }
      }
    }
    departments {
      id
      name
      archivedAt
    }
  }
`)

export const GradingPreviewOf = graphql(/* GraphQL */ `
  query GradingPreviewOf($standard: GradingStandardInput!) {
    gradingPreview(standard: $standard) {
      asOf
      clients
      sampled
      seed
      typed {
        ...DistributionParts
      }
      inForce {
        ...DistributionParts
      }
      moves {
        from
        to
        clients
      }
    }
  }
`)

export const DistributionParts = graphql(/* GraphQL */ `
  fragment DistributionParts on GradeDistribution {
    label
    grades {
      grade
      clients
    }
    missing
    tooLittle
    wanting {
      criterion
      name
      clients
    }
    hours
    costMinor
  }
`)

export const DraftStandard = graphql(/* GraphQL */ `
  mutation DraftStandard($input: DraftDocumentInput!) {
    draftDocument(input: $input) {
      ... on DocumentRevision {
        id
        version
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const AmendStandard = graphql(/* GraphQL */ `
  mutation AmendStandard($input: AmendDocumentInput!) {
    amendDocument(input: $input) {
      ... on DocumentRevision {
        id
        version
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const ChangeStandard = graphql(/* GraphQL */ `
  mutation ChangeStandard($input: ChangeDocumentInput!) {
    changeDocument(input: $input) {
      ... on DocumentRevision {
        id
        version
        ...StandardRevisionParts
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)
