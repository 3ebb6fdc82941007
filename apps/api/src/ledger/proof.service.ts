/** One file that proves all signatures of one record, to whoever has the verifier and knows the root key (FORMAT.md, section 7). */
import { inclusionRanges, originOf, type Range } from '@steward/verify'
import type { EntityManager } from 'typeorm'
import { COMMENT_PATH } from '../sign-off/sign-off.service.ts'
import { CHECKPOINTS, withCosignatures, type StoredCheckpoint } from './chains.ts'
import type { Signer } from './signer.ts'
import { rootOfRange } from './tree-nodes.service.ts'

interface ProvenEntry {
  readonly at: number
  readonly body: string
  readonly hash: string
  readonly prev: string
  readonly seq: number
  readonly sig: string
}
interface Row extends ProvenEntry {
  readonly id: string
  /** Null: the entry is no signature, but says whose passkey signed one. */
  readonly content: string | null
  readonly comment: string | null
  readonly salt: string | null
}

const ENTRIES = `
select e.at, e.body, encode(e.hash, 'hex') as hash, encode(e.prev, 'hex') as prev, e.seq, encode(e.sig, 'hex') as sig,
  e.id, s.content, s.comment,
  (select salt from commitment_salt c where c.org_id = s.org_id and c.owner_id = s.id and c.path = '${COMMENT_PATH}') as salt
  from ledger_entry e left join sign_off s on s.org_id = e.org_id and s.id = e.id
 where e.org_id = $1 and e.seq < $3 and e.id in (
   select id from sign_off where org_id = $1 and subject_id = $2
   union select (proof ->> 'factor')::uuid from sign_off where org_id = $1 and subject_id = $2 and proof ? 'factor'
   union select (proof ->> 'countersignature')::uuid from sign_off
          where org_id = $1 and subject_id = $2 and proof ? 'countersignature')
 order by e.seq`
const NEWEST = `${CHECKPOINTS} order by c.size desc limit 1`

/**
 * Null while no checkpoint covers a signature of the record.
 * @param withComments shows what signers wrote; else it stays behind its commitment
 */
export const proofOf = async (
  manager: EntityManager,
  orgId: string,
  subjectId: string,
  { signer, withComments }: { readonly signer: Signer; readonly withComments: boolean },
): Promise<object | null> => {
  const [newest] = await manager.query<StoredCheckpoint[]>(NEWEST, [orgId, 'SIGN_OFFS'])
  if (!newest) return null
  const rows = await manager.query<Row[]>(ENTRIES, [orgId, subjectId, newest.size])
  if (!rows.some(({ content }) => content !== null)) return null
  const roots = new Map<string, string>()
  const rootHex = async (range: Range): Promise<string> => {
    const known = roots.get(range.join())
    if (known !== undefined) return known
    const root = Buffer.from(await rootOfRange(manager, orgId, 'SIGN_OFFS', range)).toString('hex')
    roots.set(range.join(), root)
    return root
  }
  const inclusion: string[][] = []
  for (const { seq } of rows) {
    const path: string[] = []
    for (const range of inclusionRanges(seq, newest.size)) path.push(await rootHex(range))
    inclusion.push(path)
  }
  return {
    format: 'steward-proof/v1',
    org: orgId,
    origin: originOf(orgId),
    keys: await signer.ring(),
    entries: rows.map(({ at, body, hash, prev, seq, sig }) => ({ at, body, hash, prev, seq, sig })),
    inclusion,
    documents: rows
      .filter(({ content }) => content !== null)
      .map(({ id, content, comment, salt }) => ({
        id,
        content,
        openings:
          withComments && comment !== null && salt !== null
            ? [{ path: COMMENT_PATH, salt, value: comment.normalize('NFC') }]
            : [],
      })),
    checkpoint: withCosignatures(newest),
  }
}
