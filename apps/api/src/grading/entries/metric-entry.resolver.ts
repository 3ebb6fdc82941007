import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { payload, verbPayload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import type { MetricEntry } from './metric-entry.entity.ts'
import { MetricEntryArgs, RecordMetricEntryInput, VoidMetricEntryInput } from './metric-entry.inputs.ts'
import * as service from './metric-entry.service.ts'
import { EnterableMetric, MetricEntryConnection, MetricEntryType } from './metric-entry.type.ts'

const RecordMetricEntryPayload = payload('RecordMetricEntry', MetricEntryType, 'eligible')
const VoidMetricEntryPayload = verbPayload('VoidMetricEntry', MetricEntryType)

@Resolver()
export class MetricEntryResolver {
  @Query(() => MetricEntryType, { nullable: true, description: 'One entered score.' })
  @RequiresPermission('metricEntry:read')
  metricEntry(@Arg('id', () => ID) _id: string): MetricEntryType {
    return compiled()
  }

  @Query(() => MetricEntryConnection, { description: 'Entered scores, the newest first, voided ones too.' })
  @RequiresPermission('metricEntry:read')
  metricEntries(@Args(() => MetricEntryArgs) _args: MetricEntryArgs): object {
    return compiled()
  }

  @Query(() => [EnterableMetric], {
    description: 'What can be entered: by the standard in force, and by one on its way.',
  })
  @RequiresPermission('metricEntry:record')
  enterableMetrics(@Ctx() context: RequestContext): Promise<readonly EnterableMetric[]> {
    return service.enterableMetrics(context)
  }

  @Mutation(() => RecordMetricEntryPayload, { description: 'Enters a score of a client, with its evidence.' })
  @RequiresPermission('metricEntry:record')
  recordMetricEntry(
    @Arg('input', () => RecordMetricEntryInput) input: RecordMetricEntryInput,
    @Ctx() context: RequestContext,
  ): Promise<MetricEntry | UserError> {
    return service.record(context, input)
  }

  @Mutation(() => VoidMetricEntryPayload, {
    description: 'Voids an entered score; the record stays, with the reason.',
  })
  @RequiresPermission('metricEntry:void')
  voidMetricEntry(
    @Arg('input', () => VoidMetricEntryInput) input: VoidMetricEntryInput,
    @Ctx() context: RequestContext,
  ): Promise<MetricEntry | UserError> {
    return service.voidEntry(context, input)
  }
}
