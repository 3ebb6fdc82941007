import type { Channel, Kind, Purpose, Severity, Track } from '@steward/domain'
import { graphql, type RegisterComplaintInput } from '@steward/graphql-client'
import { ASKED } from './kinds.ts'

/** What the form holds while a client talks. */
export interface RegisterValues {
  readonly kind: Kind
  readonly channel: Channel
  readonly clientId?: string
  readonly contactName?: string
  readonly contactPhone?: string
  readonly anonymous?: boolean
  readonly projectId?: string
  readonly buildingId?: string
  readonly unitId?: string
  readonly facts?: string
  readonly summary?: string
  readonly demand?: string
  readonly severity?: Severity
  readonly track?: Track
  readonly purpose?: Purpose
  readonly categoryId?: string
  readonly occurredAt?: string
  readonly containment?: string
  readonly readBack?: boolean
  /** The reception that it is made of. */
  readonly receptionId?: string
}

export const USUAL: RegisterValues = {
  kind: 'COMPLAINT',
  channel: 'PHONE',
  severity: ASKED.COMPLAINT.severity,
}

/** Whether anything was told yet: choices alone are made again in a moment, and are no draft. */
export const holdsWords = ({
  facts,
  summary,
  demand,
  contactName,
  contactPhone,
  clientId,
}: Partial<RegisterValues>): boolean =>
  [facts, summary, demand, contactName, contactPhone, clientId].some((words) => words?.trim())

const SUMMARY_LENGTH = 60

/** The first sentence of an account: what a case is called until somebody finds a better name. */
export function summarize(facts: string): string {
  const [first = ''] = facts.trim().split(/(?<=[。！？!?；;])|\n|(?<=\.)\s/u)
  const sentence = first.trim().replace(/[。；;.]$/u, '')
  return sentence.length > SUMMARY_LENGTH ? `${sentence.slice(0, SUMMARY_LENGTH - 1)}…` : sentence
}

/** What is sent of what the form holds. A unit brings its building and project along. */
export function registrationOf(values: RegisterValues): RegisterComplaintInput {
  const { projectId, buildingId, unitId, ...told } = values
  const asked = ASKED[values.kind]
  const place = unitId ? { unitId } : buildingId ? { buildingId } : projectId ? { projectId } : {}
  const input = {
    ...told,
    ...place,
    severity: values.severity ?? asked.severity,
    purpose: values.purpose ?? asked.purpose,
    facts: values.facts ?? '',
    summary: values.summary?.trim() || summarize(values.facts ?? ''),
    anonymous: values.anonymous ?? false,
    readBack: values.readBack ?? false,
  }
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  ) as unknown as RegisterComplaintInput
}

export const RegisterComplaint = graphql(/* GraphQL */ `
  mutation RegisterComplaint($input: RegisterComplaintInput!) {
    registerComplaint(input: $input) {
      ... on Complaint {
        id
        number
        track
        severity
        summary
        handlingDepartment {
          id
          name
        }
      }
      ... on UserError {
        code
        message
        ... on SignatureRequired {
          requestIds
          why: reason
        }
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
