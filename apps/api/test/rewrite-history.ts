/** What somebody can do who holds everything in the house: the database as its superuser, the signing key, the folder of the file witness. */
import { rmSync } from 'node:fs'
import { placeEntry, signBody, ZERO_HASH, type LedgerEntry, type SignOffBody } from '@steward/verify'
import { withTenant } from '../src/database/with-tenant.ts'
import { makeCheckpoint } from '../src/ledger/checkpoint-sweep.service.ts'
import { tellWitnesses, witnessLog } from '../src/witnesses/file-witness.service.ts'
import type { TestDatabase } from './database.ts'
import { testLedger, testSigner } from './server.ts'
import type { Story } from './story.ts'

/** Writes the chain of sign-offs anew, the entry at `seq` changed, with sound hashes, signatures, checkpoints and log. */
export const rewriteHistory = async (
  database: TestDatabase,
  { orgId }: Story,
  seq: number,
  change: (body: SignOffBody) => SignOffBody,
): Promise<void> => {
  await database.asSuperuser(async (client) => {
    const { rows } = await client.query<LedgerEntry>(
      `select id, seq, at, body, encode(sig, 'hex') as sig from ledger_entry where org_id = $1 order by seq`,
      [orgId],
    )
    await client.query('delete from ledger_witnessing where org_id = $1', [orgId])
    await client.query('delete from ledger_checkpoint where org_id = $1', [orgId])
    let prev = ZERO_HASH
    for (const row of rows) {
      const body = JSON.parse(row.body) as SignOffBody
      const at = Number(row.at)
      const kid = await testSigner.kid()
      const signed =
        Number(row.seq) === seq
          ? await signBody({ ...change(body), kid }, (message) => testSigner.sign(kid, message))
          : row
      const placed = placeEntry(signed, { seq: Number(row.seq), at, prev })
      await client.query(
        `update ledger_entry set prev = decode($3, 'hex'), body = $4, sig = decode($5, 'hex'), hash = decode($6, 'hex')
          where org_id = $1 and seq = $2`,
        [orgId, row.seq, placed.prev, placed.body, placed.sig, placed.hash],
      )
      prev = placed.hash
    }
    await client.query(
      `update ledger_head set hash = decode($2, 'hex') where org_id = $1 and chain = 'SIGN_OFFS'`,
      [orgId, prev],
    )
  })
  rmSync(witnessLog(testLedger.witnessDir, orgId), { force: true })
  await withTenant(database.app, orgId, async (manager) => {
    await makeCheckpoint(manager, orgId, testSigner)
    await tellWitnesses(manager, orgId, testLedger.witnessDir)
  })
}
