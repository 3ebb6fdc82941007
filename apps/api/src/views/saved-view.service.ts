/** What a person does with their own views. */
import {
  hasPermission,
  invalidInput,
  MOST_VIEWS,
  notEligible,
  parseInput,
  SHARING_PERMISSIONS,
  text,
  VIEW_INPUTS,
  type ViewPlace,
} from '@steward/domain'
import type { VerbContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { withUuids } from '../graphql/id-field.ts'
import { UserError } from '../graphql/user-error.ts'
import { Staff } from '../organization/organization.entity.ts'
import { SavedViewEntity, SavedViewPin } from './saved-view.entity.ts'
import { RemovedSavedView } from './saved-view.type.ts'

const factsOf = ({ ownerId, departmentId, sharing, sharedRole }: SavedViewEntity) => ({
  recipientId: ownerId,
  handlingDepartmentId: departmentId,
  sharing,
  sharedRole,
})

/** The owner's views of one list, in their order. Their own row is locked: two windows do not both take a place or a name. */
const ownViews = async (tx: Transaction, place: ViewPlace): Promise<SavedViewEntity[]> => {
  const { organizationId: orgId, staffId: ownerId } = tx.actor
  await tx.lock(Staff, ownerId)
  return tx.manager.find(SavedViewEntity, { where: { orgId, ownerId, place }, order: { position: 'ASC' } })
}

const refuseNamesake = (views: readonly SavedViewEntity[], name: string, self?: string): void => {
  const namesake = views.find((view) => view.name === name && view.id !== self)
  if (namesake) throw new Refused({ code: 'DUPLICATE', existingId: toGlobalId('SavedView', namesake.id) })
}

/** Sharing asks for its own permission, and a department for somebody who has one. */
const sharedWith = (
  tx: Transaction,
  { sharing, sharedRole }: Pick<SavedViewEntity, 'sharing' | 'sharedRole'>,
): Pick<SavedViewEntity, 'sharing' | 'departmentId' | 'sharedRole'> => {
  const permission = SHARING_PERMISSIONS[sharing]
  if (permission !== null && !hasPermission(tx.actor, permission)) {
    throw new Refused(
      notEligible(
        'permission',
        text('您的岗位不能这样共享视图。', 'Your role may not share views this way.'),
      ),
    )
  }
  if (sharing !== 'DEPARTMENT') return { sharing, sharedRole, departmentId: null }
  const { departmentId } = tx.actor
  if (departmentId === null) {
    const message = text('您不属于任何部门，不能与部门共享。', 'You belong to no department to share with.')
    throw new Refused(invalidInput({ path: 'sharing', message }))
  }
  return { sharing, sharedRole, departmentId }
}

export const save = (context: VerbContext, input: object): Promise<SavedViewEntity | UserError> =>
  transaction(context, 'view:save', async (tx) => {
    const { place, name, query, ...shared } = orRefuse(parseInput(VIEW_INPUTS.save, input))
    const views = await ownViews(tx, place)
    refuseNamesake(views, name)
    if (views.length >= MOST_VIEWS) {
      const message = text(
        `每个列表最多保存 ${MOST_VIEWS} 个视图，请先删去不用的。`,
        `A list has at most ${MOST_VIEWS} views of one person; remove one that is not used.`,
      )
      throw new Refused(invalidInput({ path: 'name', message }))
    }
    const position = (views.at(-1)?.position ?? -1) + 1
    const by = { ownerId: tx.actor.staffId, position, version: 1 }
    return tx.insert(SavedViewEntity, { place, name, query, ...sharedWith(tx, shared), ...by })
  })

/** States the whole: name, filters, with whom it is shared. */
export const change = (
  context: VerbContext,
  input: { readonly savedViewId: string },
): Promise<SavedViewEntity | UserError> =>
  transaction(context, 'view:change', async (tx) => {
    const stated = withUuids(input) as typeof input
    const found = await tx.get(SavedViewEntity, stated.savedViewId)
    tx.admit('view:read', factsOf(found))
    const { name, query, expectedVersion, ...wanted } = orRefuse(
      parseInput(VIEW_INPUTS.changeAt(found.place), stated),
    )
    const views = await ownViews(tx, found.place)
    const view = await tx.lock(SavedViewEntity, found.id, expectedVersion)
    refuseNamesake(views, name, view.id)
    // What is shared already may stay so, also when its owner has moved on to a role that could not share it.
    const isSame = wanted.sharing === view.sharing && wanted.sharedRole === view.sharedRole
    const shared = isSame ? {} : sharedWith(tx, wanted)
    return tx.patch(SavedViewEntity, view, { name, query, ...shared })
  })

/** Puts one of the owner's views elsewhere in their order; the others close up. */
export const move = (context: VerbContext, input: object): Promise<SavedViewEntity | UserError> =>
  transaction(context, 'view:move', async (tx) => {
    const { savedViewId, position } = orRefuse(parseInput(VIEW_INPUTS.move, withUuids(input)))
    const view = await tx.get(SavedViewEntity, savedViewId)
    tx.admit('view:read', factsOf(view))
    const others = (await ownViews(tx, view.place)).filter(({ id }) => id !== view.id)
    const ordered = others.toSpliced(position, 0, view)
    for (const [at, it] of ordered.entries())
      if (it.position !== at) await tx.patch(SavedViewEntity, it, { position: at })
    return tx.get(SavedViewEntity, view.id)
  })

/** A view that the actor sees and somebody else owns, and whether it is pinned. Their own row is locked: two windows do not both pin. */
const sharedView = async (tx: Transaction, savedViewId: string) => {
  const view = await tx.get(SavedViewEntity, savedViewId)
  tx.admit('view:read', factsOf(view))
  const { organizationId: orgId, staffId } = tx.actor
  if (view.ownerId === staffId)
    throw new Refused(
      notEligible(
        'permission',
        text('您自己的视图本来就在列表上方。', 'Views of your own stand above the list anyway.'),
      ),
    )
  await tx.lock(Staff, staffId)
  return { view, pinned: await tx.manager.findOneBy(SavedViewPin, { orgId, staffId, savedViewId }) }
}

/** Puts a view that others share among one's own; done already, it stays so. */
export const pin = (context: VerbContext, input: object): Promise<SavedViewEntity | UserError> =>
  transaction(context, 'view:pin', async (tx) => {
    const { savedViewId } = orRefuse(parseInput(VIEW_INPUTS.pin, withUuids(input)))
    const { view, pinned } = await sharedView(tx, savedViewId)
    // Whoever removes the view at the same moment waits, or is waited for.
    await tx.lock(SavedViewEntity, savedViewId)
    if (!pinned) await tx.insert(SavedViewPin, { savedViewId, staffId: tx.actor.staffId })
    return view
  })

export const unpin = (context: VerbContext, input: object): Promise<SavedViewEntity | UserError> =>
  transaction(context, 'view:unpin', async (tx) => {
    const { savedViewId } = orRefuse(parseInput(VIEW_INPUTS.unpin, withUuids(input)))
    const { view, pinned } = await sharedView(tx, savedViewId)
    if (pinned) await tx.remove(SavedViewPin, pinned)
    return view
  })

export const remove = async (
  context: VerbContext,
  input: { readonly savedViewId: string },
): Promise<RemovedSavedView | UserError> => {
  // The row is gone afterwards: the remover's own stands for it in what a repeated Idempotency-Key answers.
  const done = await transaction(context, 'view:remove', async (tx) => {
    const { savedViewId, expectedVersion } = orRefuse(parseInput(VIEW_INPUTS.remove, withUuids(input)))
    tx.admit('view:read', factsOf(await tx.get(SavedViewEntity, savedViewId)))
    const view = await tx.lock(SavedViewEntity, savedViewId, expectedVersion)
    for (const pin of await tx.manager.findBy(SavedViewPin, { orgId: view.orgId, savedViewId }))
      await tx.remove(SavedViewPin, pin)
    await tx.remove(SavedViewEntity, view)
    return tx.get(Staff, tx.actor.staffId)
  })
  return done instanceof UserError
    ? done
    : Object.assign(new RemovedSavedView(), { savedViewId: input.savedViewId })
}
