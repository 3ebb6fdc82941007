import { Field, Float, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../graphql/connection.ts'
import { Node } from '../graphql/node.ts'
import { DateTime } from '../graphql/scalars.ts'

@ObjectType('WorkerLoop', {
  description: 'One thing that workers do again and again, all worker processes taken together.',
})
export class WorkerLoopType {
  @Field(() => String, { description: '`relay`, `queue`, or the name of a sweep.' }) name: string
  @Field(() => Float, {
    description: 'Seconds by which its longest-waiting item is overdue; 0 where nothing waits.',
  })
  lateSeconds: number
  @Field(() => Int, { description: 'Turns that failed since one last ended well.' }) failedTurns: number
  @Field(() => Int, {
    nullable: true,
    description:
      'Items that wait, of all organizations together, counted up to 10,000; null where nobody counts.',
  })
  waiting: number | null
}

@ObjectType('WorkerProcess', { description: 'A worker process, by its own signs of life.' })
export class WorkerProcessType {
  @Field(() => DateTime) startedAt: Date
  @Field(() => DateTime, { description: 'Its last sign of life; it gives one every two seconds.' })
  seenAt: Date
  @Field(() => Boolean, { description: 'False: silent for ten seconds or more.' }) alive: boolean
}

@ObjectType('SystemState', {
  description: 'How the system fares as a whole: figures only, nothing of any organization.',
})
export class SystemStateType {
  @Field(() => String, { description: 'Of the process that answers.' }) version: string
  @Field(() => DateTime, { description: 'By the clock of the database.' }) at: Date
  @Field(() => Float, { description: 'Bytes on disk, read at most once a minute.' }) databaseBytes: number
  @Field(() => [WorkerProcessType]) workers: WorkerProcessType[]
  @Field(() => [WorkerLoopType]) loops: WorkerLoopType[]
}

@ObjectType('FailedJob', {
  implements: Node,
  description:
    'Something to be done outside the database (a mail, a web hook) that has failed at least once.',
})
export class FailedJobType extends Node {
  @Field(() => String, { description: 'Who does it, e.g. `mail`.' }) consumer: string
  @Field(() => String, { description: 'What happened that it follows from, e.g. `mailDue`.' }) kind: string
  @Field(() => String, { description: 'Published name of the type that it is about.' }) subjectType: string
  @Field(() => String, { description: 'Kind and code of the last failure, never its words.' }) reason: string
  @Field(() => Int) attempts: number
  @Field(() => DateTime) firstFailedAt: Date
  @Field(() => DateTime) lastFailedAt: Date
  @Field(() => DateTime, { nullable: true, description: 'Null: it is not tried again by itself.' })
  nextTryAt: Date | null
  @Field(() => DateTime, { nullable: true, description: 'Set: it was tried for the last time.' })
  gaveUpAt: Date | null
  @Field(() => DateTime, { nullable: true, description: 'Set: somebody wants it tried again now.' })
  retryRequestedAt: Date | null
  @Field(() => DateTime, { nullable: true, description: 'Set: it was done after all.' })
  settledAt: Date | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

export const FailedJobConnection = connectionOf('FailedJob', FailedJobType)
