import { graphql } from '@steward/graphql-client'

/** With whom one may have spoken. */
export const ReceptionPeople = graphql(/* GraphQL */ `
  fragment ReceptionPeople on Client {
    id
    contacts {
      id
      name
      position
    }
    members {
      id
      name
      kinship
    }
  }
`)

/** A reception as its form takes it up again. */
export const ReceptionWords = graphql(/* GraphQL */ `
  fragment ReceptionWords on Reception {
    id
    version
    channel
    direction
    purpose
    words
    result
    nextStep
    nextOn
    contact {
      id
    }
    member {
      id
    }
  }
`)

export const RecordReception = graphql(/* GraphQL */ `
  mutation RecordReception($input: RecordReceptionInput!) {
    recordReception(input: $input) {
      ... on Reception {
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

export const AmendReception = graphql(/* GraphQL */ `
  mutation AmendReception($input: AmendReceptionInput!) {
    amendReception(input: $input) {
      ... on Reception {
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

export const ClientToNote = graphql(/* GraphQL */ `
  query ClientToNote($id: ID!) {
    client(id: $id) {
      id
      code
      name
      ...ReceptionPeople
    }
  }
`)

export const ClientsToNote = graphql(/* GraphQL */ `
  query ClientsToNote($words: String!) {
    findClients(words: $words) {
      id
      code
      name
      occupancies {
        id
        toOn
        unit {
          id
          label
          project {
            id
            name
          }
        }
      }
    }
  }
`)
