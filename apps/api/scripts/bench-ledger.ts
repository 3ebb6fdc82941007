/**
 * Sign-offs per second: `npm run bench:ledger -w @steward/api [-- ENTRIES …]`; 1,000 and 1,000,000 entries if not said. Sixteen signers of one
 * organization, each on a case of their own, through the writer of every verb (rows, audit, outbox, signature by the signer's process, place
 * in the chain); beside it, round by round, the same verb whose signature gets no entry. What is received is signed by the session alone
 * here: how long people take to prove themselves is none of the writer's. Needs an empty STEWARD_DATA_DIR; prints a table.
 */
import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from '@steward/domain'
import type { DataSource } from 'typeorm'
import { v7 as newId } from 'uuid'
import { readActor } from '../src/access/session.ts'
import { ComplaintEntity } from '../src/complaints/complaint.entity.ts'
import { readConfig } from '../src/config.ts'
import { ownerDataSource, runtimeDataSource } from '../src/database/data-source.ts'
import { transaction } from '../src/database/transaction.ts'
import { withTenant } from '../src/database/with-tenant.ts'
import { folderSigner } from '../src/ledger/key-ring.ts'
import { socketSigner } from '../src/ledger/signer-client.ts'
import type { Signer } from '../src/ledger/signer.ts'
import { prepareDatabase } from '../src/runtime/prepare-database.ts'
import { teller } from '../src/runtime/log.ts'
import { ownerUrl, withDatabase } from '../src/runtime/with-database.ts'
import { SignOff } from '../src/sign-off/sign-off.entity.ts'

const SIGNERS = 16
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5)
const MILLISECONDS = Number(process.env.BENCH_MILLISECONDS ?? 4_000)
const sizes = process.argv.slice(2).map(Number)
const SIZES = sizes.length > 0 ? sizes : [1_000, 1_000_000]
const BATCH = 50_000

/** Copies of one signature and its entry, so many that the chain has that size; their hashes are nobody's, which appending never looks at. */
const GROW = `
with one as (
  select s as signed from sign_off s join ledger_entry e on e.org_id = s.org_id and e.id = s.id
   where s.org_id = $1 and s.signing_id is null limit 1),
entry as (select e.* from ledger_entry e join one on (one.signed).org_id = e.org_id and (one.signed).id = e.id),
head as (update ledger_head set size = size + $2 where org_id = $1 and chain = 'SIGN_OFFS' returning size - $2 as size),
copies as (
  insert into sign_off select (jsonb_populate_record(one.signed, jsonb_build_object('id', gen_random_uuid(), 'content', '{}'))).*
    from one, generate_series(1, $2) returning org_id, id)
insert into ledger_entry (org_id, id, seq, at, prev, body, sig, hash)
select c.org_id, c.id, head.size + row_number() over () - 1, entry.at, entry.prev, entry.body, entry.sig, entry.hash
  from copies c, entry, head`

const BY_SESSION = `update signature_proof_rule set level = 'SESSION' where org_id = $1 and subject = 'RECEIVED'`

const sizeOf = async (dataSource: DataSource, orgId: string): Promise<number> =>
  withTenant(dataSource, orgId, async (manager) => {
    const [row] = await manager.query<{ size: number }[]>(
      `select size from ledger_head where org_id = $1 and chain = 'SIGN_OFFS'`,
      [orgId],
    )
    return row!.size
  })

const growTo = async (owner: DataSource, orgId: string, size: number): Promise<void> => {
  for (;;) {
    const missing = size - (await sizeOf(owner, orgId))
    if (missing <= 0) return
    await withTenant(owner, orgId, (manager) => manager.query(GROW, [orgId, Math.min(BATCH, missing)]))
  }
}

interface Place {
  readonly dataSource: DataSource
  readonly signer: Signer
  readonly actor: Actor
  readonly cases: readonly string[]
}

/** One verb: the case locked and changed, its event's worth of rows, audit, outbox; signed, with or without a place in the chain. */
const sign = ({ dataSource, signer, actor }: Place, caseId: string, withLedger: boolean): Promise<unknown> =>
  transaction(
    {
      dataSource,
      signer,
      now: new Date(),
      locale: 'zh-CN',
      requestId: `bench-${randomUUID()}`,
      signedIn: { actor },
      idempotencyKey: undefined,
      requestHash: '',
    },
    'complaint:acknowledge',
    async (tx) => {
      const row = await tx.lock(ComplaintEntity, caseId)
      const changed = await tx.patch(ComplaintEntity, row, { updatedAt: tx.now } as Partial<ComplaintEntity>)
      const content = JSON.stringify({ content: { number: row.number }, subject: 'Complaint', v: 1 })
      const signOff = {
        subjectType: 'Complaint',
        subjectId: row.id,
        revision: (changed as { version: number }).version,
        meaning: 'RECEIVED' as const,
        signerId: actor.staffId,
        personId: actor.personId,
        role: actor.roles[0]!,
        comment: null,
        amountMinor: null,
        proofMethod: 'SESSION' as const,
        proofAt: null,
        proof: null,
        signingId: null,
        step: null,
        follows: null,
        part: null,
        gives: true,
        followedGives: true,
        delegationId: null,
        behalfStaffId: null,
        behalfPersonId: null,
        content,
        contentHash: createHash('sha256').update(content).digest('hex'),
        at: tx.now,
      }
      if (withLedger) {
        const signed = Object.assign(new SignOff(), { ...signOff, orgId: actor.organizationId, id: newId() })
        tx.sign(
          { signOff: signed, verb: 'complaint:acknowledge', comment: null, lines: [], level: undefined },
          [],
        )
      } else await tx.append(SignOff, signOff as never)
      return row
    },
  )

interface Measured {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

const measure = async (place: Place, withLedger: boolean): Promise<Measured> => {
  const times: number[] = []
  const began = performance.now()
  await Promise.all(
    Array.from({ length: SIGNERS }, async (_, at) => {
      while (performance.now() - began < MILLISECONDS) {
        const from = performance.now()
        await sign(place, place.cases[at]!, withLedger)
        times.push(performance.now() - from)
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10
  return { perSecond: Math.round(times.length / seconds), p50: at(0.5), p99: at(0.99) }
}

const median = (runs: readonly Measured[]): Measured =>
  runs.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(runs.length / 2)]!

const config = readConfig()
const keeper = spawn(
  process.execPath,
  [
    '-C',
    'development',
    '--import',
    '@oxc-node/core/register',
    join(import.meta.dirname, '../src/main.ts'),
    'signer',
  ],
  { stdio: ['ignore', 'inherit', 'inherit'] },
)
try {
  await withDatabase(config, async (urls) => {
    await prepareDatabase(config, urls, teller(config), folderSigner(config.signer.keys))
    const dataSource = await runtimeDataSource({ url: urls.runtime, poolSize: SIGNERS }).initialize()
    const owner = await ownerDataSource({ url: ownerUrl(urls) }).initialize()
    const signer = socketSigner(config.signer.socket)
    const [organization] = await dataSource.query<{ id: string }[]>(
      `select id from organization where code = 'demo'`,
    )
    const orgId = organization!.id
    await withTenant(owner, orgId, (manager) => manager.query(BY_SESSION, [orgId]))
    const { actor, cases } = await withTenant(dataSource, orgId, async (manager) => {
      const [staff] = await manager.query<{ id: string }[]>(
        `select staff_id as id from staff_role where org_id = $1 and role = 'GM_OFFICE' limit 1`,
        [orgId],
      )
      const rows = await manager.query<{ id: string }[]>(
        'select id from complaint where org_id = $1 order by id limit $2',
        [orgId, SIGNERS],
      )
      return { actor: (await readActor(manager, orgId, staff!.id))!, cases: rows.map(({ id }) => id) }
    })
    const place = { dataSource, signer, actor, cases }
    console.log(
      `${SIGNERS} signers, ${ROUNDS} rounds of ${MILLISECONDS / 1000} s of each kind, Node ${process.versions.node}\n`,
    )
    console.log(
      '| entries | sign-offs /s | p50 ms | p99 ms | without entry /s | p50 ms | p99 ms | share of the ledger |',
    )
    console.log('| --- | --- | --- | --- | --- | --- | --- | --- |')
    for (const size of SIZES) {
      await growTo(owner, orgId, size)
      await measure(place, true)
      const runs: { readonly with: Measured; readonly without: Measured }[] = []
      for (let round = 0; round < ROUNDS; round += 1)
        runs.push({ with: await measure(place, true), without: await measure(place, false) })
      const [ours, bare] = [median(runs.map((it) => it.with)), median(runs.map((it) => it.without))]
      const share = `${Math.round((1 - ours.perSecond / bare.perSecond) * 100)} %`
      const cells = [size, ours.perSecond, ours.p50, ours.p99, bare.perSecond, bare.p50, bare.p99, share]
      console.log(`| ${cells.join(' | ')} |`)
      await sleep(100)
    }
    signer.close()
    await owner.destroy()
    await dataSource.destroy()
  })
} finally {
  keeper.kill()
}
