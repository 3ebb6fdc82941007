/** Where the asking for each overdue sum stands, and why it rests: one statement, judged by the domain's own function. */
import {
  amountText,
  can,
  daysLate,
  dunningOf,
  dunningRulesInForce,
  fillWording,
  grantsOf,
  HOLDING_CATEGORIES,
  OPEN_STATUSES,
  RECEIVABLE_KIND_LABELS,
  say,
  type Actor,
  type DunningRule,
  type Locale,
} from '@steward/domain'
import { GraphQLError } from 'graphql'
import type { RequestContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { accessError } from '../../graphql/access-error.ts'
import { fromGlobalId, toGlobalId, type NodeType } from '../../graphql/global-id.ts'
import { OrganizationProfile } from '../../organization/organization.entity.ts'
import { dunningFactsOf, FACTS_AT_ONCE, rulesOf, type DunningRow } from './dunning-facts.service.ts'
import { DunningLine } from './dunning.type.ts'
import { dayOf } from '../day-of-organization.service.ts'
import { moneyScope, scopeParameters } from '../account/money-scope.ts'

/** What is held is held by the case, or by hand. */
export const isHeld = ({ holdId, complaintId }: DunningRow): boolean =>
  holdId !== null || complaintId !== null

export const judged = (row: DunningRow, rules: readonly DunningRule[], today: string) =>
  dunningOf(
    {
      state: row.state,
      daysLate: daysLate(row.dueOn, today),
      isDisputed: row.isDisputed,
      isHeld: isHeld(row),
      taken: row.taken.map(({ step }) => step),
    },
    rules,
  )

const MOST_AT_ONCE = 100

interface Asked {
  readonly client?: string | undefined
  readonly project?: string | undefined
  readonly state?: readonly string[] | undefined
  readonly first: number
  readonly after?: string | undefined
}

export const dunning = async (
  context: RequestContext,
  { client, project, state, first, after }: Asked,
): Promise<DunningLine[]> => {
  const { signedIn, locale } = context
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  if (first < 1 || first > MOST_AT_ONCE)
    throw new GraphQLError(`first: must be from 1 to ${MOST_AT_ONCE}`, {
      extensions: { code: 'BAD_REQUEST' },
    })
  const { actor } = signedIn
  const orgId = actor.organizationId
  const wanted = (type: NodeType, id: string | undefined) =>
    id === undefined ? null : fromGlobalId(type, id)
  const [clientId, projectId, last] = [
    wanted('Client', client),
    wanted('Project', project),
    wanted('Receivable', after),
  ]
  if (clientId === undefined || projectId === undefined || last === undefined) return []
  return withTenant(context.dataSource, orgId, async (manager) => {
    const today = await dayOf(manager, orgId, context.now)
    const rules = dunningRulesInForce(await rulesOf(manager, orgId))
    const scope = scopeParameters(moneyScope(actor, 'dunning:read'))
    const holding = { open: [...OPEN_STATUSES], categories: HOLDING_CATEGORIES }
    const { currency } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
    const lines: DunningLine[] = []
    let rows: readonly DunningRow[]
    let seen = last
    // How a sum stands is judged by the domain: those of other states are passed over until the page is full.
    do {
      rows = await dunningFactsOf(manager, { orgId, scope, clientId, projectId, today, holding, after: seen })
      for (const row of rows) {
        const line = told(row, { actor, rules, today, locale, currency })
        if (!state?.length || state.includes(line.state)) lines.push(line)
      }
      seen = rows.at(-1)?.id ?? null
    } while (lines.length < first && rows.length === FACTS_AT_ONCE)
    return lines.slice(0, first)
  })
}

interface Telling {
  readonly actor: Actor
  readonly rules: readonly DunningRule[]
  readonly today: string
  readonly locale: Locale
  readonly currency: string
}

const told = (row: DunningRow, { actor, rules, today, locale, currency }: Telling): DunningLine => {
  const { state, step } = judged(row, rules, today)
  const { keyAccountManagerId, projectId, buildingId } = row
  const facts = { keyAccountManagerId, projectId, buildingId }
  const named = can(actor, 'client:readName', facts)
  const noted = can(actor, 'receivable:readNotes', facts)
  const late = daysLate(row.dueOn, today)
  const rule = rules.find((it) => it.step === step)
  const what = [say(RECEIVABLE_KIND_LABELS[row.kind], locale), row.period].filter(Boolean).join(' ')
  const amount = amountText(row.openMinor, currency)
  const values = {
    client: named ? row.clientName : row.clientCode,
    what,
    amount,
    due: row.dueOn,
    days: String(late),
  }
  const words = rule && fillWording(locale === 'en' ? rule.wordingEn : rule.wordingZh, values)
  // The number of a case is for those who may read every case.
  const seesCases = grantsOf(actor, 'complaint:read').includes('any')
  const byCase = row.complaintId !== null
  return Object.assign(new DunningLine(), {
    receivableId: toGlobalId('Receivable', row.id),
    number: row.number,
    kind: row.kind,
    period: row.period,
    clientId: toGlobalId('Client', row.clientId),
    clientName: named ? row.clientName : row.clientCode,
    place: [row.projectName, row.unitLabel].filter(Boolean).join(' '),
    dueOn: row.dueOn,
    daysLate: late,
    openMinor: row.openMinor,
    state,
    step,
    wording: words ?? null,
    holdSource: byCase ? 'COMPLAINT' : row.holdId ? 'BY_HAND' : null,
    holdSince: (byCase ? row.complaintAt : row.heldAt) ?? null,
    holdReason: noted ? row.holdReason : null,
    holdId: row.holdId && toGlobalId('DunningHold', row.holdId),
    holdVersion: row.holdVersion,
    complaintNumber: seesCases ? row.complaintNumber : null,
    taken: row.taken.map(({ at, outcome, ...it }) => ({
      ...it,
      at: new Date(at),
      outcome: noted ? outcome : null,
    })),
  })
}
