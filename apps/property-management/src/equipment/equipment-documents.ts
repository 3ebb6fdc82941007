import { graphql } from '@steward/graphql-client'

export const OutageFacts = graphql(/* GraphQL */ `
  fragment OutageFacts on EquipmentOutage {
    id
    startedAt
    endedAt
    cause
    note
    reportedBy {
      id
      name
    }
    endedBy {
      id
      name
    }
  }
`)

export const EquipmentRow = graphql(/* GraphQL */ `
  fragment EquipmentRow on Equipment {
    id
    number
    class
    name
    place
    state
    installedOn
    warrantyUntil
    nextInspectionOn
    retiredAt
    project {
      id
      name
    }
    building {
      id
      name
    }
    recentOutages {
      id
      startedAt
      endedAt
    }
  }
`)

export const EquipmentPlaces = graphql(/* GraphQL */ `
  query EquipmentPlaces {
    projects {
      id
      name
      buildings {
        id
        name
      }
    }
  }
`)

export const EquipmentRegister = graphql(/* GraphQL */ `
  query EquipmentRegister($filter: EquipmentFilter, $orderBy: EquipmentOrder!, $first: Int!, $after: String) {
    equipmentRegister(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      edges {
        node {
          id
          ...EquipmentRow
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
      totalCount
      totalCountIsCapped
    }
  }
`)

export const InspectionFacts = graphql(/* GraphQL */ `
  fragment InspectionFacts on EquipmentInspection {
    id
    name
    basis
    everyMonths
    lastOn
    nextOn
    byWhom
    endedAt
    version
    records {
      id
      doneOn
      byWhom
      result
      certificate
      note
      recordedBy {
        id
        name
      }
      recordedAt
    }
  }
`)

export const OneMachine = graphql(/* GraphQL */ `
  query OneMachine($id: ID!) {
    equipment(id: $id) {
      id
      number
      class
      name
      place
      maker
      model
      serial
      installedOn
      warrantyUntil
      state
      nextInspectionOn
      retiredAt
      retiredBy {
        id
        name
      }
      retireReason
      project {
        id
        name
      }
      building {
        id
        name
      }
      outages {
        id
        ...OutageFacts
      }
      inspections {
        id
        ...InspectionFacts
      }
      endedInspections {
        id
        ...InspectionFacts
      }
      version
      availableActions
    }
  }
`)
