import { graphql } from '@steward/graphql-client'

export const PlansOfMachine = graphql(/* GraphQL */ `
  query PlansOfMachine($id: ID!) {
    equipment(id: $id) {
      id
      spentMinor
    }
    maintenancePlans(first: 20, filter: { equipment: $id }, orderBy: RECENTLY_CHANGED) {
      edges {
        node {
          id
          number
          title
          status
          startsOn
          endsOn
        }
      }
    }
  }
`)

export const TasksOfMachine = graphql(/* GraphQL */ `
  query TasksOfMachine($id: ID!) {
    next: planTasks(first: 3, filter: { equipment: $id, open: true }, orderBy: SCHEDULED) {
      edges {
        node {
          id
          ...PlanTaskCard
        }
      }
    }
    last: planTasks(first: 3, filter: { equipment: $id, status: [DONE, ACCEPTED] }, orderBy: LATEST) {
      edges {
        node {
          id
          ...PlanTaskCard
        }
      }
    }
  }
`)
