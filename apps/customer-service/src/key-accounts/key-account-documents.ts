import { graphql, type KeyAccountPageQuery } from '@steward/graphql-client'

export const KeyAccounts = graphql(/* GraphQL */ `
  query KeyAccounts($filter: KeyAccountFilter!, $first: Int!, $after: String) {
    keyAccounts(filter: $filter, first: $first, after: $after, orderBy: SINCE) {
      edges {
        node {
          id
          level
          tier
          since
          nextTestOn
          dossierDueOn
          releasedOn
          releaseReason
          client {
            id
            code
            name
            keyAccountManager {
              id
              name
            }
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const DossierParts = graphql(/* GraphQL */ `
  fragment DossierParts on KeyAccountDossier {
    id
    ordinal
    shareholders
    executives
    plannedProjects
    tendering
    contractHabits
    priceLevel
    cooperation
    ourShareBasisPoints
    rivals {
      name
      shareBasisPoints
      strengths
      weaknesses
    }
    onFile
    changedParts
    isReadable
    recordedBy {
      id
      name
    }
    recordedAt
  }
`)

export const KeyAccountPageDocument = graphql(/* GraphQL */ `
  query KeyAccountPage($id: ID!, $withDossier: Boolean!, $withOpinions: Boolean!) {
    keyAccount(id: $id) {
      id
      version
      level
      tier
      since
      nextTestOn
      dossierDueOn
      releasedOn
      releaseReason
      client {
        id
        code
        name
        keyAccountManager {
          id
          name
        }
        contacts @include(if: $withDossier) {
          id
          name
          position
          decisionRoles
          concerns
        }
      }
      nominations {
        id
        number
        kind
        status
        level
        tier
        previousTier
        releaseReason
        managementMet
        creditMet
        shareMet
        marginMet
        proposedAt
        decidedAt
      }
      dossiers @include(if: $withDossier) {
        id
        ...DossierParts
      }
      opinions @include(if: $withOpinions) {
        id
        satisfaction
        words
        givenOn
        takenBy {
          id
          name
        }
      }
    }
  }
`)
export type AccountInFull = NonNullable<KeyAccountPageQuery['keyAccount']>

/** Computed over many rows: it stands in no document with others. */
export const KeyAccountOpinionFigure = graphql(/* GraphQL */ `
  query KeyAccountOpinionFigure($keyAccount: ID!) {
    keyAccountOpinionFigure(keyAccount: $keyAccount) {
      answers
      meanHundredths
      isHeldBack
    }
  }
`)

export const KeyAccountRules = graphql(/* GraphQL */ `
  query KeyAccountRules {
    keyAccountPolicy {
      dossierMonths
      testMonths
      escalateAfterDays
      earnings {
        tier
        priority
        trials
        discount
        symposium
      }
      version
    }
  }
`)

export const KeyAccountFiguresDocument = graphql(/* GraphQL */ `
  query KeyAccountFigures {
    keyAccountFigures {
      from
      to
      years {
        year
        accounts
        lost
        churnBasisPoints
        movedUp
        movedDown
      }
      revenue {
        accounts
        top
        revenueMinor
        topMinor
        shareBasisPoints
        shareOfAllBasisPoints
        topOfAllBasisPoints
      }
    }
  }
`)

/** How a client stands on the list, for the page of the client. */
export const KeyAccountOfClient = graphql(/* GraphQL */ `
  query KeyAccountOfClient($client: ID!) {
    keyAccounts(filter: { client: $client, isListed: true }, first: 1, orderBy: SINCE) {
      edges {
        node {
          id
          level
          tier
        }
      }
    }
  }
`)
