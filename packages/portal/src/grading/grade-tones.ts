import type { Tone } from '@steward/ui'

/** From the best down; whoever is lower is nothing bad. */
const TONES: readonly Tone[] = ['good', 'primary', 'info', 'warn', 'seal', 'neutral']

export const gradeTone = (rank: number): Tone => TONES[Math.min(rank, TONES.length - 1)]!
