import { graphql } from '@steward/graphql-client'

export const InventoryLine = graphql(/* GraphQL */ `
  fragment InventoryLine on InformationInventory {
    id
    dueOn
    confirmedAt
    itemCount
    department {
      id
      name
      head {
        id
        name
      }
    }
    confirmedBy {
      id
      name
    }
  }
`)

export const InformationInventories = graphql(/* GraphQL */ `
  query InformationInventories {
    informationInventories {
      id
      ...InventoryLine
    }
  }
`)

export const InventoryItem = graphql(/* GraphQL */ `
  fragment InventoryItem on InformationItem {
    id
    version
    kind
    name
    medium
    place
    purpose
    class
    keptFrom
    keepMonths
    destruction
    retiredAt
    retireReason
    keeper {
      id
      name
    }
    statements {
      id
      name
      place
      medium
      statedAt
      keeper {
        id
        name
      }
      statedBy {
        id
        name
      }
    }
  }
`)

export const OneInventory = graphql(/* GraphQL */ `
  query InformationInventoryPage($id: ID!) {
    informationInventory(id: $id) {
      id
      version
      ...InventoryLine
      items {
        id
        ...InventoryItem
      }
      retiredItems {
        id
        ...InventoryItem
      }
      confirmations {
        id
        items
        held
        note
        confirmedAt
        confirmedBy {
          id
          name
        }
      }
      checks {
        id
        finding
        note
        checkedAt
        item {
          id
          name
        }
        checkedBy {
          id
          name
        }
      }
    }
  }
`)

export const HeldByDepartment = graphql(/* GraphQL */ `
  query HeldByDepartment($inventory: ID!) {
    heldInformation(inventory: $inventory) {
      source
      recordId
      name
      medium
      keeper
      count
      since
      until
    }
  }
`)

export const InventoryPolicy = graphql(/* GraphQL */ `
  query InformationInventoryPolicy {
    informationInventoryPolicy {
      confirmEveryMonths
      version
    }
  }
`)

export const BreachLine = graphql(/* GraphQL */ `
  fragment BreachLine on InformationBreach {
    id
    number
    status
    happenedOn
    recordedAt
    department {
      id
      name
    }
    staff {
      id
      name
    }
  }
`)

export const InformationBreaches = graphql(/* GraphQL */ `
  query InformationBreaches($first: Int!, $after: String) {
    informationBreaches(first: $first, after: $after) {
      edges {
        node {
          id
          ...BreachLine
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const OneBreach = graphql(/* GraphQL */ `
  query InformationBreachPage($id: ID!) {
    informationBreach(id: $id) {
      id
      version
      what
      evidence
      statement
      statedAt
      conclusion
      unheard
      concludedAt
      availableActions
      ...BreachLine
      item {
        id
        name
      }
      check {
        id
        checkedAt
        note
      }
      recordedBy {
        id
        name
      }
      concludedBy {
        id
        name
      }
    }
  }
`)
