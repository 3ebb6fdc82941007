/**
 * Random checks of archives. Nobody picks: the seed comes from the system's randomness and is kept with the draw, so that whoever doubts it can
 * draw the same again. No draw is ever taken back: who draws until it pleases leaves all the other draws behind.
 */
import { randomBytes } from 'node:crypto'
import {
  NOBODY_TO_DRAW,
  OWN_ARCHIVE,
  parseInput,
  SPOT_CHECK_INPUTS,
  type SpotCheckResult,
} from '@steward/domain'
import type { VerbContext } from '../../context.ts'
import { invalidReference } from '../../database/invalid-reference.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { Project, Staff } from '../../organization/organization.entity.ts'
import { Client } from '../client.entity.ts'
import { clientFacts, refuseMerged } from '../kept-client.ts'
import { ArchiveRequirement } from '../duty/duty.entity.ts'
import { SpotCheck, SpotCheckEntry } from './spot-check.entity.ts'

interface Drawn {
  readonly id: string
  readonly ownerId: string | null
  readonly population: number
}

/** The smallest digests: a person, a Python script and this statement draw the same from the same seed. */
const DRAW = `
select id, key_account_manager_id as "ownerId", count(*) over ()::integer as population
  from client
 where org_id = $1 and archived_at is null and ($3::uuid is null or project_id = $3)
   and ($4::uuid is null or key_account_manager_id = $4)
 order by md5($2 || id::text), id
 limit $5`

interface Asked {
  readonly size: number
  readonly projectId: string | null
  readonly managerId: string | null
}

/** One draw, by a seed that is given: the seed of the story is its own. */
export const addDraw = async (
  tx: Transaction,
  { size, projectId, managerId }: Asked,
  seed: string,
): Promise<{ readonly draw: SpotCheck; readonly entries: readonly SpotCheckEntry[] }> => {
  const drawn = await tx.manager.query<Drawn[]>(DRAW, [
    tx.actor.organizationId,
    seed,
    projectId,
    managerId,
    size,
  ])
  const [first] = drawn
  if (!first) throw new Refused(NOBODY_TO_DRAW)
  const draw = await tx.insert(SpotCheck, {
    seed,
    population: first.population,
    size: drawn.length,
    projectId,
    managerId,
    drawnById: tx.actor.staffId,
    drawnAt: tx.now,
  })
  const entries: SpotCheckEntry[] = []
  for (const [at, { id, ownerId }] of drawn.entries())
    entries.push(
      await tx.append(SpotCheckEntry, {
        spotCheckId: draw.id,
        position: at + 1,
        clientId: id,
        ownerId,
        result: null,
        requirementId: null,
        note: null,
        checkedById: null,
        checkedAt: null,
        version: 1,
      }),
    )
  return { draw, entries }
}

export const draw = (context: VerbContext, input: object): Promise<SpotCheck | UserError> =>
  transaction(context, 'spotCheck:draw', async (tx) => {
    const asked = orRefuse(parseInput(SPOT_CHECK_INPUTS.draw, withUuids(input)))
    const { organizationId: orgId } = tx.actor
    if (asked.projectId && !(await tx.manager.existsBy(Project, { orgId, id: asked.projectId })))
      throw invalidReference('projectId')
    if (asked.managerId && !(await tx.manager.existsBy(Staff, { orgId, id: asked.managerId })))
      throw invalidReference('managerId')
    return (await addDraw(tx, asked, randomBytes(16).toString('hex'))).draw
  })

interface Found {
  readonly result: SpotCheckResult
  readonly requirementId: string | null
  readonly note: string | null
}

export const addResult = (tx: Transaction, entry: SpotCheckEntry, found: Found): Promise<SpotCheckEntry> =>
  tx.patch(SpotCheckEntry, entry, {
    result: found.result,
    requirementId: found.result === 'WRONG' ? found.requirementId : null,
    note: found.note,
    checkedById: tx.actor.staffId,
    checkedAt: tx.now,
  })

/** Once: what was found stays found. */
export const record = (context: VerbContext, input: object): Promise<SpotCheckEntry | UserError> =>
  transaction(context, 'spotCheck:record', async (tx) => {
    const { entryId, expectedVersion, ...found } = orRefuse(
      parseInput(SPOT_CHECK_INPUTS.record, withUuids(input)),
    )
    const entry = await tx.lock(SpotCheckEntry, entryId, expectedVersion)
    const client = await tx.hold(Client, entry.clientId)
    tx.admit('client:read', clientFacts(client))
    await refuseMerged(tx, client)
    if (entry.result !== null)
      throw new Refused({ code: 'WRONG_STATUS', status: 'CHECKED', action: 'record', allowed: ['OPEN'] })
    if (entry.ownerId === tx.actor.staffId || client.keyAccountManagerId === tx.actor.staffId)
      throw new Refused(OWN_ARCHIVE)
    if (found.requirementId !== null) {
      const { organizationId: orgId } = tx.actor
      const asked = await tx.manager.findOneBy(ArchiveRequirement, { orgId, id: found.requirementId })
      const concerns =
        asked?.retiredAt === null &&
        asked.kinds.includes(client.kind) &&
        asked.relations.includes(client.relation)
      if (!concerns) throw invalidReference('requirementId')
    }
    return addResult(tx, entry, found)
  })
