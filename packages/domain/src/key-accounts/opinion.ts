/** What key accounts think of the one person named for them. */
import { z } from 'zod'
import { SATISFACTIONS, type Satisfaction } from '../clients/confidential/status-words.ts'
import { id, localDay, optional, words } from '../input.ts'

/** Below so many answers whom they are about sees no figure: it would tell who said what. */
export const FEWEST_OPINIONS_SHOWN = 5

export const KEY_ACCOUNT_OPINION_INPUT = z.object({
  keyAccountId: id(),
  satisfaction: z.enum(SATISFACTIONS),
  /** In their words. */
  words: optional(words(1_000)),
  /** Day on which they said so. */
  givenOn: localDay(),
})

/** 7 of who is very satisfied, 1 of who is very dissatisfied. */
export const satisfactionScore = (satisfaction: Satisfaction): number =>
  SATISFACTIONS.length - SATISFACTIONS.indexOf(satisfaction)

export interface OpinionFigure {
  readonly answers: number
  /** Of the scores 1 to 7, in hundredths; null: there are none, or too few to be shown to whom they are about. */
  readonly meanHundredths: number | null
  /** There is a mean, and it is kept from the reader. */
  readonly isHeldBack: boolean
}

/** @param readsThem the reader may read each single answer */
export const opinionFigure = (given: readonly Satisfaction[], readsThem: boolean): OpinionFigure => {
  const answers = given.length
  const isHeldBack = !readsThem && answers > 0 && answers < FEWEST_OPINIONS_SHOWN
  const sum = given.reduce((all, it) => all + satisfactionScore(it), 0)
  return {
    answers,
    meanHundredths: answers === 0 || isHeldBack ? null : Math.round((100 * sum) / answers),
    isHeldBack,
  }
}
