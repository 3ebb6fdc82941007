/** The page of the API's contents on silence. */
import { plainRoot } from '../reads/roots.ts'
import { SilenceFiguresResolver } from './figures/figures.resolver.ts'
import {
  silenceAlertProjection,
  silenceModelProjection,
  silencePolicyProjection,
  silenceRoots,
} from './silence.projection.ts'
import { SilenceResolver } from './silence.resolver.ts'

export const SILENCE_RESOLVERS = [SilenceResolver, SilenceFiguresResolver] as const

export const SILENCE_PROJECTIONS = [
  silenceAlertProjection,
  silenceModelProjection,
  silencePolicyProjection,
] as const

export const SILENCE_ROOTS = {
  ...silenceRoots,
  clientRhythm: plainRoot(),
  lossFunnel: plainRoot(),
  silenceBacktest: plainRoot(),
  silencePreview: plainRoot(),
  rfmGrid: plainRoot(),
  silenceClients: plainRoot(),
} as const
