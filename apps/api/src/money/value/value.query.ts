/** What clients are worth: always over the whole history, by what is assumed today. Each answer is one statement over all of them. */
import {
  assumedAfter,
  ASSUMED_INPUT,
  can,
  hasPermission,
  parseInput,
  say,
  type Assumed,
  type ValueGrouping,
} from '@steward/domain'
import type { RequestContext } from '../../context.ts'
import { accessError } from '../../graphql/access-error.ts'
import { fromGlobalId, toGlobalId, type NodeType } from '../../graphql/global-id.ts'
import { UserError } from '../../graphql/user-error.ts'
import { moneyScope, reachesNoFurther } from '../account/money-scope.ts'
import { COHORTS, GROUPS, PAGE, QUARTERS } from './figures.ts'
import { figureParameters, figuresOfClients } from './metrics.service.ts'
import { badRequest, limitOf, readCursor, wanted, writeCursor } from './page-cursor.ts'
import { toldAssumed, toldClient, toldGroup, toldTotals, type GroupRow } from './told-value.ts'
import type { ValueAssumption } from './value-assumption.entity.ts'
import { namesOfSetters, revisionsOf, set } from './value-assumption.service.ts'
import type { ValueRowsAsked } from './value.inputs.ts'
import {
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
import { weighed, type Surroundings } from './weighed.ts'

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

/** Who bears which tag tells of them: it parts and narrows the figures of whoever reads tags of all these clients. */
const demandTags = ({ signedIn, locale }: RequestContext): void => {
  const { actor } = signedIn!
  const isWithin = reachesNoFurther(moneyScope(actor, 'value:read'), moneyScope(actor, 'client:readName'))
  if (!hasPermission(actor, 'tag:read') || !isWithin) throw accessError('FORBIDDEN', locale)
}

const KEY_TYPES: Readonly<Partial<Record<ValueGrouping, NodeType>>> = { PROJECT: 'Project', TAG: 'Tag' }

export const valueGroups = (context: RequestContext, by: ValueGrouping): Promise<ValueGroup[]> =>
  weighed(context, async (around) => {
    if (by === 'TAG') demandTags(context)
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

interface PageRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly projectId: string | null
  readonly buildingId: string | null
  readonly keyAccountManagerId: string | null
  readonly key: number
}

export const valuePage = (
  context: RequestContext,
  { first, after, orderBy, filter = {} }: ValueRowsAsked,
): Promise<ValuePage> =>
  weighed(context, async ({ manager, actor, asked }) => {
    const limit = limitOf(first)
    if (filter.tag !== undefined) demandTags(context)
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
    const then = assumedAfter(assumed, parsed.value)
    const [before] = await groupsOf(around, null)
    const [after] = await groupsOf(around, null, then)
    return Object.assign(new ValuePreview(), {
      before: toldTotals(before, today, assumed),
      after: toldTotals(after, today, { ...then, revision: assumed.revision }),
    })
  })
}
