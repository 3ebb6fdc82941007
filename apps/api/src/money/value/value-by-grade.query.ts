/** Does a grade earn what it costs? What clients bring and cost by the grade of the newest directory and their opening year. */
import { hasPermission, workloadOf } from '@steward/domain'
import type { RequestContext } from '../../context.ts'
import { accessError } from '../../graphql/access-error.ts'
import { standardInForce } from '../../grading/standard/standard-in-force.service.ts'
import { moneyScope, reachesNoFurther } from '../account/money-scope.ts'
import { GRADES } from './figures.ts'
import { figureParameters } from './metrics.service.ts'
import { ValueOfGrade } from './value.type.ts'
import { weighed } from './weighed.ts'

/** Figures by grade tell of grades: they are for whoever reads those of all these clients. */
const readsGrades = ({ signedIn, locale }: RequestContext): boolean => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const { actor } = signedIn
  const isWithin = reachesNoFurther(moneyScope(actor, 'value:read'), moneyScope(actor, 'client:readGrade'))
  return hasPermission(actor, 'client:readGrade') && isWithin
}

type Row = Omit<ValueOfGrade, 'earnsMinutes' | 'earnsMinor'>

/** Null for whoever weighs clients whose grades they may not read. */
export const valueByGrade = async (context: RequestContext): Promise<ValueOfGrade[] | null> => {
  if (!readsGrades(context)) return null
  return weighed(context, async ({ manager, actor, asked }) => {
    const inForce = await standardInForce({ manager, actor })
    const rows = await manager.query<Row[]>(GRADES, [...figureParameters(asked())])
    return rows.map((row) => {
      const known = inForce?.content.grades.some(({ grade }) => grade === row.grade)
      const earned = inForce && known ? workloadOf(inForce.content, { [row.grade!]: 1 }) : null
      return Object.assign(new ValueOfGrade(), row, {
        earnsMinutes: earned?.minutes ?? null,
        earnsMinor: earned?.costMinor ?? null,
      })
    })
  })
}
