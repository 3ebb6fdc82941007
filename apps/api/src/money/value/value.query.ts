/** What clients are worth: always over the whole history, by what is assumed today. Each answer is one statement over all of them. */
import {
  ASSUMED_INPUT,
  can,
  parseInput,
  say,
  type Actor,
  type Assumed,
  type ValueGrouping,
} from '@steward/domain'
import { GraphQLError } from 'graphql'
import type { RequestContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { accessError } from '../../graphql/access-error.ts'
import { fromGlobalId, toGlobalId, type NodeType } from '../../graphql/global-id.ts'
import { UserError } from '../../graphql/user-error.ts'
import { OrganizationProfile } from '../../organization/organization.entity.ts'
import { moneyScope, type MoneyScope } from '../account/money-scope.ts'
import { dayOf } from '../day-of-organization.service.ts'
import { COHORTS, GROUPS, LINES, PAGE, QUARTERS } from './figures.ts'
import { EVER, figureParameters, figuresOfClients } from './metrics.service.ts'
import { toldAssumed, toldClient, toldGroup, toldTotals, type GroupRow } from './told-value.ts'
import type { ValueAssumption } from './value-assumption.entity.ts'
import { assumedOf, namesOfSetters, revisionsOf, set } from './value-assumption.service.ts'
import {
  CostLine,
  CostLines,
  ValueAssumptionRevision,
  ValueCohort,
  ValuePage,
  ValuePreview,
  ValueRow,
  type ClientValue,
  type PunctualQuarter,
  type ValueGroup,
  type ValueTotals,
} from './value.type.ts'
import type { CostLinesAsked, ValueRowsAsked } from './value.inputs.ts'

interface Surroundings {
  readonly manager: Parameters<typeof figuresOfClients>[0]
  readonly actor: Actor
  readonly orgId: string
  readonly today: string
  readonly assumed: Assumed & { readonly revision: number }
  readonly asked: (
    clientIds?: readonly string[],
    scope?: MoneyScope,
  ) => Parameters<typeof figureParameters>[0]
}

const weighed = async <T>(
  { signedIn, dataSource, locale, now }: RequestContext,
  work: (around: Surroundings) => Promise<T>,
): Promise<T> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const { actor } = signedIn
  const orgId = actor.organizationId
  return withTenant(dataSource, orgId, async (manager) => {
    const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
    const today = await dayOf(manager, orgId, now)
    const assumed = await assumedOf(manager, orgId)
    const span = { from: EVER, to: today }
    const mine = moneyScope(actor, 'value:read')
    const asked: Surroundings['asked'] = (clientIds, scope = mine) => ({
      ...span,
      orgId,
      timeZone,
      assumed,
      clientIds: clientIds ?? null,
      scope,
    })
    return work({ manager, actor, orgId, today, assumed, asked })
  })
}

/** Null where there is no such client, or what they are worth is none of the actor's business. */
export const clientValue = (context: RequestContext, publishedId: string): Promise<ClientValue | null> =>
  weighed(context, async ({ manager, orgId, today, assumed, asked }) => {
    const id = fromGlobalId('Client', publishedId)
    if (!id) return null
    const [row] = await figuresOfClients(manager, asked([id]))
    if (!row) return null
    const quarters = await manager.query<PunctualQuarter[]>(QUARTERS, [orgId, id, today])
    return toldClient(row, today, quarters, assumed)
  })

const groupsOf = async (
  { manager, asked }: Pick<Surroundings, 'manager' | 'asked'>,
  by: ValueGrouping | null,
  assumed?: Assumed,
): Promise<GroupRow[]> => {
  const all = asked()
  return manager.query<GroupRow[]>(GROUPS, [
    ...figureParameters(assumed ? { ...all, assumed } : all),
    by,
  ])
} // prettier-ignore

export const valueTotals = (context: RequestContext): Promise<ValueTotals> =>
  weighed(context, async (around) => {
    const [row] = await groupsOf(around, null)
    return toldTotals(row, around.today, around.assumed)
  })

const KEY_TYPES: Readonly<Partial<Record<ValueGrouping, NodeType>>> = { PROJECT: 'Project', TAG: 'Tag' }

export const valueGroups = (context: RequestContext, by: ValueGrouping): Promise<ValueGroup[]> =>
  weighed(context, async (around) => {
    const type = KEY_TYPES[by]
    const rows = await groupsOf(around, by)
    return rows.map((row) =>
      toldGroup(context.locale === 'en' ? { ...row, name: row.nameEn } : row, around.today, (key) => (type ? toGlobalId(type, key) : key)),
    ) // prettier-ignore
  })

interface CohortRow {
  readonly cohort: number
  readonly clients: number
  readonly quarter: string
  readonly perClientMinor: number
}

export const valueCohorts = (context: RequestContext): Promise<ValueCohort[]> =>
  weighed(context, async ({ manager, asked }) => {
    const rows = await manager.query<CohortRow[]>(COHORTS, [...figureParameters(asked())])
    const years = [...new Set(rows.map(({ cohort }) => cohort))]
    return years.map((year) => {
      const theirs = rows.filter(({ cohort }) => cohort === year)
      return Object.assign(new ValueCohort(), {
        year,
        clients: theirs[0]!.clients,
        quarters: theirs.map(({ quarter, perClientMinor }) => ({ quarter, perClientMinor })),
      })
    })
  })

const badRequest = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } })
const MOST = 500

const limitOf = (first: number): number => {
  if (first < 1 || first > MOST) throw badRequest(`first: must be from 1 to ${MOST}`)
  return first
}

/** What follows a cursor is told by it: the key and the ids of the last row before. */
const writeCursor = (...parts: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url')

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const KEY = /^(-?\d{1,15}|\d{4}-\d\d-\d\d)$/

const readCursor = (cursor: string | undefined, length: number): readonly (string | null)[] => {
  if (cursor === undefined) return Array<null>(length).fill(null)
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw badRequest('after: no cursor of this list')
  }
  const read = Array.isArray(parts) ? parts.map(String) : []
  const [key = '', ...ids] = read
  if (read.length !== length || !KEY.test(key) || !ids.every((id) => UUID.test(id)))
    throw badRequest('after: no cursor of this list')
  return read
}

interface PageRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly projectId: string | null
  readonly buildingId: string | null
  readonly keyAccountManagerId: string | null
  readonly key: number
}

/** The id as it stands in the database; of something that is nowhere, an id that nothing has. */
const wanted = (type: NodeType, id: string | undefined): string | null =>
  id === undefined ? null : (fromGlobalId(type, id) ?? NOTHING_HAS)
const NOTHING_HAS = '00000000-0000-0000-0000-000000000000'

export const valuePage = (
  context: RequestContext,
  { first, after, orderBy, filter = {} }: ValueRowsAsked,
): Promise<ValuePage> =>
  weighed(context, async ({ manager, actor, asked }) => {
    const limit = limitOf(first)
    const rows = await manager.query<PageRow[]>(PAGE, [
      ...figureParameters(asked()),
      orderBy ?? 'LIFETIME_VALUE',
      filter.quadrant ?? null,
      filter.project ? filter.project.map((id) => wanted('Project', id)) : null,
      filter.kind ?? null,
      filter.relation ?? null,
      wanted('Tag', filter.tag),
      filter.openedIn ?? null,
      ...readCursor(after, 2),
      limit + 1,
    ])
    const last = rows.length > limit ? rows[limit - 1] : undefined
    return Object.assign(new ValuePage(), {
      rows: rows.slice(0, limit).map(({ id, ...row }) =>
        Object.assign(new ValueRow(), row, {
          clientId: toGlobalId('Client', id),
          name: can(actor, 'client:readName', row) ? row.name : row.code,
        }),
      ),
      next: last ? writeCursor(last.key, last.id) : null,
    })
  })

interface LineRow {
  readonly source: string
  readonly recordId: string
  readonly occurredOn: string
  readonly clientId: string
  readonly code: string
  readonly name: string
  readonly number: string | null
  readonly complaintNumber: string | null
  readonly projectId: string | null
  readonly buildingId: string | null
  readonly keyAccountManagerId: string | null
}

/** Whose a case is stays hidden from whoever may not read it: then its line bears no number. */
export const costLines = (
  context: RequestContext,
  { client, costClass, first, after }: CostLinesAsked,
): Promise<CostLines> =>
  weighed(context, async ({ manager, actor, asked }) => {
    const limit = limitOf(first)
    const clientId = wanted('Client', client)
    const rows = await manager.query<LineRow[]>(LINES, [
      ...figureParameters(asked(clientId === null ? undefined : [clientId])),
      costClass ?? null,
      ...readCursor(after, 3),
      limit + 1,
    ])
    const last = rows.length > limit ? rows[limit - 1] : undefined
    return Object.assign(new CostLines(), {
      lines: rows.slice(0, limit).map((row) => Object.assign(new CostLine(), row, pointsOf(actor, row))),
      next: last ? writeCursor(last.occurredOn, last.recordId, last.clientId) : null,
    })
  })

const pointsOf = (actor: Actor, row: LineRow) => {
  const shown = {
    clientId: toGlobalId('Client', row.clientId),
    clientName: can(actor, 'client:readName', row) ? row.name : row.code,
    recordId: null as string | null,
    number: null as string | null,
  }
  if (row.source === 'RECORDED' || row.source === 'SHARED')
    return { ...shown, recordId: toGlobalId('CostEvent', row.recordId), number: row.number }
  if (row.source === 'SETTLEMENT' && can(actor, 'complaint:readClient', row))
    return { ...shown, recordId: toGlobalId('Complaint', row.recordId), number: row.complaintNumber }
  return shown
}

const toldRevision = (row: ValueAssumption, names: ReadonlyMap<string, string>): ValueAssumptionRevision =>
  Object.assign(toldAssumed(new ValueAssumptionRevision(), row), {
    reason: row.reason,
    setBy: names.get(row.setById) ?? null,
    setAt: row.setAt,
  })

export const valueAssumptions = (context: RequestContext): Promise<ValueAssumptionRevision[]> =>
  weighed(context, async ({ manager, orgId }) => {
    const rows = await revisionsOf(manager, orgId)
    const names = await namesOfSetters(manager, orgId, rows)
    return rows.map((row) => toldRevision(row, names))
  })

export const setAssumption = async (
  context: RequestContext,
  input: object,
): Promise<ValueAssumptionRevision | UserError> => {
  const done = await set(context, input)
  if (done instanceof UserError) return done
  return weighed(context, async ({ manager, orgId }) =>
    toldRevision(done, await namesOfSetters(manager, orgId, [done])),
  )
}

/** Today's figures as they are, and as other assumptions would have them. */
export const valuePreview = (context: RequestContext, input: object): Promise<ValuePreview> => {
  const parsed = parseInput(ASSUMED_INPUT, input)
  if (!parsed.ok) {
    const [first] = parsed.error.fields
    throw badRequest(`${first?.path}: ${say(first!.message, context.locale)}`)
  }
  return weighed(context, async (around) => {
    const { today, assumed } = around
    const [before] = await groupsOf(around, null)
    const [after] = await groupsOf(around, null, parsed.value)
    return Object.assign(new ValuePreview(), {
      before: toldTotals(before, today, assumed),
      after: toldTotals(after, today, { ...parsed.value, revision: assumed.revision }),
    })
  })
}
