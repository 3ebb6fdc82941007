import { graphql } from '@steward/graphql-client'

export const MemberLine = graphql(/* GraphQL */ `
  fragment MemberLine on Membership {
    id
    number
    status
    balance
    level
    joinedOn
    renewsOn
    client {
      id
      code
      name
      project {
        id
        name
      }
    }
  }
`)

export const MemberParts = graphql(/* GraphQL */ `
  fragment MemberParts on Membership {
    id
    version
    number
    status
    joinedOn
    balance
    termPoints
    level
    termFrom
    renewsOn
    leftOn
    leaveReason
    availableActions
    entries {
      id
      kind
      points
      occurredOn
      expiresOn
      reason
      isCorrected
      at
      by {
        id
        name
      }
      referredClient {
        id
        code
        name
      }
    }
  }
`)

export const MemberList = graphql(/* GraphQL */ `
  query MemberList($filter: MembershipFilter, $orderBy: MembershipOrder, $first: Int!, $after: String) {
    memberships(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      edges {
        node {
          id
          ...MemberLine
        }
      }
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const MembershipOfClient = graphql(/* GraphQL */ `
  query MembershipOfClient($clientId: ID!) {
    memberships(first: 1, filter: { client: $clientId }) {
      edges {
        node {
          id
          ...MemberParts
        }
      }
    }
  }
`)

export const MembershipRules = graphql(/* GraphQL */ `
  query MembershipRules {
    membershipPolicy {
      levels {
        name
        fromPoints
        gives
      }
      pointsPerHundred
      referralPoints
      eventPoints
      pointsMonths
      termMonths
      remindDays
      version
    }
  }
`)

export const SetMembershipPolicy = graphql(/* GraphQL */ `
  mutation SetMembershipPolicy($input: SetMembershipPolicyInput!) {
    setMembershipPolicy(input: $input) {
      ... on MembershipPolicy {
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

export const JoinMembership = graphql(/* GraphQL */ `
  mutation JoinMembership($input: JoinMembershipInput!) {
    joinMembership(input: $input) {
      ... on Membership {
        id
        ...MemberParts
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const CreditMembership = graphql(/* GraphQL */ `
  mutation CreditMembership($input: CreditMembershipInput!) {
    creditMembership(input: $input) {
      ... on Membership {
        id
        ...MemberParts
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const RedeemMembership = graphql(/* GraphQL */ `
  mutation RedeemMembership($input: RedeemMembershipInput!) {
    redeemMembership(input: $input) {
      ... on Membership {
        id
        ...MemberParts
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const CorrectMembership = graphql(/* GraphQL */ `
  mutation CorrectMembership($input: CorrectMembershipInput!) {
    correctMembership(input: $input) {
      ... on Membership {
        id
        ...MemberParts
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const RenewMembership = graphql(/* GraphQL */ `
  mutation RenewMembership($input: RenewMembershipInput!) {
    renewMembership(input: $input) {
      ... on Membership {
        id
        ...MemberParts
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const LeaveMembership = graphql(/* GraphQL */ `
  mutation LeaveMembership($input: LeaveMembershipInput!) {
    leaveMembership(input: $input) {
      ... on Membership {
        id
        ...MemberParts
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)
