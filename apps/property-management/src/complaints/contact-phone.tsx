import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { useAct, useMay } from '@steward/portal'
import { RevealPhone } from './reveal-phone.tsx'

export const SiteContactPhoneFragment = graphql(/* GraphQL */ `
  fragment SiteContactPhone on Complaint {
    id
    contactPhoneMasked
    client {
      id
      phoneMasked
    }
  }
`)

const SiteRevealPhoneOfComplaint = graphql(/* GraphQL */ `
  mutation SiteRevealPhoneOfComplaint($input: RevealPhoneOfComplaintInput!) {
    revealPhoneOfComplaint(input: $input) {
      ... on RevealedPhone {
        phone
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

const SiteRevealPhoneOfClient = graphql(/* GraphQL */ `
  mutation SiteRevealPhoneOfClient($input: RevealPhoneOfClientInput!) {
    revealPhoneOfClient(input: $input) {
      ... on RevealedPhone {
        phone
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

/** The number of whoever spoke for a case; of its client where nobody else did. */
export function ContactPhone({
  complaint,
}: {
  readonly complaint: FragmentType<typeof SiteContactPhoneFragment>
}) {
  const { id, contactPhoneMasked, client } = readFragment(SiteContactPhoneFragment, complaint)
  const may = useMay()
  const reveal = useAct(SiteRevealPhoneOfComplaint)
  if (contactPhoneMasked) {
    return (
      <RevealPhone
        masked={contactPhoneMasked}
        {...(may('complaint:revealPhone')
          ? { onReveal: (reason: string) => reveal({ complaintId: id, reason }) }
          : {})}
      />
    )
  }
  return client && <ClientPhone clientId={client.id} masked={client.phoneMasked} />
}

/** The number of a client of the archive. */
export function ClientPhone({
  clientId,
  masked,
}: {
  readonly clientId: string
  readonly masked: string | null
}) {
  const may = useMay()
  const reveal = useAct(SiteRevealPhoneOfClient)
  if (!masked) return null
  return (
    <RevealPhone
      masked={masked}
      {...(may('client:revealPhone') ? { onReveal: (reason: string) => reveal({ clientId, reason }) } : {})}
    />
  )
}
