/** Every table of silence and of where clients stand. */
import { SilenceBacktestEntity } from './backtest/backtest.entity.ts'
import { SilenceAlertEntity, SilenceDue, SilenceModelEntity, SilencePolicyEntity } from './silence.entity.ts'
import { ClientStanding, StandingDue, StandingFigures } from './standing/standing.entity.ts'

export const SILENCE_ENTITIES = [
  SilenceAlertEntity,
  SilenceDue,
  SilenceModelEntity,
  SilencePolicyEntity,
  SilenceBacktestEntity,
  ClientStanding,
  StandingDue,
  StandingFigures,
] as const
