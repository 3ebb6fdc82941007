export {
  canTell,
  expectedEvents,
  fitBgNbd,
  logLikelihood,
  probabilityAlive,
  type BgNbd,
  type BgNbdFit,
  type Recency,
} from './bg-nbd.ts'
export {
  distinctDays,
  recencyOf,
  rhythmOf,
  SILENCE_MEASURES,
  type Rhythm,
  type SilenceMeasure,
} from './rhythm.ts'
export * from './unanswered.ts'
export * from './rfm.ts'
export * from './backtest.ts'
export * from './silence-backtest.ts'
export * from './steps.ts'
export * from './silence-alert.ts'
export * from './silence-policy.ts'
export * from './silence-inputs.ts'
export * from './silence-alert-actions.ts'
