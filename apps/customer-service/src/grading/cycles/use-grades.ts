import { useQuery } from '@apollo/client/react'
import { USUAL_GRADES } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { useMay } from '@steward/portal'

const GradesInUse = graphql(/* GraphQL */ `
  query GradesInUse {
    gradingCycles(first: 1, filter: { status: [PUBLISHED] }, orderBy: PUBLISHED) {
      edges {
        node {
          id
          grades {
            grade
          }
        }
      }
    }
  }
`)

/** The grades of the newest directory, the best first; the usual ones for who may not read cycles. */
export function useGrades(): readonly string[] {
  const may = useMay()
  const { data } = useQuery(GradesInUse, { skip: !may('gradingCycle:read'), fetchPolicy: 'cache-first' })
  const grades = data?.gradingCycles.edges[0]?.node.grades ?? USUAL_GRADES
  return grades.map(({ grade }) => grade)
}
