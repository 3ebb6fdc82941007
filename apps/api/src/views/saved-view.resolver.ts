import { Arg, Ctx, Field, InputType, Int, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { IdField } from '../graphql/id-field.ts'
import { payload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import { RoleEnum } from '../organization/organization.type.ts'
import type { SavedViewEntity } from './saved-view.entity.ts'
import * as service from './saved-view.service.ts'
import { RemovedSavedView, SavedViewType, ViewPlaceEnum, ViewSharingEnum } from './saved-view.type.ts'

@InputType()
abstract class ViewContents {
  @Field(() => String, { description: 'Up to 40 characters; one of a name for each list of a person.' })
  name: string
  @Field(() => String, {
    description: 'The query string of the list’s address; only filters that the list has.',
  })
  query: string
  @Field(() => ViewSharingEnum) sharing: string
  @Field(() => RoleEnum, { nullable: true, description: 'Named exactly where it is shared with a role.' })
  sharedRole?: string
}

@InputType()
class SaveViewInput extends ViewContents {
  @Field(() => ViewPlaceEnum) place: string
}

@InputType()
class ChangeViewInput extends ViewContents {
  @IdField('SavedView') savedViewId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType()
class MoveViewInput {
  @IdField('SavedView') savedViewId: string
  @Field(() => Int, { description: 'Among one’s own views of the list, from 0.' }) position: number
}

@InputType()
class PinViewInput {
  @IdField('SavedView') savedViewId: string
}

@InputType()
class UnpinViewInput {
  @IdField('SavedView') savedViewId: string
}

@InputType()
class RemoveViewInput {
  @IdField('SavedView') savedViewId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

const SaveViewPayload = payload('SaveView', SavedViewType, 'duplicate', 'eligible')
const ChangeViewPayload = payload('ChangeView', SavedViewType, 'duplicate', 'eligible', 'stale')
const MoveViewPayload = payload('MoveView', SavedViewType, 'eligible')
const PinViewPayload = payload('PinView', SavedViewType, 'eligible')
const UnpinViewPayload = payload('UnpinView', SavedViewType, 'eligible')
const RemoveViewPayload = payload('RemoveView', RemovedSavedView, 'eligible', 'stale')

type Answer = Promise<SavedViewEntity | UserError>

@Resolver()
export class SavedViewResolver {
  @Query(() => [SavedViewType], {
    description: 'Your own views, those of your department, of your roles and of the whole company.',
  })
  @RequiresPermission('view:read')
  savedViews(): SavedViewType[] {
    return compiled()
  }

  @Mutation(() => SaveViewPayload, { description: 'Keeps filters and order of a list under a name.' })
  @RequiresPermission('view:save')
  saveView(@Arg('input', () => SaveViewInput) input: SaveViewInput, @Ctx() context: RequestContext): Answer {
    return service.save(context, input)
  }

  @Mutation(() => ChangeViewPayload, { description: 'Renames, narrows anew, shares or stops sharing.' })
  @RequiresPermission('view:change')
  changeView(
    @Arg('input', () => ChangeViewInput) input: ChangeViewInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.change(context, input)
  }

  @Mutation(() => MoveViewPayload, { description: 'Puts one of your views elsewhere in your order.' })
  @RequiresPermission('view:move')
  moveView(@Arg('input', () => MoveViewInput) input: MoveViewInput, @Ctx() context: RequestContext): Answer {
    return service.move(context, input)
  }

  @Mutation(() => PinViewPayload, { description: 'Puts a view that others share among your own.' })
  @RequiresPermission('view:pin')
  pinView(@Arg('input', () => PinViewInput) input: PinViewInput, @Ctx() context: RequestContext): Answer {
    return service.pin(context, input)
  }

  @Mutation(() => UnpinViewPayload, { description: 'Takes a view that others share from among your own.' })
  @RequiresPermission('view:unpin')
  unpinView(
    @Arg('input', () => UnpinViewInput) input: UnpinViewInput,
    @Ctx() context: RequestContext,
  ): Answer {
    return service.unpin(context, input)
  }

  @Mutation(() => RemoveViewPayload, { description: 'Removes a view; the list itself stays as it is.' })
  @RequiresPermission('view:remove')
  removeView(
    @Arg('input', () => RemoveViewInput) input: RemoveViewInput,
    @Ctx() context: RequestContext,
  ): Promise<RemovedSavedView | UserError> {
    return service.remove(context, input)
  }
}
