import { graphql } from '@steward/graphql-client'

export const ShiftPlanQuery = graphql(/* GraphQL */ `
  query ShiftPlan {
    shiftPlan {
      earlyStart
      middleStart
      nightStart
      reminderMinutes
      version
    }
  }
`)

/** Who is on duty on some days of a department. */
export const DutiesQuery = graphql(/* GraphQL */ `
  query Duties($department: ID!, $from: LocalDate!, $before: LocalDate!) {
    duties(department: $department, from: $from, before: $before) {
      id
      on
      shift
      staff {
        id
        name
        position
      }
    }
  }
`)

/** Whom a shift of the department can have. */
export const DepartmentPeopleQuery = graphql(/* GraphQL */ `
  query DepartmentPeople($department: ID!) {
    staff(first: 100, filter: { department: $department, active: true }, orderBy: NAME) {
      edges {
        node {
          id
          name
          position
        }
      }
    }
  }
`)

export const AssignDuty = graphql(/* GraphQL */ `
  mutation AssignDuty($input: AssignDutyInput!) {
    assignDuty(input: $input) {
      ... on Department {
        id
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

export const CopyWeekDuty = graphql(/* GraphQL */ `
  mutation CopyWeekDuty($input: CopyWeekDutyInput!) {
    copyWeekDuty(input: $input) {
      ... on Department {
        id
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)
