import { graphql } from '@steward/graphql-client'

export const AssumedOfValue = graphql(/* GraphQL */ `
  fragment AssumedOfValue on ValueAssumed {
    revision
    serviceMarginBasisPoints
    expectedYears
    discountBasisPoints
    rates {
      role
      perHourMinor
    }
  }
`)

export const ClientValueOf = graphql(/* GraphQL */ `
  query ClientValueOf($id: ID!) {
    clientValue(clientId: $id) {
      firstOn
      to
      revenueMinor
      collectedMinor
      marginMinor
      costs {
        costClass
        minor
      }
      toServeMinor
      profitMinor
      expectedMinor
      lifetimeMinor
      tenureDays
      growthBasisPoints
      paidOnTimeBasisPoints
      daysLateTenths
      quarters {
        quarter
        dueMinor
        paidOnTimeBasisPoints
      }
      assumed {
        ...AssumedOfValue
      }
    }
  }
`)

export const ValueOverview = graphql(/* GraphQL */ `
  query ValueOverview {
    valueTotals {
      clients
      atALoss
      firstOn
      to
      revenueMinor
      marginMinor
      costs {
        costClass
        minor
      }
      toServeMinor
      profitMinor
      expectedMinor
      lifetimeMinor
      paidOnTimeBasisPoints
      daysLateTenths
      middleProfitMinor
      middleToServeMinor
      quadrants {
        quadrant
        clients
      }
      assumed {
        ...AssumedOfValue
      }
    }
  }
`)

export const ValueCohortLines = graphql(/* GraphQL */ `
  query ValueCohortLines {
    valueCohorts {
      year
      clients
      quarters {
        quarter
        perClientMinor
      }
    }
  }
`)

export const ValuePlane = graphql(/* GraphQL */ `
  query ValuePlane($first: Int!, $orderBy: ValueOrder) {
    clientValues(first: $first, orderBy: $orderBy) {
      next
      rows {
        clientId
        name
        profitMinor
        toServeMinor
        quadrant
      }
    }
  }
`)

export const ClientValueList = graphql(/* GraphQL */ `
  query ClientValueList($first: Int!, $after: String, $orderBy: ValueOrder, $filter: ValueFilter) {
    clientValues(first: $first, after: $after, orderBy: $orderBy, filter: $filter) {
      next
      rows {
        clientId
        code
        name
        kind
        relation
        projectName
        quadrant
        revenueMinor
        toServeMinor
        profitMinor
        expectedMinor
        lifetimeMinor
      }
    }
  }
`)

export const ValueGroupList = graphql(/* GraphQL */ `
  query ValueGroupList($by: ValueGrouping!) {
    valueGroups(by: $by) {
      key
      name
      clients
      atALoss
      revenueMinor
      toServeMinor
      profitMinor
      lifetimeMinor
      paidOnTimeBasisPoints
    }
  }
`)

export const ValueAssumptionHistory = graphql(/* GraphQL */ `
  query ValueAssumptionHistory {
    valueAssumptions {
      reason
      setBy
      setAt
      revision
      serviceMarginBasisPoints
      expectedYears
      discountBasisPoints
    }
  }
`)

export const PreviewValue = graphql(/* GraphQL */ `
  query PreviewValue($input: ValueAssumedInput!) {
    valuePreview(input: $input) {
      before {
        toServeMinor
        profitMinor
        expectedMinor
        lifetimeMinor
        atALoss
      }
      after {
        toServeMinor
        profitMinor
        expectedMinor
        lifetimeMinor
        atALoss
      }
    }
  }
`)

export const SetValueAssumption = graphql(/* GraphQL */ `
  mutation SetValueAssumption($input: SetValueAssumptionInput!) {
    setValueAssumption(input: $input) {
      ... on ValueAssumptionRevision {
        revision
        setAt
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const ValueByGradeQuery = graphql(/* GraphQL */ `
  query ValueByGrade {
    valueByGrade {
      grade
      cohort
      clients
      atALoss
      toServeMinor
      profitMinor
      lifetimeMinor
      earnsMinutes
      earnsMinor
    }
  }
`)
