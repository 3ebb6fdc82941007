import { graphql } from '@steward/graphql-client'

/** One version of a status record, as panel, history and form read it. */
export const StatusRecordParts = graphql(/* GraphQL */ `
  fragment StatusRecordParts on ClientStatusRecord {
    id
    ordinal
    legalRepresentative
    generalManager
    contactPerson
    businessLicence
    taxRegistration
    website
    mainBusiness
    headcount
    businessCondition
    bankAccountMasked
    paymentHandler
    paymentAttitude
    paymentInstrument
    highestMonthlyPurchaseMinor
    averageMonthlyPurchaseMinor
    serviceChannel
    serviceFrequency
    potential
    satisfaction
    remark
    onFile
    changedFields
    isReadable
    recordedAt
    recordedBy {
      id
      name
    }
  }
`)
