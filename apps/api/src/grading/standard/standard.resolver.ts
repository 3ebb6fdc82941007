import { Arg, Ctx, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../../access/permission.ts'
import type { RequestContext } from '../../context.ts'
import { GradingStandardInput } from '../../documents/standard.inputs.ts'
import * as service from './preview.service.ts'
import { GradingPreview } from './preview.type.ts'

@Resolver()
export class GradingStandardResolver {
  @Query(() => GradingPreview, {
    description: 'How this standard would grade the clients of today. BAD_REQUEST where it is not whole yet.',
  })
  @RequiresPermission('gradingStandard:readPreview')
  gradingPreview(
    @Arg('standard', () => GradingStandardInput) standard: GradingStandardInput,
    @Ctx() context: RequestContext,
  ): Promise<GradingPreview> {
    return service.gradingPreview(context, standard)
  }
}
