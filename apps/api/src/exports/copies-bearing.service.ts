/** From a file, or a piece of one: which copy it was taken from. By the marks in its words, else by the order of its rows. */
import { marksIn, orderFit } from '@steward/domain'
import { In, type EntityManager } from 'typeorm'
import type { RequestContext } from '../context.ts'
import { withTenant } from '../database/with-tenant.ts'
import { accessError } from '../graphql/access-error.ts'
import { ControlledCopyEntity, ExportScope } from './export.entity.ts'
import { Staff } from '../organization/organization.entity.ts'
import type { RecognizedCopyType } from './export.type.ts'

/**
 * Clients by what a row of a copy is known by. Each by an index: names, codes, numbers by their last digits; addresses of mail have none, and are
 * looked for among the clients whose address was ever copied. An archive of a million is not read through for a question.
 */
const KNOWN = `
select id, code as word from client where org_id = $1 and code = any($2)
union all
select id, name from client where org_id = $1 and name = any($2)
union all
select c.id, v.word from client c cross join lateral (values (c.phone), (c.phone_masked)) as v(word)
 where c.org_id = $1 and c.phone_tail = any($3) and v.word = any($2)
union all
select c.id, c.email from export_request q
  join export_scope s on s.org_id = q.org_id and s.id = q.id
 cross join lateral unnest(s.client_ids) as t(id)
  join client c on c.org_id = q.org_id and c.id = t.id
 where q.org_id = $1 and cardinality($4::text[]) > 0 and 'email' = any(q.columns) and c.email = any($4)`

/** Fewer rows are in some order by chance. */
const FEWEST_ROWS = 8
const LEAST_FIT = 0.9
const MOST_WORDS = 5_000

interface Match {
  readonly copy: ControlledCopyEntity
  readonly way: 'MARK' | 'ORDER'
  readonly fit: number
  readonly evidence: number
}

const byMark = async (manager: EntityManager, orgId: string, said: string): Promise<Match[]> => {
  const marks = marksIn(said)
  const copies = await manager.findBy(ControlledCopyEntity, { orgId, mark: In([...marks.keys()]) })
  return copies.map((copy) => ({ copy, way: 'MARK', fit: 1, evidence: marks.get(copy.mark)! }))
}

/** Cells, whatever separates them and whatever was put around them. */
const wordsOf = (said: string): readonly string[] =>
  said
    .split(/[\t\n\r,;"]+/)
    .map((word) =>
      word
        .replace(/[\u200b-\u200d\u2060\u2063\ufeff]/g, '')
        .replace(/^'/, '')
        .trim(),
    )
    // No text of the database has a NUL.
    .filter((word) => word !== '' && !word.includes('\u0000'))
    .slice(0, MOST_WORDS)

/** The clients that are told of, in the order in which each comes first; a word that several share tells nobody. */
const clientsIn = async (manager: EntityManager, orgId: string, said: string): Promise<readonly string[]> => {
  const words = wordsOf(said)
  const each = [...new Set(words)]
  const tails = [...new Set(each.flatMap((word) => /\d{4}$/.exec(word)?.[0] ?? []))]
  const mails = each.filter((word) => word.includes('@'))
  const known = await manager.query<{ id: string; word: string }[]>(KNOWN, [orgId, each, tails, mails])
  const owner = new Map<string, string | null>()
  for (const { id, word } of known) owner.set(word, owner.has(word) && owner.get(word) !== id ? null : id)
  return [...new Set(words.flatMap((word) => owner.get(word) ?? []))]
}

const byOrder = async (manager: EntityManager, orgId: string, said: string): Promise<Match[]> => {
  const ids = await clientsIn(manager, orgId, said)
  if (ids.length < FEWEST_ROWS) return []
  const scopes = await manager
    .createQueryBuilder(ExportScope, 's')
    .where('s.orgId = :orgId and s.clientIds @> :ids', { orgId, ids })
    .getMany()
  const matches: Match[] = []
  for (const { id: requestId } of scopes)
    for (const copy of await manager.findBy(ControlledCopyEntity, { orgId, requestId })) {
      const fit = orderFit(copy.mark, ids)
      if (fit >= LEAST_FIT) matches.push({ copy, way: 'ORDER', fit, evidence: ids.length })
    }
  return matches
}

/** The best first; none where nothing tells. */
export const copiesBearing = (
  { signedIn, dataSource, locale }: RequestContext,
  said: string,
): Promise<RecognizedCopyType[]> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const { organizationId: orgId } = signedIn.actor
  return withTenant(dataSource, orgId, async (manager) => {
    const marked = await byMark(manager, orgId, said)
    const found = marked.length > 0 ? marked : await byOrder(manager, orgId, said)
    const told = found
      .toSorted((one, other) => other.fit - one.fit || other.evidence - one.evidence)
      .slice(0, 5)
    return Promise.all(
      told.map(async ({ copy, way, fit, evidence }) => {
        const holder = await manager.findOneByOrFail(Staff, { orgId, id: copy.holderId })
        return { number: copy.number, recipient: copy.recipient, holder: holder.name, way, fit, evidence }
      }),
    )
  })
}
