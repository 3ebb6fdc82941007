/** The page of the API's contents on silence. */
import { plainRoot } from '../reads/roots.ts'
import { silenceBacktestProjection, silenceBacktestRoots } from './backtest/backtest.projection.ts'
import { SilenceBacktestResolver } from './backtest/backtest.resolver.ts'
import { SilenceFiguresResolver } from './figures/figures.resolver.ts'
import {
  silenceAlertProjection,
  silenceModelProjection,
  silencePolicyProjection,
  silenceRoots,
} from './silence.projection.ts'
import { SilenceResolver } from './silence.resolver.ts'

export const SILENCE_RESOLVERS = [SilenceResolver, SilenceFiguresResolver, SilenceBacktestResolver] as const

export const SILENCE_PROJECTIONS = [
  silenceAlertProjection,
  silenceModelProjection,
  silencePolicyProjection,
  silenceBacktestProjection,
] as const

export const SILENCE_ROOTS = {
  ...silenceRoots,
  ...silenceBacktestRoots,
  clientRhythm: plainRoot(),
  lossFunnel: plainRoot(),
  silencePreview: plainRoot(),
  rfmGrid: plainRoot(),
  silenceClients: plainRoot(),
} as const
