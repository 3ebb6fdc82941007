import type { SimulationStatus } from '@steward/domain'
import type { Tone } from '@steward/ui'

export const SIMULATION_TONES: Readonly<Record<SimulationStatus, Tone>> = {
  RUNNING: 'info',
  DONE: 'good',
  FAILED: 'bad',
}
