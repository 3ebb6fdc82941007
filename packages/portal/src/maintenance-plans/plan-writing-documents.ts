import { graphql } from '@steward/graphql-client'

/** What whoever writes a plan chooses from, and by which calendar its days are reckoned. */
export const PlanSurroundings = graphql(/* GraphQL */ `
  query PlanSurroundings {
    projects {
      id
      name
    }
    workingCalendars {
      id
      timeZone
      observesHolidays
      publishedYears
      version
      slots {
        weekday
        fromMinute
        toMinute
      }
      specialDays {
        on
        kind
        nameZh
        nameEn
        isOfficial
        slots {
          fromMinute
          toMinute
        }
      }
    }
  }
`)

export const PlannedClient = graphql(/* GraphQL */ `
  query PlannedClient($id: ID!) {
    client(id: $id) {
      id
      code
      name
      maintenancePlans {
        id
        number
        title
        status
      }
    }
  }
`)

/** What a facility plan can be for: the machines of one community that are not retired. */
export const PlannableMachines = graphql(/* GraphQL */ `
  query PlannableMachines($project: ID!) {
    equipmentRegister(
      filter: { project: [$project], state: [IN_SERVICE, OUT_OF_SERVICE] }
      orderBy: NUMBER
      first: 100
    ) {
      edges {
        node {
          id
          number
          class
          name
          place
          building {
            id
            name
          }
        }
      }
    }
  }
`)
