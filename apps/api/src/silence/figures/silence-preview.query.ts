/** Whom another rule would call silent today; nothing is written. */
import { setImmediate } from 'node:timers/promises'
import {
  dayNumber,
  parseInput,
  rhythmOf,
  say,
  SILENCE_POLICY_INPUT,
  type SilencePolicy,
} from '@steward/domain'
import type { RequestContext } from '../../context.ts'
import { badRequest } from '../../money/value/page-cursor.ts'
import { sampledHistories } from '../histories.service.ts'
import { newestModel, parametersOf, silencePolicyOf } from '../silence-policy.service.ts'
import { SilencePreview } from './figures.type.ts'
import { inOrganization } from './in-organization.service.ts'

/** So many are judged before other requests have their turn. */
const AT_ONCE = 200

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
    const isSilent = (days: readonly number[], policy: SilencePolicy): boolean =>
      days.length > 0 && rhythmOf(days, today, policy, parameters).isSilent
    const silent = { before: 0, after: 0 }
    for (let at = 0; at < histories.length; at += AT_ONCE) {
      for (const history of histories.slice(at, at + AT_ONCE)) {
        const days = history.days.filter((day) => day <= today)
        if (isSilent(days, kept)) silent.before += 1
        if (isSilent(days, parsed.value)) silent.after += 1
      }
      await setImmediate()
    }
    return Object.assign(new SilencePreview(), { clients: histories.length, ...silent })
  })
