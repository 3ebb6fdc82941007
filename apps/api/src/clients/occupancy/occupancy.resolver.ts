import { Arg, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { compiled } from '../../graphql/compiled.ts'
import { payload, verbPayload } from '../../graphql/payload.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { UnitType } from '../../organization/organization.type.ts'
import type { Client } from '../client.entity.ts'
import { ClientOccupancyType, ClientType } from '../client.type.ts'
import { EndOccupancyInput, RecordOccupancyInput } from './occupancy.inputs.ts'
import * as service from './occupancy.service.ts'

const RecordOccupancyPayload = payload('RecordOccupancy', ClientType, 'status', 'eligible')
const EndOccupancyPayload = verbPayload('EndOccupancy', ClientType)

@Resolver(() => UnitType)
export class OccupancyResolver {
  @FieldResolver(() => [ClientOccupancyType], {
    description: 'Who owns or uses the unit, and who once did: of clients whom you may read.',
  })
  occupants(): object {
    return compiled()
  }

  @Mutation(() => RecordOccupancyPayload, {
    description:
      'Records that a client owns or uses a unit. Several may at once; the same client not twice in one relation.',
  })
  @RequiresPermission('client:recordOccupancy')
  recordOccupancy(
    @Arg('input', () => RecordOccupancyInput) input: RecordOccupancyInput,
    @Ctx() context: RequestContext,
  ): Promise<Client | UserError> {
    return service.recordOccupancy(context, input)
  }

  @Mutation(() => EndOccupancyPayload, {
    description: 'Ends a stay on a day, or takes it back as recorded in error. No stay is written over.',
  })
  @RequiresPermission('client:endOccupancy')
  endOccupancy(
    @Arg('input', () => EndOccupancyInput) input: EndOccupancyInput,
    @Ctx() context: RequestContext,
  ): Promise<Client | UserError> {
    return service.endOccupancy(context, input)
  }
}
