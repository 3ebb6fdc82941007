/** Whoever wrote at something neither reviews nor approves it. */
import { notEligible, text } from '@steward/domain'
import { In } from 'typeorm'
import { Refused } from '../database/refused.ts'
import type { Transaction } from '../database/transaction.ts'
import { Staff } from '../organization/organization.entity.ts'

interface Written {
  readonly orgId: string
  readonly writerIds: readonly string[]
}

const WRITER = notEligible(
  'actorIsNotWriter',
  text('参与起草的人不能审核或批准，请由他人办理。', 'Whoever wrote at it neither reviews nor approves it.'),
)

/** Over natural persons: also whoever wrote under another account. The preparer is kept apart by the signing itself. */
export const refuseWriters = async (tx: Transaction, { orgId, writerIds }: Written): Promise<void> => {
  const persons = [tx.actor.personId, tx.acting.behalf?.personId]
  const writers = await tx.manager.findBy(Staff, { orgId, id: In([...writerIds]) })
  if (writers.some(({ personId }) => persons.includes(personId))) throw new Refused(WRITER)
}
