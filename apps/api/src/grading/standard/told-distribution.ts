import { workloadOf, type Distribution, type GradingStandard } from '@steward/domain'
import { GradeDistribution } from './preview.type.ts'

const MINUTES_AN_HOUR = 60

/** @param times what was counted stands for so many times as many: of a sample, how much larger the whole is */
export const toldDistribution = (
  { content, label }: { readonly content: GradingStandard; readonly label: string | null },
  { grades, ungraded, wanting }: Distribution,
  times = 1,
): GradeDistribution => {
  const { minutes, costMinor } = workloadOf(content, grades)
  return Object.assign(new GradeDistribution(), {
    label,
    grades: content.grades.map(({ grade }) => ({ grade, clients: grades[grade] ?? 0 })),
    missing: ungraded.MISSING,
    tooLittle: ungraded.TOO_LITTLE,
    wanting: content.criteria
      .map(({ key, name }) => ({ criterion: key, name, clients: wanting[key] ?? 0 }))
      .filter(({ clients }) => clients > 0)
      .toSorted((one, other) => other.clients - one.clients),
    hours: Math.round((minutes * times) / MINUTES_AN_HOUR),
    costMinor: Math.round(costMinor * times),
  })
}
