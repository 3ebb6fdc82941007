import { text, say } from '@steward/domain'
import { GraphQLError } from 'graphql'
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import { accessError } from '../graphql/access-error.ts'
import { fromGlobalId, ID_PREFIXES, nodeTypeOf, toGlobalId, type NodeType } from '../graphql/global-id.ts'
import type { ChangedRecord } from '../worker/relay-payload.ts'
import type { LiveContext } from './live-context.ts'
import { OnlookerType, RecordChangeType } from './live.type.ts'
import { onlookers, type Onlooker } from './onlookers.ts'

interface Asked<Arguments> {
  readonly args: Arguments
  readonly context: LiveContext
}

const UNKNOWN_TYPE = text(
  'types 须为已有的记录类型，如 Complaint。',
  'types must name types of records, such as Complaint.',
)

/** A record that the reader may read, by its published id. Throws NOT_FOUND for all others alike. */
const getRecord = async ({
  args,
  context,
}: Asked<{ id: string }>): Promise<{ type: NodeType; id: string }> => {
  const type = nodeTypeOf(args.id)
  const id = type && fromGlobalId(type, args.id)
  if (!type || !id || !(await context.changes.mayRead(context.session, type, id)))
    throw accessError('NOT_FOUND', context.locale)
  return { type, id }
}

const subscribeToRecord = async (asked: Asked<{ id: string }>) => {
  const { id } = await getRecord(asked)
  const { changes, session } = asked.context
  return changes.subscribe(session, (record) => record.id === id)
}

const subscribeToTypes = ({ args, context }: Asked<{ types: string[] }>) => {
  const unknown = args.types.some((type) => !(type in ID_PREFIXES))
  if (unknown || args.types.length === 0)
    throw new GraphQLError(say(UNKNOWN_TYPE, context.locale), { extensions: { code: 'BAD_REQUEST' } })
  const types = new Set<string>(args.types)
  return context.changes.subscribe(context.session, ({ type }) => types.has(type))
}

const subscribeToOnlookers = async (asked: Asked<{ id: string }>) => {
  await getRecord(asked)
  return onlookers(asked.context, asked.args.id)
}

const published = ({ type, id, version }: ChangedRecord): RecordChangeType => ({
  type,
  id: toGlobalId(type, id),
  version,
})

/** Subscriptions say that something is different, never what: whoever shows it asks again, by their own rights. */
@Resolver()
export class LiveResolver {
  @Subscription(() => RecordChangeType, {
    subscribe: ((asked: Asked<{ id: string }>) => subscribeToRecord(asked)) as never,
    description: 'One record, whenever it is different.',
  })
  @RequiresPermission('signed-in')
  recordChanged(@Arg('id', () => ID) _id: string, @Root() record: ChangedRecord): RecordChangeType {
    return published(record)
  }

  @Subscription(() => RecordChangeType, {
    subscribe: ((asked: Asked<{ types: string[] }>) => subscribeToTypes(asked)) as never,
    description: 'All records of these types that you may read, whenever one is new or different.',
  })
  @RequiresPermission('signed-in')
  recordsChanged(
    @Arg('types', () => [String], { description: 'Names of types, e.g. `Complaint`.' }) _types: string[],
    @Root() record: ChangedRecord,
  ): RecordChangeType {
    return published(record)
  }

  @Subscription(() => [OnlookerType], {
    subscribe: ((asked: Asked<{ id: string }>) => subscribeToOnlookers(asked)) as never,
    description:
      'Who else has this record open, at once and whenever that changes. Whoever subscribes is shown to the others until the subscription ends.',
  })
  @RequiresPermission('staff:read')
  onlookers(@Arg('id', () => ID) _id: string, @Root() others: readonly Onlooker[]): OnlookerType[] {
    return [...others]
  }
}
