import { graphql, readFragment, type FragmentType, type WaysToSignFragment } from '@steward/graphql-client'
import type { CaseAction } from '../action-names.ts'

/** How the viewer can give the signature that the case waits for. */
export const WaysToSign = graphql(/* GraphQL */ `
  fragment WaysToSign on Complaint {
    id
    signings {
      id
      state
      steps {
        position
        meaning
        state
      }
      waysToSign {
        delegationId
        onBehalfOf
        until
      }
    }
  }
`)

type Masked = FragmentType<typeof WaysToSign>
type Way = WaysToSignFragment['signings'][number]['waysToSign'][number]

const openOf = (complaint: Masked) =>
  readFragment(WaysToSign, complaint).signings.find(({ state }) => state === 'OPEN')

/** By the own right, and for whom else. */
export const waysOf = (complaint: Masked): readonly Way[] => openOf(complaint)?.waysToSign ?? []

/** What somebody can do with a case for somebody else, by a delegation, beside what is their own to do. */
export const delegatedActions = (complaint: Masked): readonly CaseAction[] => {
  const signing = openOf(complaint)
  if (!signing || !signing.waysToSign.some(({ delegationId }) => delegationId !== null)) return []
  const step = signing.steps.find(({ state }) => state === 'OPEN')
  if (step?.meaning === 'REVIEWED') return ['review']
  return step?.meaning === 'APPROVED' ? ['approve', 'reject'] : []
}
