import type { Kind, Severity } from '@steward/domain'
import type { RegisterComplaintInput } from '@steward/graphql-client'

/** What is asked for on site. */
export interface RegisterValues {
  readonly kind: Kind
  readonly projectId?: string | undefined
  readonly buildingId?: string | undefined
  readonly unitId?: string | undefined
  readonly summary: string
  readonly facts?: string
  readonly severity: Severity
  readonly containment?: string
  /** An occupant of the unit; `OTHER` for somebody else. */
  readonly clientId?: string | undefined
  readonly contactName?: string
  readonly contactPhone?: string
}

/** Stands in the choice of occupants for whoever is not among them. */
export const OTHER = 'OTHER'

/** What people on site meet most: a fault without loss; where there is one project only, in that one. */
export const startOf = (projects: readonly { readonly id: string }[]): Partial<RegisterValues> => ({
  kind: 'ANOMALY',
  severity: 3,
  ...(projects.length === 1 ? { projectId: projects[0]?.id } : {}),
})

/** What travels: the finest place alone, the summary again where nothing more was written. */
export function inputOf(values: RegisterValues): RegisterComplaintInput {
  const { projectId, buildingId, unitId, clientId, facts, ...rest } = values
  const client = clientId && clientId !== OTHER ? clientId : undefined
  const { contactName, contactPhone, ...told } = rest
  return {
    ...told,
    channel: 'VISIT',
    facts: facts?.trim() ? facts : (values.summary ?? ''),
    anonymous: false,
    readBack: false,
    ...(unitId ? { unitId } : buildingId ? { buildingId } : projectId ? { projectId } : {}),
    ...(client
      ? { clientId: client }
      : { contactName: contactName ?? null, contactPhone: contactPhone ?? null }),
  }
}
