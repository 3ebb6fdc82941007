import type { PromiseRule } from '@steward/domain'
import { graphql, type PromisePoliciesQuery } from '@steward/graphql-client'

export const PromisePolicies = graphql(/* GraphQL */ `
  query PromisePolicies {
    promisePolicies {
      id
      revision
      setAt
      setBy {
        id
        name
      }
      rules {
        kind
        severity
        purpose
        grade
        categoryId
        budgetMinutes
        warnBeforeMinutes
        escalateAfterMinutes
        pauseCapMinutes
      }
    }
    complaintCategories {
      id
      nameZh
      nameEn
      parent {
        id
      }
    }
  }
`)

export const SetPromisePolicy = graphql(/* GraphQL */ `
  mutation SetPromisePolicy($input: SetPromisePolicyInput!) {
    setPromisePolicy(input: $input) {
      ... on PromisePolicy {
        id
        revision
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

export type Revision = PromisePoliciesQuery['promisePolicies'][number]
export type Category = PromisePoliciesQuery['complaintCategories'][number]

/** The rules of a revision as the domain takes them; categories keep their published ids. */
export const rulesOf = ({ rules }: Revision): readonly PromiseRule[] =>
  rules.map((rule) => ({
    kind: rule.kind,
    severity: rule.severity as PromiseRule['severity'],
    purpose: rule.purpose,
    grade: rule.grade,
    categoryId: rule.categoryId,
    budgetMinutes: rule.budgetMinutes,
    warnBeforeMinutes: rule.warnBeforeMinutes,
    escalateAfterMinutes: rule.escalateAfterMinutes,
    pauseCapMinutes: rule.pauseCapMinutes,
  }))

/** A rule as it is sent: absent conditions are left out. */
export const ruleInput = ({ severity, purpose, grade, categoryId, budgetMinutes, ...rest }: PromiseRule) => ({
  ...rest,
  escalateAfterMinutes: [...rest.escalateAfterMinutes],
  ...(severity === null ? {} : { severity }),
  ...(purpose === null ? {} : { purpose }),
  ...(grade === null ? {} : { grade }),
  ...(categoryId === null ? {} : { categoryId }),
  ...(budgetMinutes === null ? {} : { budgetMinutes }),
})

/** The category and those above it, its own first. */
export const pathOf = (categories: readonly Category[], id: string | null): readonly string[] => {
  const found = categories.find((category) => category.id === id)
  return found ? [found.id, ...pathOf(categories, found.parent?.id ?? null)] : []
}
