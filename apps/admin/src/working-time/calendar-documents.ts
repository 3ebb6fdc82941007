import { specialDayOf, weekOf, type WorkingCalendar } from '@steward/domain'
import { graphql, type WorkingCalendarsQuery } from '@steward/graphql-client'

export const WorkingCalendars = graphql(/* GraphQL */ `
  query WorkingCalendars {
    workingCalendars {
      id
      nameZh
      nameEn
      timeZone
      observesHolidays
      publishedYears
      announcedYears
      movedPromises
      updatedAt
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

export const Consequence = graphql(/* GraphQL */ `
  query CalendarConsequence($calendarId: ID!, $change: CalendarChangeInput!) {
    calendarConsequence(calendarId: $calendarId, change: $change) {
      openPromises
      earlier
      later
    }
  }
`)

export const ChangeWeek = graphql(/* GraphQL */ `
  mutation ChangeWorkingWeek($input: ChangeWorkingWeekInput!) {
    changeWorkingWeek(input: $input) {
      ... on WorkingCalendar {
        id
        version
        movedPromises
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

export const AddDay = graphql(/* GraphQL */ `
  mutation AddSpecialDay($input: AddSpecialDayInput!) {
    addSpecialDay(input: $input) {
      ... on WorkingCalendar {
        id
        version
        movedPromises
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

export const RemoveDay = graphql(/* GraphQL */ `
  mutation RemoveSpecialDay($input: RemoveSpecialDayInput!) {
    removeSpecialDay(input: $input) {
      ... on WorkingCalendar {
        id
        version
        movedPromises
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

export const PublishYear = graphql(/* GraphQL */ `
  mutation PublishHolidayYear($input: PublishHolidayYearInput!) {
    publishHolidayYear(input: $input) {
      ... on WorkingCalendar {
        id
        version
        movedPromises
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

export type CalendarRow = WorkingCalendarsQuery['workingCalendars'][number]

/** The calendar as the domain reckons with it. */
export const valueOf = (row: CalendarRow): WorkingCalendar => ({
  timeZone: row.timeZone,
  week: weekOf(row.slots),
  specialDays: row.specialDays.map(specialDayOf),
  observesHolidays: row.observesHolidays,
  publishedYears: row.publishedYears,
  revision: row.version,
})
