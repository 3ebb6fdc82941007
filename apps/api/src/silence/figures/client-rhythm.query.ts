/** The rhythm of one client, sign by sign, and the step that they are on. */
import { can, dayNumber, distinctDays, rhythmOf, stepOf } from '@steward/domain'
import { Client } from '../../clients/client.entity.ts'
import { clientFacts } from '../../clients/kept-client.ts'
import type { RequestContext } from '../../context.ts'
import { toGlobalId } from '../../graphql/global-id.ts'
import { wanted } from '../../money/value/page-cursor.ts'
import { SIGNS } from '../histories.service.ts'
import { newestModel, parametersOf, silencePolicyOf } from '../silence-policy.service.ts'
import { SilenceAlertEntity } from '../silence.entity.ts'
import { saidSince } from '../standing/standing.service.ts'
import { ClientRhythm, ClientSign } from './figures.type.ts'
import { inOrganization } from './in-organization.service.ts'

const OF_ONE = `
with sign as (${SIGNS})
select on_day::text as on, kind, in_vain as "inVain" from sign order by on_day, kind, record_id`

const SAID = `
select exists (select from complaint m where m.org_id = $1 and m.client_id = $2 and m.kind = 'COMPLAINT'
                  and m.registered_at >= $3 and m.merged_into_id is null) as "hasComplained",
       exists (select from complaint m where m.org_id = $1 and m.client_id = $2 and m.kind = 'SUGGESTION'
                  and m.registered_at >= $3 and m.merged_into_id is null)
       or exists (select from reception r where r.org_id = $1 and r.client_id = $2 and r.purpose = 'COMPLAINT'
                  and r.at >= $3) as "hasGrumbled"`

const MOST_SIGNS = 200

/** Null where the client is not yours to see. */
export const clientRhythm = (context: RequestContext, globalId: string): Promise<ClientRhythm | null> =>
  inOrganization(context, async ({ manager, actor, orgId, timeZone, today }) => {
    const client = await manager.findOneBy(Client, { orgId, id: wanted('Client', globalId)! })
    if (!client || !can(actor, 'silenceAlert:read', clientFacts(client))) return null
    const { id } = client
    const all = await manager.query<{ on: string; kind: string; inVain: boolean }[]>(OF_ONE, [
      orgId,
      [id],
      timeZone,
    ])
    const signs = all.filter(({ on }) => on <= today)
    const [said] = await manager.query<{ hasComplained: boolean; hasGrumbled: boolean }[]>(SAID, [
      orgId,
      id,
      saidSince(context.now),
    ])
    const alert = await manager.findOne(SilenceAlertEntity, {
      where: { orgId, clientId: id },
      order: { raisedOn: 'DESC', id: 'DESC' },
    })
    const policy = await silencePolicyOf(manager, orgId)
    const parameters = parametersOf(await newestModel(manager, orgId))
    const days = distinctDays(signs.map(({ on }) => dayNumber(on)!))
    const rhythm = days.length === 0 ? NOTHING : rhythmOf(days, dayNumber(today)!, policy, parameters)
    return Object.assign(new ClientRhythm(), {
      ...rhythm,
      clientId: toGlobalId('Client', id),
      today,
      signs: signs.slice(-MOST_SIGNS).map((sign) => Object.assign(new ClientSign(), sign)),
      step: stepOf({ ...said!, alert }),
    })
  })

const NOTHING = {
  gaps: 0,
  usualGapDays: null,
  lastOn: null,
  quietDays: null,
  measure: null,
  score: null,
  threshold: null,
  silentOn: null,
  isSilent: false,
}
