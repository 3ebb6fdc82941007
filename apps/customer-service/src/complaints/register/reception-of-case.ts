import { useQuery } from '@apollo/client/react'
import type { Kind, ReceptionPurpose } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { ASKED } from './kinds.ts'
import type { RegisterValues } from './registration.ts'

const ReceptionOfCase = graphql(/* GraphQL */ `
  query ReceptionOfCase($id: ID!) {
    reception(id: $id) {
      id
      channel
      purpose
      words
      at
      client {
        id
      }
      contact {
        id
        name
      }
      complaint {
        id
      }
    }
  }
`)

const KINDS: Readonly<Partial<Record<ReceptionPurpose, Kind>>> = { INQUIRY: 'INQUIRY', REQUEST: 'REQUEST' }

/** What the form begins with when a reception becomes a case; nothing where it did already. */
export function useReceptionOfCase(id: string | null): {
  readonly reception: RegisterValues | undefined
  readonly pending: boolean
} {
  const { data, loading } = useQuery(ReceptionOfCase, {
    variables: { id: id ?? '' },
    skip: id === null,
    fetchPolicy: 'network-only',
  })
  const it = data?.reception
  if (!it?.client || it.complaint) return { reception: undefined, pending: loading }
  const kind = KINDS[it.purpose] ?? 'COMPLAINT'
  return {
    pending: false,
    reception: {
      receptionId: it.id,
      kind,
      severity: ASKED[kind].severity,
      channel: it.channel,
      clientId: it.client.id,
      occurredAt: it.at,
      ...(it.words ? { facts: it.words } : {}),
      ...(it.contact?.name ? { contactName: it.contact.name } : {}),
    },
  }
}
