/** Verifies a ledger as a stranger would, with the code that strangers use, and writes down what came of it. */
import type { VerificationOutcome } from '@steward/domain'
import { verifyLedger } from '@steward/verify'
import type { EntityManager } from 'typeorm'
import { asSystem } from '../database/as-system.ts'
import { withTenant } from '../database/with-tenant.ts'
import { reasonOf } from '../worker/failed-jobs.ts'
import type { WorkerServices } from '../worker/worker-services.ts'
import { auditOutside } from '../audit/audit-outside.service.ts'
import { ledgerLines, ledgerSize } from './ledger-file.service.ts'
import { LedgerVerification, type VerificationRemark } from './ledger-verification.entity.ts'
import {
  MOST_REMARKS,
  remarksOf,
  withCases,
  withRows,
  type OutsideFound,
} from './verification-remarks.service.ts'
import { signOffsOutside } from './sign-offs-outside.service.ts'
import { hearWitnesses } from '../witnesses/contradictions.service.ts'
import { witnessLogOf } from '../witnesses/witness-log.service.ts'

const BEAT_MILLISECONDS = 1_000

type Asked = Pick<LedgerVerification, 'orgId' | 'id'>
type Run = Pick<LedgerVerification, 'orgId' | 'id' | 'chain'>
type Services = WorkerServices

interface Result {
  readonly outcome: VerificationOutcome
  readonly findingCount: number
  readonly findings: readonly VerificationRemark[]
  readonly notes: readonly VerificationRemark[]
  readonly rootKey: string | null
  readonly checkpointedSize: number | null
  readonly witnessedSize: number | null
}

const BEGIN = `
update ledger_verification set entries_total = $3, entries_checked = 0, seen_at = clock_timestamp()
 where org_id = $1 and id = $2 and outcome is null`
const BEAT = `
update ledger_verification set entries_checked = $3, seen_at = clock_timestamp()
 where org_id = $1 and id = $2 and outcome is null`
const END = `
update ledger_verification
   set outcome = $3, finding_count = $4, findings = $5, notes = $6, root_key = $7, checkpointed_size = $8, witnessed_size = $9,
       entries_checked = case when $3 = 'FAILED' then entries_checked else entries_total end,
       seen_at = clock_timestamp(), finished_at = clock_timestamp()
 where org_id = $1 and id = $2 and outcome is null`

/** Writes to the row, and has the screens that show it told. */
const write = (
  { dataSource, clock }: Services,
  { orgId, id }: Run,
  sql: string,
  values: readonly unknown[],
) =>
  withTenant(dataSource, orgId, (manager) =>
    asSystem(manager, { orgId, now: clock(), requestId: `verification-${id}` }, async (tx) => {
      await tx.manager.query(sql, [orgId, id, ...values])
      tx.emit('changed', { type: 'LedgerVerification', id })
    }),
  )

/**
 * Carries it out, from the first entry on; of one that has ended nothing is done. What cannot be carried out is told as FAILED, and
 * asked for again by whoever wants to; after a kill the queue begins it anew.
 */
export const carryOut = async (services: Services, { orgId, id }: Asked): Promise<void> => {
  const { dataSource, log } = services
  const row = await withTenant(dataSource, orgId, (manager) =>
    manager.findOneBy(LedgerVerification, { orgId, id }),
  )
  if (!row || row.outcome !== null) return
  const run = { orgId, id, chain: row.chain }
  let checked = 0
  let beating: Promise<unknown> | undefined
  // A database under load may take longer than a beat; the next one tells the same.
  const beat = () =>
    (beating ??= write(services, run, BEAT, [checked])
      .catch(() => undefined)
      .finally(() => (beating = undefined)))
  const timer = setInterval(beat, BEAT_MILLISECONDS)
  let result: Result
  try {
    result = await verify(services, run, (entries) => (checked = entries))
  } catch (error) {
    log.error({ organization: orgId, reason: reasonOf(error) }, 'the ledger was not verified')
    result = COULD_NOT
  } finally {
    clearInterval(timer)
    await beating
  }
  const { outcome, findingCount, findings, notes, rootKey, checkpointedSize, witnessedSize } = result
  const values = [outcome, findingCount, JSON.stringify(findings), JSON.stringify(notes)]
  await write(services, run, END, [...values, rootKey, checkpointedSize, witnessedSize])
}

const COULD_NOT: Result = {
  outcome: 'FAILED',
  findingCount: 0,
  findings: [],
  notes: [],
  rootKey: null,
  checkpointedSize: null,
  witnessedSize: null,
}

const verify = async (services: Services, run: Run, tell: (entries: number) => void): Promise<Result> => {
  const { dataSource, signer, config } = services
  const { orgId, chain } = run
  const within = <T>(work: (manager: EntityManager) => Promise<T>) => withTenant(dataSource, orgId, work)
  // The log first: whatever the witness has seen by then is in the database, and so in what is read after it.
  const log = await witnessLogOf({ dataSource, folder: config.witnessDir }, orgId, chain)
  const heard = await hearWitnesses(services, orgId, chain)
  const size = await ledgerSize(dataSource, orgId, chain)
  await write(services, run, BEGIN, [size])
  const root = await within((manager) => trustedRoot(manager, orgId))
  const report = await verifyLedger(
    bytes(ledgerLines({ dataSource, signer }, { orgId, chain, size, withReasons: true })),
    {
      root: root ?? (await signer.ring())[0]?.kid,
      witnesses: log.witnesses,
      witnessKeys: heard.keys,
      mostFindings: MOST_REMARKS,
      onProgress: ({ entries }) => tell(entries),
    },
  )
  return within(async (manager) => {
    const [place, look] = chain === 'AUDIT' ? [withRows, auditOutside] : [withCases, signOffsOutside]
    const outside: OutsideFound = await look(manager, orgId)
    const findings = [
      ...(await place(manager, orgId, report.findings)),
      ...log.findings,
      ...heard.findings,
      ...outside.findings,
    ]
    const findingCount =
      report.findingCount + log.findings.length + heard.findings.length + outside.findingCount
    return {
      outcome: findingCount === 0 ? 'VALID' : 'INVALID',
      findingCount,
      findings: findings.slice(0, MOST_REMARKS),
      notes: [...remarksOf(report.notes), ...heard.notes, ...outside.notes].slice(0, MOST_REMARKS),
      rootKey: report.rootKey,
      checkpointedSize: report.checkpointed,
      witnessedSize: report.witnessed,
    }
  })
}

/** The key that the first clean verification found: another one since then is another ledger. */
const trustedRoot = async (manager: EntityManager, orgId: string): Promise<string | null> => {
  const [first] = await manager.query<{ rootKey: string }[]>(
    // Both chains have the same keys.
    `select root_key as "rootKey" from ledger_verification
      where org_id = $1 and outcome = 'VALID' order by asked_at, id limit 1`,
    [orgId],
  )
  return first?.rootKey ?? null
}

async function* bytes(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const text of lines) yield encoder.encode(text)
}
