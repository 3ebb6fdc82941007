/** How the content of a grading standard is read from a revision. */
import { REVISION_FIELDS, type GradingStandard } from '@steward/domain'
import { expression, values, type Row } from '../reads/projection.ts'

const rule = REVISION_FIELDS.content

const standardOf = ({ content }: Row): Partial<GradingStandard> =>
  (content as { standard?: GradingStandard }).standard ?? {}

export const STANDARD_OF_REVISION = {
  criteria: values('GradingCriterion', {
    ...rule,
    sql: (
      alias,
    ) => `select c.row ->> 'key' as key, c.row ->> 'name' as name, c.row ->> 'metric' as metric, (c.row ->> 'weight')::integer as weight,
        c.row #>> '{scale,way}' as way,
        array(select coalesce(s.row ->> 'from', s.row ->> 'at')::bigint from jsonb_array_elements(coalesce(c.row #> '{scale,bands}', c.row #> '{scale,corners}'))
          with ordinality as s(row, position) where coalesce(s.row ->> 'from', s.row ->> 'at') is not null order by s.position) as points,
        array(select (s.row ->> 'score')::integer from jsonb_array_elements(coalesce(c.row #> '{scale,bands}', c.row #> '{scale,corners}'))
          with ordinality as s(row, position) order by s.position) as scores,
        c.row #>> '{missing,rule}' as "missingRule", (c.row #>> '{missing,score}')::integer as "missingScore",
        (c.row ->> 'target')::bigint as target
      from jsonb_array_elements(${alias}.content #> '{standard,criteria}') with ordinality as c(row, position) order by c.position`,
    reference: (row) =>
      (standardOf(row).criteria ?? []).map(({ key, name, metric, weight, scale, missing, target }) => ({
        key,
        name,
        metric,
        weight,
        way: scale.way,
        points:
          scale.way === 'BANDS'
            ? scale.bands.flatMap(({ from }) => from ?? [])
            : scale.corners.map(({ at }) => at),
        scores: (scale.way === 'BANDS' ? scale.bands : scale.corners).map(({ score }) => score),
        missingRule: missing.rule,
        missingScore: missing.rule === 'DEFAULT' ? missing.score : null,
        target,
      })),
  }),
  grades: values('GradingGrade', {
    ...rule,
    sql: (alias) => `select g.row ->> 'grade' as grade, (g.row ->> 'from')::integer as "from"
      from jsonb_array_elements(${alias}.content #> '{standard,grades}') with ordinality as g(row, position) order by g.position`,
    reference: (row) => (standardOf(row).grades ?? []).map(({ grade, from }) => ({ grade, from })),
  }),
  earns: values('GradingEarned', {
    ...rule,
    sql: (
      alias,
    ) => `select e.row ->> 'grade' as grade, e.row ->> 'what' as what, (e.row ->> 'timesAYear')::integer as "timesAYear",
        (e.row ->> 'minutes')::integer as minutes, (e.row ->> 'costMinor')::bigint as "costMinor"
      from jsonb_array_elements(${alias}.content #> '{standard,earns}') with ordinality as e(row, position) order by e.position`,
    reference: (row) =>
      (standardOf(row).earns ?? []).map(({ grade, what, timesAYear, minutes, costMinor }) => ({
        grade,
        what,
        timesAYear,
        minutes,
        costMinor,
      })),
  }),
  leastWeight: expression({
    ...rule,
    sql: (alias) => `(${alias}.content #>> '{standard,leastWeight}')::integer`,
    reference: (row) => standardOf(row).leastWeight ?? null,
  }),
}
