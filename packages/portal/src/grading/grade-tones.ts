import type { Tone } from '@steward/ui'

/** From the best down; whoever is lower is nothing bad. */
const TONES: readonly Tone[] = ['good', 'primary', 'info', 'neutral']

/** The colour of a grade, the best being 0, wherever it is shown; a negative rank is nobody's: they could not be graded. */
export const gradeTone = (rank: number): Tone =>
  rank < 0 ? 'warn' : TONES[Math.min(rank, TONES.length - 1)]!
