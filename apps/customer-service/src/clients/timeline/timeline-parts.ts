import { graphql } from '@steward/graphql-client'

/** One entry: of all its records only the one that it is about is there. */
export const ClientTimelineEntry = graphql(/* GraphQL */ `
  fragment ClientTimelineEntry on TimelineEntry {
    key
    kind
    at
    channel
    by {
      id
      name
    }
    change {
      verb
    }
    contact {
      id
      name
      position
    }
    lead {
      id
      number
    }
    leadEvent {
      id
      action
      note
    }
    confirmation {
      id
      note
      parts {
        part
        fieldLabelZh
        fieldLabelEn
      }
    }
    occupancy {
      id
      relation
      unit {
        id
        label
      }
    }
    consent {
      id
      purpose
      decision
    }
    statusRecord {
      id
      ordinal
    }
    reception {
      ...ReceptionEntry
    }
    complaint {
      id
      number
      status
      summary
    }
    event {
      id
      action
      from
      to
      note
    }
    promise {
      id
      what
    }
    notice {
      id
      channel
      caseStatus
    }
    signOff {
      id
      meaning
    }
    subjectRequest {
      id
      number
      kind
      status
    }
    silenceAlert {
      id
      basis
      outcome
    }
    receivable {
      id
      kind
      period
      state
      amountMinor
    }
    payment {
      id
      method
      amountMinor
      reversedAt
    }
    merge {
      id
      number
      survivorCode
      mergedCode
    }
    formerClientCode
  }
`)

export const ReceptionEntry = graphql(/* GraphQL */ `
  fragment ReceptionEntry on Reception {
    id
    ...ReceptionWords
    direction
    purpose
    words
    result
    nextStep
    nextOn
    nextDoneAt
    nextOutcome
    recordedAt
    recordedBy {
      id
    }
    contact {
      id
      name
    }
    member {
      id
      name
    }
    complaint {
      id
      number
    }
    earlier {
      until
      words
      result
      nextStep
    }
  }
`)
