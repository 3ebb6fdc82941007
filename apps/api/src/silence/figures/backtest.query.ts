/** The measures held against the organization's own history; and whom another rule would call silent today. */
import {
  backtest,
  canTell,
  dayNumber,
  deciles,
  fitBgNbd,
  invalidInput,
  partedAt,
  parseInput,
  recencyOf,
  rhythmOf,
  say,
  SILENCE_BACKTEST_INPUT,
  SILENCE_POLICY_INPUT,
  text,
  type SilenceMeasure,
  type SilencePolicy,
} from '@steward/domain'
import type { RequestContext } from '../../context.ts'
import { badRequest } from '../../money/value/page-cursor.ts'
import { sampledHistories } from '../histories.service.ts'
import { newestModel, parametersOf, silencePolicyOf } from '../silence-policy.service.ts'
import { SilenceBacktest, SilencePreview } from './figures.type.ts'
import { inOrganization } from './in-organization.service.ts'

const TOO_LATE = text('须早于今天。', 'Before today.')

/** The model of the time before is fitted anew to what was known then, as it would have been. */
export const silenceBacktest = (
  context: RequestContext,
  asked: { readonly measure: string; readonly until: string },
): Promise<SilenceBacktest> =>
  inOrganization(context, async (around) => {
    const parsed = parseInput(SILENCE_BACKTEST_INPUT, asked)
    if (!parsed.ok || asked.until >= around.today)
      throw badRequest(
        `until: ${say((parsed.ok ? invalidInput({ path: 'until', message: TOO_LATE }) : parsed.error).fields[0]!.message, context.locale)}`,
      )
    const measure: SilenceMeasure = parsed.value.measure
    const [until, last] = [dayNumber(asked.until)!, dayNumber(around.today)!]
    const histories = await sampledHistories(around.manager, around)
    const parted = partedAt(
      histories.map(({ days }) => days),
      until,
      last,
    )
    const kept = await silencePolicyOf(around.manager, around.orgId)
    // The model alone is tried with all whom it can judge, also those who have a rhythm of their own.
    const policy: SilencePolicy = measure === 'MODEL' ? { ...kept, leastGaps: Infinity } : kept
    const fit = fitBgNbd(parted.map(({ before }) => recencyOf(before, until)))
    const hasModel = canTell(fit)
    const model = hasModel ? fit : null
    return Object.assign(new SilenceBacktest(), {
      until: asked.until,
      last: around.today,
      clients: parted.length,
      judged: parted.filter(({ before }) =>
        measure === 'MODEL' ? hasModel && before.length > 1 : before.length > policy.leastGaps,
      ).length,
      hasModel,
      inForce: measure === 'MODEL' ? kept.modelThreshold : kept.rhythmThreshold,
      thresholds: backtest(parted, until, policy, model, measure),
      deciles: model && measure === 'MODEL' ? deciles(parted, until, (last - until) / 7, model) : [],
    })
  })

export const silencePreview = (context: RequestContext, rule: SilencePolicy): Promise<SilencePreview> =>
  inOrganization(context, async (around) => {
    const parsed = parseInput(SILENCE_POLICY_INPUT, { ...rule, expectedVersion: 0 })
    if (!parsed.ok) {
      const { path, message } = parsed.error.fields[0]!
      throw badRequest(`${path}: ${say(message, context.locale)}`)
    }
    const { manager, orgId } = around
    const today = dayNumber(around.today)!
    const parameters = parametersOf(await newestModel(manager, orgId))
    const kept = await silencePolicyOf(manager, orgId)
    const histories = (await sampledHistories(manager, around)).filter(({ isInUse }) => isInUse)
    const silent = (policy: SilencePolicy): number =>
      histories.filter(({ days }) => {
        const known = days.filter((day) => day <= today)
        return known.length > 0 && rhythmOf(known, today, policy, parameters).isSilent
      }).length
    return Object.assign(new SilencePreview(), {
      clients: histories.length,
      before: silent(kept),
      after: silent(parsed.value),
    })
  })
