/** Every evaluation that a cycle published, made again from its snapshot: bit for bit what is kept, or it is named. */
import { isAsComputed } from '@steward/domain'
import { MoreThan, type EntityManager } from 'typeorm'
import { runtimeDataSource } from '../../database/data-source.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { Client } from '../../clients/client.entity.ts'
import { Organization } from '../../organization/organization.entity.ts'
import { GradingCycleEntity } from '../cycles/grading-cycle.entity.ts'
import { directoryDigest } from '../directory/directory-list.service.ts'
import { EvaluationEntity } from './evaluation.entity.ts'

const BATCH = 5_000

export interface Recomputed {
  readonly evaluations: number
  /** Codes of the clients whose evaluation does not follow from its snapshot. */
  readonly differing: readonly string[]
  /** Whether the list has the hash that was signed; null while none was. */
  readonly listIsAsSigned: boolean | null
}

/** Batch by batch, each in a transaction of its own: what is published does not change. */
export const recompute = async (
  work: <T>(read: (manager: EntityManager) => Promise<T>) => Promise<T>,
  { orgId, id, standard, listHash }: GradingCycleEntity,
): Promise<Recomputed> => {
  const differing: string[] = []
  const digest = directoryDigest()
  let evaluations = 0
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await work((manager) =>
      manager.find(EvaluationEntity, {
        where: { orgId, cycleId: id, clientId: MoreThan(after) },
        order: { clientId: 'ASC' },
        take: BATCH,
      }),
    )
    if (rows.length === 0) break
    evaluations += rows.length
    after = rows.at(-1)!.clientId
    for (const { clientId, finalGrade, leftOut } of rows)
      if (leftOut === null) digest.add({ clientId, grade: finalGrade })
    for (const row of rows.filter((it) => !isAsComputed(standard!, it)))
      differing.push(
        (await work((manager) => manager.findOneByOrFail(Client, { orgId, id: row.clientId }))).code,
      )
  }
  return {
    evaluations,
    differing,
    listIsAsSigned: listHash === null ? null : digest.hex() === listHash,
  }
}

/** `grading recompute ORGANIZATION CYCLE`. @returns whether everything came out as it is kept */
export const recomputeCommand = async (
  url: string,
  { code, number }: { readonly code: string; readonly number: string },
  tell: (line: string) => void,
): Promise<boolean> => {
  const dataSource = await runtimeDataSource({ url, poolSize: 1 }).initialize()
  try {
    const organization = await dataSource.manager.findOneBy(Organization, { code })
    if (!organization) throw new Error(`There is no organization ${code}.`)
    const orgId = organization.id
    const work = <T>(read: (manager: EntityManager) => Promise<T>) => withTenant(dataSource, orgId, read)
    const cycle = await work((manager) => manager.findOneBy(GradingCycleEntity, { orgId, number }))
    if (cycle?.status !== 'PUBLISHED') throw new Error(`${code} has published no cycle ${number}.`)
    const { evaluations, differing, listIsAsSigned } = await recompute(work, cycle)
    for (const client of differing) tell(`differs: ${client}`)
    if (!listIsAsSigned) tell(`the list is not the one that was signed: ${cycle.listHash}`)
    const isRight = differing.length === 0 && listIsAsSigned === true
    if (isRight)
      tell(`${evaluations} evaluations of ${number} follow from their snapshots, and the list is as signed`)
    return isRight
  } finally {
    await dataSource.destroy()
  }
}
