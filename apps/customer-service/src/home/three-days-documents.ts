import { graphql } from '@steward/graphql-client'

/** Each part of it under its own permission, all of it in one statement. */
export const ThreeDaysParts = graphql(/* GraphQL */ `
  query ThreeDays(
    $end: LocalDate!
    $endAt: DateTime!
    $days: [LocalDate!]!
    $withReceptions: Boolean!
    $withPromises: Boolean!
    $withCases: Boolean!
    $withCare: Boolean!
    $withTasks: Boolean!
  ) {
    nextSteps: receptions(
      first: 60
      filter: { concernsMe: true, nextOpen: true, nextBefore: $end }
      orderBy: DUE
    ) @include(if: $withReceptions) {
      edges {
        node {
          id
          version
          nextStep
          nextOn
          recordedBy {
            id
            name
          }
          client {
            id
            code
            name
          }
        }
      }
    }
    promisesDue: promises(first: 30, filter: { mine: true, owed: true, dueBefore: $endAt }, orderBy: DUE)
      @include(if: $withPromises) {
      edges {
        node {
          id
          what
          kind
          dueAt
          complaint {
            id
            number
            client {
              id
              code
              name
            }
          }
        }
      }
    }
    toCallBack: complaints(first: 30, filter: { awaitingMe: true, status: [RESOLVED] })
      @include(if: $withCases) {
      edges {
        node {
          id
          number
          summary
          client {
            id
            code
            name
          }
        }
      }
    }
    tasksOfPlans: planTasks(
      first: 30
      filter: { mine: true, open: true, scheduledBefore: $end }
      orderBy: SCHEDULED
    ) @include(if: $withTasks) {
      edges {
        node {
          id
          title
          scheduledOn
          client {
            id
            code
            name
          }
        }
      }
    }
    birthdays(first: 30, onDays: $days, mine: true) @include(if: $withCare) {
      edges {
        node {
          id
          name
          birthday
          channels
          client {
            id
            code
            name
          }
        }
      }
    }
    moveInDays(first: 30, onDays: $days, mine: true) @include(if: $withCare) {
      edges {
        node {
          id
          movedInOn
          unit {
            id
            label
          }
          client {
            id
            code
            name
          }
        }
      }
    }
  }
`)

export const FinishReception = graphql(/* GraphQL */ `
  mutation FinishReception($input: FinishReceptionInput!) {
    finishReception(input: $input) {
      ... on Reception {
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
