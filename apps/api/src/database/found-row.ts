import type { Actor } from '@steward/domain'
import type { EntityManager, FindOptionsWhere, ObjectLiteral } from 'typeorm'
import type { VerbContext } from '../context.ts'
import { accessError } from '../graphql/access-error.ts'

interface Reader {
  readonly manager: EntityManager
  readonly actor: Pick<Actor, 'organizationId'>
  readonly context: Pick<VerbContext, 'locale'>
}

/** One row of the actor's organization, locked where a mode is named. Throws NOT_FOUND where there is none. */
export const foundRow = async <T extends ObjectLiteral>(
  { manager, actor, context }: Reader,
  entity: new () => T,
  id: string,
  mode?: 'for_no_key_update' | 'pessimistic_read',
): Promise<T> => {
  const where = { orgId: actor.organizationId, id } as unknown as FindOptionsWhere<T>
  const row = await manager.findOne(entity, { where, ...(mode ? { lock: { mode } } : {}) })
  if (!row) throw accessError('NOT_FOUND', context.locale)
  return row
}
