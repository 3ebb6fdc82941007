import { graphql } from '@steward/graphql-client'

export const SavedViewsQuery = graphql(/* GraphQL */ `
  query SavedViews {
    savedViews {
      id
      place
      name
      query
      sharing
      sharedRole
      isMine
      isPinned
      position
      version
      owner {
        id
        name
      }
    }
  }
`)

export const SaveViewMutation = graphql(/* GraphQL */ `
  mutation SaveView($input: SaveViewInput!) {
    saveView(input: $input) {
      ... on SavedView {
        id
        name
        query
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

export const ChangeViewMutation = graphql(/* GraphQL */ `
  mutation ChangeView($input: ChangeViewInput!) {
    changeView(input: $input) {
      ... on SavedView {
        id
        name
        query
        sharing
        version
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

export const MoveViewMutation = graphql(/* GraphQL */ `
  mutation MoveView($input: MoveViewInput!) {
    moveView(input: $input) {
      ... on SavedView {
        id
        position
        version
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

export const PinViewMutation = graphql(/* GraphQL */ `
  mutation PinView($input: PinViewInput!) {
    pinView(input: $input) {
      ... on SavedView {
        id
        isPinned
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

export const UnpinViewMutation = graphql(/* GraphQL */ `
  mutation UnpinView($input: UnpinViewInput!) {
    unpinView(input: $input) {
      ... on SavedView {
        id
        isPinned
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

export const RemoveViewMutation = graphql(/* GraphQL */ `
  mutation RemoveView($input: RemoveViewInput!) {
    removeView(input: $input) {
      ... on RemovedSavedView {
        savedViewId
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

/** How many cases are in each of a person's first views: one question, hence one statement. */
export const ViewCountsQuery = graphql(/* GraphQL */ `
  query ViewCounts(
    $first: ComplaintFilter
    $second: ComplaintFilter
    $third: ComplaintFilter
    $fourth: ComplaintFilter
    $fifth: ComplaintFilter
    $sixth: ComplaintFilter
    $withSecond: Boolean!
    $withThird: Boolean!
    $withFourth: Boolean!
    $withFifth: Boolean!
    $withSixth: Boolean!
  ) {
    first: complaints(first: 1, filter: $first) {
      totalCount
      totalCountIsCapped
    }
    second: complaints(first: 1, filter: $second) @include(if: $withSecond) {
      totalCount
      totalCountIsCapped
    }
    third: complaints(first: 1, filter: $third) @include(if: $withThird) {
      totalCount
      totalCountIsCapped
    }
    fourth: complaints(first: 1, filter: $fourth) @include(if: $withFourth) {
      totalCount
      totalCountIsCapped
    }
    fifth: complaints(first: 1, filter: $fifth) @include(if: $withFifth) {
      totalCount
      totalCountIsCapped
    }
    sixth: complaints(first: 1, filter: $sixth) @include(if: $withSixth) {
      totalCount
      totalCountIsCapped
    }
  }
`)
