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
