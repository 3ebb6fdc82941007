import type { SiteTier } from '@steward/domain'
import type { Transaction } from '../database/transaction.ts'
import { Project } from './organization.entity.ts'

/** Of a project; null of none. What the signature policy goes by. */
export const siteTierOf = async (tx: Transaction, projectId: string | null): Promise<SiteTier | null> =>
  projectId === null ? null : (await tx.get(Project, projectId)).tier
