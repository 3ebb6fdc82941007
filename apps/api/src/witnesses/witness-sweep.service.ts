/** Tells witnesses outside of new checkpoints. Nothing waits for them: what fails is tried again, ever later, and shown. */
import { isMailingDue, type LedgerChain, type WitnessKind, type WitnessRhythm } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { withTenant } from '../database/with-tenant.ts'
import { reasonOf } from '../worker/failed-jobs.ts'
import type { Sweep } from '../worker/sweeps.ts'
import type { WorkerServices } from '../worker/worker-services.ts'
import { tellCosigner } from './tell-cosigner.service.ts'
import { tellMailbox } from './tell-mailbox.service.ts'

/** Spoken with at once; each may take its ten seconds, twice. */
const AT_ONCE = 8
/** Whoever took it is at it for so long; after a kill another one takes it then. */
const LEASE_SECONDS = 60

interface Standing {
  readonly witnessId: string
  readonly kind: WitnessKind
  readonly name: string
  readonly url: string | null
  readonly publicKey: string | null
  readonly mailAddress: string | null
  readonly rhythm: WitnessRhythm | null
  readonly chain: LedgerChain
  readonly checkpointId: string
  readonly size: number
  readonly note: string
  readonly seenSize: number
  readonly seenAt: Date | null
  readonly toldKid: string | null
  readonly isFree: boolean
  readonly now: Date
}

/** How each living witness stands to the newest checkpoint of each chain that has one. */
const STANDINGS = `
select w.id as "witnessId", w.kind, w.name, w.url, w.public_key as "publicKey", w.mail_address as "mailAddress", w.rhythm,
  k.chain, c.id as "checkpointId", c.size, c.note, coalesce(s.seen_size, 0)::bigint as "seenSize", s.seen_at as "seenAt",
  s.told_kid as "toldKid", coalesce(s.next_try_at <= clock_timestamp(), true) as "isFree", clock_timestamp()::timestamptz(3) as now
  from ledger_witness w
 cross join (values ('SIGN_OFFS'), ('AUDIT')) k(chain)
 cross join lateral (select id, size, note from ledger_checkpoint c
                      where c.org_id = w.org_id and c.chain = k.chain order by size desc limit 1) c
  left join ledger_witness_state s on s.org_id = w.org_id and s.witness_id = w.id and s.chain = k.chain
 where w.org_id = $1 and w.status = 'APPOINTED' order by w.id, k.chain desc`

/** Two workers that see the same at once: one gets it. */
const TAKE = `
insert into ledger_witness_state as s (org_id, id, witness_id, chain, next_try_at)
values ($1, $2, $3, $4, clock_timestamp() + make_interval(secs => $5))
on conflict (org_id, witness_id, chain) do update set next_try_at = excluded.next_try_at
 where s.next_try_at <= clock_timestamp()
returning id`

const take = async (manager: EntityManager, orgId: string, { witnessId, chain }: Standing) =>
  (await manager.query<object[]>(TAKE, [orgId, newId(), witnessId, chain, LEASE_SECONDS])).length > 0

type Telling = () => Promise<unknown>

/** What is to be told to the cosigners of an organization now. */
export const cosignersOf = (
  services: WorkerServices,
  orgId: string,
  standings: readonly Standing[],
): { readonly standing: Standing; readonly tell: () => ReturnType<typeof tellCosigner> }[] =>
  standings
    .filter(({ kind }) => kind === 'COSIGNER')
    .map((standing) => ({
      standing,
      tell: () =>
        tellCosigner(services, {
          ...standing,
          orgId,
          url: standing.url!,
          publicKey: standing.publicKey!,
        }),
    }))

export const standingsOf = (manager: EntityManager, orgId: string): Promise<Standing[]> =>
  manager.query<Standing[]>(STANDINGS, [orgId])

/** What of it is due, and taken by us. */
const dueOf = async (
  services: WorkerServices,
  orgId: string,
  kid: () => Promise<string>,
): Promise<Telling[]> =>
  withTenant(services.dataSource, orgId, async (manager) => {
    const standings = await standingsOf(manager, orgId)
    const due: Telling[] = []
    for (const { standing, tell } of cosignersOf(services, orgId, standings)) {
      const { size, seenSize, isFree } = standing
      if (size > seenSize && isFree && (await take(manager, orgId, standing))) due.push(tell)
    }
    for (const checkpoints of byWitness(standings.filter(({ kind }) => kind === 'MAIL'))) {
      const [first] = checkpoints
      if (!checkpoints.every(({ isFree }) => isFree)) continue
      const keyChanged = await hasOtherKey(checkpoints, kid)
      if (!isMailingDue(first.rhythm!, { ...mailedOf(checkpoints), keyChanged }, first.now)) continue
      if (!(await take(manager, orgId, first))) continue
      const { witnessId, mailAddress } = first
      due.push(() =>
        tellMailbox(services, { orgId, witnessId, mailAddress: mailAddress!, keyChanged, checkpoints }),
      )
    }
    return due
  })

type Standings = readonly [Standing, ...Standing[]]

const byWitness = (standings: readonly Standing[]): readonly Standings[] => {
  const groups = new Map<string, [Standing, ...Standing[]]>()
  for (const standing of standings) {
    const group = groups.get(standing.witnessId)
    if (group) group.push(standing)
    else groups.set(standing.witnessId, [standing])
  }
  return [...groups.values()]
}

/** One mail tells of all chains: when it went, and whether any of them has grown since. */
const mailedOf = (checkpoints: Standings) => {
  const times = checkpoints.flatMap(({ seenAt }) => seenAt?.getTime() ?? [])
  return {
    lastAt: times.length > 0 ? new Date(Math.max(...times)) : null,
    isNew: checkpoints.some(({ size, seenSize }) => size > seenSize),
  }
}

const hasOtherKey = async (checkpoints: Standings, kid: () => Promise<string>): Promise<boolean> => {
  const told = checkpoints.flatMap(({ toldKid }) => toldKid ?? [])
  return told.length > 0 && !told.includes(await kid())
}

const sweepWitnesses = async (services: WorkerServices, limit: number): Promise<number> => {
  const { dataSource, signer, log } = services
  const organizations = await dataSource.query<{ id: string }[]>('select id from organization order by id')
  let known: Promise<string> | undefined
  const kid = () => (known ??= signer.ring().then((keys) => keys.at(-1)!.kid))
  const due: Telling[] = []
  for (const { id } of organizations) {
    if (due.length >= AT_ONCE) break
    due.push(...(await dueOf(services, id, kid)))
  }
  await Promise.all(
    due.map((tell) =>
      tell().catch((error: unknown) => log.error({ reason: reasonOf(error) }, 'a witness was not told')),
    ),
  )
  return due.length >= AT_ONCE ? limit : 0
}

export const witnessSweep: Sweep = {
  name: 'witnesses',
  sweep: sweepWitnesses,
  everyMilliseconds: 2_500,
}
