/** Costs one by one: recorded, shared, and told by other records. */
import { can, type Actor } from '@steward/domain'
import type { RequestContext } from '../../context.ts'
import { toGlobalId } from '../../graphql/global-id.ts'
import { LINES } from './figures.ts'
import { figureParameters } from './metrics.service.ts'
import { limitOf, readCursor, wanted, writeCursor } from './page-cursor.ts'
import type { CostLinesAsked } from './value.inputs.ts'
import { CostLine, CostLines } from './value.type.ts'
import { weighed } from './weighed.ts'

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
