import { graphql } from '@steward/graphql-client'

export const AuditEntryParts = graphql(/* GraphQL */ `
  fragment AuditEntryParts on AuditEntry {
    id
    at
    verb
    subjectType
    subjectId
    reason
    requestId
    actor {
      id
      name
    }
    complaint {
      id
      number
    }
    task {
      id
      complaint {
        id
        number
      }
    }
    client {
      id
      code
    }
    staff {
      id
      name
    }
    department {
      id
      name
    }
    project {
      id
      name
    }
    building {
      id
      name
      project {
        id
        name
      }
    }
    unit {
      id
      label
    }
    authorityLimit {
      id
      role
      cause
    }
    controlledDocument {
      id
      number
    }
    documentRevision {
      id
      label
      document {
        id
        number
      }
    }
    changes {
      field
      before
      after
      isProtected
    }
  }
`)
