import { graphql } from '@steward/graphql-client'

export const PlanTemplateLine = graphql(/* GraphQL */ `
  fragment PlanTemplateLine on PlanTemplate {
    id
    kind
    grade
    equipmentClass
    title
    durationDays
    edition
    revisedAt
    revisedBy {
      id
      name
    }
    retiredAt
  }
`)

export const PlanTemplateList = graphql(/* GraphQL */ `
  query PlanTemplateList($kind: PlanKind!, $first: Int!, $after: String) {
    planTemplates(first: $first, after: $after, filter: { kind: $kind }) {
      edges {
        node {
          id
          ...PlanTemplateLine
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const PlanTemplateText = graphql(/* GraphQL */ `
  fragment PlanTemplateText on PlanTemplate {
    title
    durationDays
    summary
    objectives {
      key
      measure
      target
      note
    }
    measures {
      key
      means
      title
      gap
      instruction
      effect
      frequency
      interval
      startAfterDays
      untilAfterDays
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
  }
`)

export const OnePlanTemplate = graphql(/* GraphQL */ `
  query OnePlanTemplate($id: ID!) {
    planTemplate(id: $id) {
      id
      version
      ...PlanTemplateLine
      ...PlanTemplateText
      editions {
        id
        edition
        title
        statedAt
        statedBy {
          id
          name
        }
      }
      retiredBy {
        id
        name
      }
    }
  }
`)

export const AddPlanTemplate = graphql(/* GraphQL */ `
  mutation AddPlanTemplate($input: AddPlanTemplateInput!) {
    addPlanTemplate(input: $input) {
      ... on PlanTemplate {
        id
        title
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const RevisePlanTemplate = graphql(/* GraphQL */ `
  mutation RevisePlanTemplate($input: RevisePlanTemplateInput!) {
    revisePlanTemplate(input: $input) {
      ... on PlanTemplate {
        id
        edition
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

export const RetirePlanTemplate = graphql(/* GraphQL */ `
  mutation RetirePlanTemplate($input: RetirePlanTemplateInput!) {
    retirePlanTemplate(input: $input) {
      ... on PlanTemplate {
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
