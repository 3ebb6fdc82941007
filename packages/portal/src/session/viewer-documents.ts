import { graphql, type SignInMutation as SignInResult } from '@steward/graphql-client'

export const ViewerFragment = graphql(/* GraphQL */ `
  fragment ViewerParts on Viewer {
    staff {
      id
      name
      signInName
      position
      department {
        id
        name
      }
    }
    organization {
      id
      code
      name
      timeZone
      currency
      demonstration
    }
    roles
    permissions
    secondFactorDueAt
  }
`)

export const ViewerQuery = graphql(/* GraphQL */ `
  query Viewer {
    viewer {
      ...ViewerParts
    }
  }
`)

export const DemonstrationSignInsQuery = graphql(/* GraphQL */ `
  query DemonstrationSignIns {
    demonstrationSignIns {
      signInName
      name
      position
      organization
      roles
    }
  }
`)

export const SignInMutation = graphql(/* GraphQL */ `
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      ... on Viewer {
        ...ViewerParts
      }
      ... on SecondFactorRequiredError {
        methods
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

export const CompleteSignInMutation = graphql(/* GraphQL */ `
  mutation CompleteSignIn($input: CompleteSignInInput!) {
    completeSignIn(input: $input) {
      ... on Viewer {
        ...ViewerParts
      }
      ... on NotEligibleError {
        reason
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

export const SignInAsMutation = graphql(/* GraphQL */ `
  mutation SignInAs($input: SignInAsInput!) {
    signInAs(input: $input) {
      ... on Viewer {
        ...ViewerParts
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

export const SignOutMutation = graphql(/* GraphQL */ `
  mutation SignOut($input: SignOutInput!) {
    signOut(input: $input) {
      ... on SignOutSuccess {
        signedOut
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

/** What a sign-in brings: the viewer, to be put where the viewer query looks. */
export type SignedInViewer = Extract<SignInResult['signIn'], { __typename: 'Viewer' }>
