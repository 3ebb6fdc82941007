import { standardOfLists, type GradingStandard } from '@steward/domain'
import { graphql, type StandardPartsFragment } from '@steward/graphql-client'

/** What a grading standard lays down; the lists are empty of every other document. */
export const StandardParts = graphql(/* GraphQL */ `
  fragment StandardParts on DocumentRevision {
    criteria {
      key
      name
      metric
      weight
      way
      points
      scores
      missingRule
      missingScore
      target
    }
    grades {
      grade
      from
    }
    earns {
      grade
      what
      timesAYear
      minutes
      costMinor
    }
    leastWeight
  }
`)

/** As the domain has it; null where the revision has none, or shows none to the reader. */
export const standardOf = ({
  criteria,
  grades,
  earns,
  leastWeight,
}: StandardPartsFragment): GradingStandard | null =>
  criteria && grades && earns ? standardOfLists({ criteria, grades, earns, leastWeight }) : null
