import { graphql } from '@steward/graphql-client'

export const RegisterEquipment = graphql(/* GraphQL */ `
  mutation RegisterEquipment($input: RegisterEquipmentInput!) {
    registerEquipment(input: $input) {
      ... on Equipment {
        id
        number
        name
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const AmendEquipment = graphql(/* GraphQL */ `
  mutation AmendEquipment($input: AmendEquipmentInput!) {
    amendEquipment(input: $input) {
      ... on Equipment {
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

export const ReportOutageOfEquipment = graphql(/* GraphQL */ `
  mutation ReportOutageOfEquipment($input: ReportOutageOfEquipmentInput!) {
    reportOutageOfEquipment(input: $input) {
      ... on Equipment {
        id
        state
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

export const RestoreEquipment = graphql(/* GraphQL */ `
  mutation RestoreEquipment($input: RestoreEquipmentInput!) {
    restoreEquipment(input: $input) {
      ... on Equipment {
        id
        state
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

export const RetireEquipment = graphql(/* GraphQL */ `
  mutation RetireEquipment($input: RetireEquipmentInput!) {
    retireEquipment(input: $input) {
      ... on Equipment {
        id
        state
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

export const ScheduleEquipmentInspection = graphql(/* GraphQL */ `
  mutation ScheduleEquipmentInspection($input: ScheduleEquipmentInspectionInput!) {
    scheduleEquipmentInspection(input: $input) {
      ... on EquipmentInspection {
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

export const AmendEquipmentInspection = graphql(/* GraphQL */ `
  mutation AmendEquipmentInspection($input: AmendEquipmentInspectionInput!) {
    amendEquipmentInspection(input: $input) {
      ... on EquipmentInspection {
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

export const RecordEquipmentInspection = graphql(/* GraphQL */ `
  mutation RecordEquipmentInspection($input: RecordEquipmentInspectionInput!) {
    recordEquipmentInspection(input: $input) {
      ... on EquipmentInspection {
        id
        nextOn
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

export const EndEquipmentInspection = graphql(/* GraphQL */ `
  mutation EndEquipmentInspection($input: EndEquipmentInspectionInput!) {
    endEquipmentInspection(input: $input) {
      ... on EquipmentInspection {
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
