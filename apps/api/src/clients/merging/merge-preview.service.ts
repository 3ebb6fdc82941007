/** What a merge would do, and what taking it back would: looked at without locking anything. */
import {
  can,
  customKey,
  errorText,
  mergeFieldLabel,
  say,
  text,
  type MergeField,
  type NotEligible,
  type Permission,
} from '@steward/domain'
import { In, IsNull, Not, type EntityManager } from 'typeorm'
import type { RequestContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { accessError } from '../../graphql/access-error.ts'
import { fromGlobalId, toGlobalId } from '../../graphql/global-id.ts'
import { Client, ClientOccupancy } from '../client.entity.ts'
import { findSeal } from '../confidential/client-seal.service.ts'
import { CustomField } from '../fields/custom-field.entity.ts'
import { clientFacts } from '../kept-client.ts'
import { ClientMergeEntity } from './merge.entity.ts'
import {
  ClientMergePreviewType,
  ClientMergeReversalType,
  ComparedFieldType,
  LikelyDuplicateType,
  MergeCountType,
  MergeObstacleType,
} from './merge.type.ts'
import { obstaclesTo, reversalObstacles } from './merge-obstacles.service.ts'
import { changedRecords, isUntouched } from './merge-rows.service.ts'
import { countsOf, fieldsOf, fingerprintOf, partsOf } from './merge-state.service.ts'

type Asking = Pick<RequestContext, 'dataSource' | 'signedIn' | 'locale' | 'vault'>

const inOrganization = <T>(
  { dataSource, signedIn }: Asking,
  work: (manager: EntityManager, orgId: string) => Promise<T>,
): Promise<T> => {
  const orgId = signedIn!.actor.organizationId
  return withTenant(dataSource, orgId, (manager) => work(manager, orgId))
}

/** A client that the person may read; to everybody else there is none. */
const readable = async (
  context: Asking,
  manager: EntityManager,
  id: string | undefined,
  permission: Permission = 'client:read',
): Promise<Client> => {
  const { actor } = context.signedIn!
  const client = id && (await manager.findOneBy(Client, { orgId: actor.organizationId, id }))
  if (
    !client ||
    !can(actor, 'client:read', clientFacts(client)) ||
    !can(actor, permission, clientFacts(client))
  )
    throw accessError('NOT_FOUND', context.locale)
  return client
}

const toldOf =
  ({ locale }: Asking) =>
  (obstacle: NotEligible): MergeObstacleType =>
    Object.assign(new MergeObstacleType(), {
      reason: obstacle.reason,
      message: say(errorText(obstacle), locale),
    })

/** The names of fields, those of the organization's own among them. */
const namesOf = async (manager: EntityManager, orgId: string, keys: readonly string[]) => {
  const fields = await manager.findBy(CustomField, { orgId })
  const own = new Map(fields.map(({ id, labelZh, labelEn }) => [customKey(id), text(labelZh, labelEn)]))
  return new Map(keys.map((key) => [key, mergeFieldLabel(key) ?? own.get(key) ?? text(key, key)]))
}

const compared = async (
  manager: EntityManager,
  orgId: string,
  fields: readonly MergeField[],
): Promise<ComparedFieldType[]> => {
  const names = await namesOf(
    manager,
    orgId,
    fields.map(({ key }) => key),
  )
  return fields.map(({ key, standing }) => {
    const { zh, en } = names.get(key)!
    const fieldId = key.startsWith(customKey('')) ? key.slice(customKey('').length) : undefined
    return Object.assign(new ComparedFieldType(), {
      key,
      standing,
      labelZh: zh,
      labelEn: en,
      customFieldId: fieldId === undefined ? null : toGlobalId('CustomField', fieldId),
    })
  })
}

export const clientMergePreview = (
  context: Asking,
  asked: { readonly survivor: string; readonly merged: string },
): Promise<ClientMergePreviewType> =>
  inOrganization(context, async (manager, orgId) => {
    const pair = {
      survivor: await readable(context, manager, fromGlobalId('Client', asked.survivor)),
      merged: await readable(context, manager, fromGlobalId('Client', asked.merged)),
    }
    const fields = fieldsOf(pair, await partsOf(manager, pair))
    return Object.assign(new ClientMergePreviewType(), {
      fingerprint: await fingerprintOf(manager, pair),
      obstacles: (await obstaclesTo(manager, pair)).map(toldOf(context)),
      fields: await compared(
        manager,
        orgId,
        fields.filter(({ standing }) => standing !== 'NEITHER'),
      ),
      counts: (await countsOf(manager, pair)).map((count) => Object.assign(new MergeCountType(), count)),
    })
  })

export const clientMergeReversal = (context: Asking, id: string): Promise<ClientMergeReversalType> =>
  inOrganization(context, async (manager, orgId) => {
    const mergeId = fromGlobalId('ClientMerge', id)
    const merge = mergeId ? await manager.findOneBy(ClientMergeEntity, { orgId, id: mergeId }) : null
    if (!merge || merge.mergedAt === null || merge.reversedAt !== null)
      throw accessError('NOT_FOUND', context.locale)
    const survivor = await readable(context, manager, merge.survivorId)
    const records = await changedRecords({ manager }, merge, await findSeal(manager, context.vault, survivor))
    const keys = records.flatMap((record) =>
      record.puts.map((put) => ({ key: put.key, isUntouched: isUntouched(record, put) })),
    )
    const ofSort = async (untouched: boolean) =>
      compared(
        manager,
        orgId,
        keys.flatMap(({ key, isUntouched: is }) =>
          key !== null && is === untouched ? [{ key, standing: 'DIFFERENT' as const }] : [],
        ),
      )
    return Object.assign(new ClientMergeReversalType(), {
      obstacles: (await reversalObstacles(manager, merge)).map(toldOf(context)),
      restored: await ofSort(true),
      kept: await ofSort(false),
    })
  })

/** With the same number, or the same name at the same door: of those whose number, or name, the person may see anyway. */
export const likelyDuplicates = (context: Asking, id: string): Promise<LikelyDuplicateType[]> =>
  inOrganization(context, async (manager, orgId) => {
    const client = await readable(context, manager, fromGlobalId('Client', id), 'client:readName')
    const { actor } = context.signedIn!
    const others = { orgId, id: Not(client.id), mergedIntoId: IsNull() }
    const { phone, phoneTail, name } = client
    const samePhone =
      phone === null || phoneTail === null || !can(actor, 'client:revealPhone', clientFacts(client))
        ? []
        : await manager.find(Client, {
            where: { ...others, phoneTail, phone },
            order: { code: 'ASC' },
            take: 20,
          })
    const stays = await manager.findBy(ClientOccupancy, { orgId, clientId: client.id, withdrawnAt: IsNull() })
    const neighbours =
      stays.length === 0
        ? []
        : await manager.findBy(ClientOccupancy, {
            orgId,
            unitId: In(stays.map(({ unitId }) => unitId)),
            withdrawnAt: IsNull(),
          })
    const there = neighbours.map(({ clientId }) => clientId).filter((it) => it !== client.id)
    const sameDoor = await manager.find(Client, {
      where: { ...others, id: In(there), name },
      order: { code: 'ASC' },
      take: 20,
    })
    const found = [
      ...samePhone
        .filter((it) => can(actor, 'client:revealPhone', clientFacts(it)))
        .map((it) => ({ it, ground: 'SAME_PHONE' })),
      ...sameDoor.map((it) => ({ it, ground: 'SAME_NAME_AND_UNIT' })),
    ]
    return found
      .filter(
        ({ it }, at) =>
          found.findIndex((other) => other.it.id === it.id) === at &&
          can(actor, 'client:read', clientFacts(it)) &&
          can(actor, 'client:readName', clientFacts(it)),
      )
      .map(({ it, ground }) =>
        Object.assign(new LikelyDuplicateType(), {
          clientId: toGlobalId('Client', it.id),
          code: it.code,
          name: it.name,
          ground,
        }),
      )
  })
