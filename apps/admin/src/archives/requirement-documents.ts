import { graphql, type ArchiveRequirementsQuery } from '@steward/graphql-client'

export const ArchiveRequirements = graphql(/* GraphQL */ `
  query ArchiveRequirements {
    archiveRequirements {
      id
      part
      kinds
      relations
      staleAfterDays
      owedBy
      retiredAt
      version
      field {
        id
        labelZh
        labelEn
      }
    }
  }
`)

export type RequirementRow = ArchiveRequirementsQuery['archiveRequirements'][number]

export const FieldsToRequire = graphql(/* GraphQL */ `
  query FieldsToRequire {
    customFields {
      id
      labelZh
      labelEn
      retiredAt
    }
  }
`)

export const SetArchiveRequirement = graphql(/* GraphQL */ `
  mutation SetArchiveRequirement($input: SetArchiveRequirementInput!) {
    setArchiveRequirement(input: $input) {
      ... on ArchiveRequirement {
        id
        part
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

export const RetireArchiveRequirement = graphql(/* GraphQL */ `
  mutation RetireArchiveRequirement($input: RetireArchiveRequirementInput!) {
    retireArchiveRequirement(input: $input) {
      ... on ArchiveRequirement {
        id
        retiredAt
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
