import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { payload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import { heldInformation } from './held-information.query.ts'
import type {
  InformationCheck,
  InformationInventory,
  InformationInventoryPolicyEntity,
  InformationItemEntity,
} from './inventory.entity.ts'
import * as inputs from './inventory.inputs.ts'
import * as service from './inventory.service.ts'
import {
  HeldInformation,
  InformationCheckType,
  InformationInventoryPolicyType,
  InformationInventoryType,
  InformationItemType,
} from './inventory.type.ts'

const EnterPayload = payload('EnterInformationItem', InformationItemType, 'eligible')
const AmendPayload = payload('AmendInformationItem', InformationItemType, 'eligible', 'stale', 'status')
const RetirePayload = payload('RetireInformationItem', InformationItemType, 'eligible', 'stale', 'status')
const ConfirmPayload = payload('ConfirmInformationInventory', InformationInventoryType, 'eligible', 'stale')
const CheckPayload = payload('CheckInformationInventory', InformationCheckType, 'eligible')
const SetPolicyPayload = payload('SetInformationInventoryPolicy', InformationInventoryPolicyType, 'stale')

@Resolver(() => InformationInventoryType)
export class InventoryResolver {
  @Query(() => InformationInventoryType, { nullable: true, description: 'One inventory that you may read.' })
  @RequiresPermission('informationInventory:read')
  informationInventory(@Arg('id', () => ID) _id: string): object {
    return compiled()
  }

  @Query(() => [InformationInventoryType], {
    description: 'Inventories that you may read, by when they are to be confirmed.',
  })
  @RequiresPermission('informationInventory:read')
  informationInventories(): object {
    return compiled()
  }

  @Query(() => [HeldInformation], {
    description: 'What the system knows that people of a department hold now.',
  })
  @RequiresPermission('informationInventory:read')
  heldInformation(
    @Arg('inventory', () => ID) inventory: string,
    @Ctx() context: RequestContext,
  ): Promise<HeldInformation[]> {
    return heldInformation(context, inventory)
  }

  @Query(() => InformationInventoryPolicyType, {
    nullable: true,
    description: 'Null until somebody has set one: every 6 months.',
  })
  @RequiresPermission('informationInventoryPolicy:read')
  informationInventoryPolicy(): object | null {
    return compiled()
  }

  @Mutation(() => EnterPayload, { description: 'Enters something that the department keeps.' })
  @RequiresPermission('informationItem:enter')
  enterInformationItem(
    @Arg('input', () => inputs.EnterInformationItemInput) input: inputs.EnterInformationItemInput,
    @Ctx() context: RequestContext,
  ): Promise<InformationItemEntity | UserError> {
    return service.enter(context, input)
  }

  @Mutation(() => AmendPayload, { description: 'States it anew; what was stated before stays.' })
  @RequiresPermission('informationItem:amend')
  amendInformationItem(
    @Arg('input', () => inputs.AmendInformationItemInput) input: inputs.AmendInformationItemInput,
    @Ctx() context: RequestContext,
  ): Promise<InformationItemEntity | UserError> {
    return service.amend(context, input)
  }

  @Mutation(() => RetirePayload, { description: 'It is not kept any more.' })
  @RequiresPermission('informationItem:retire')
  retireInformationItem(
    @Arg('input', () => inputs.RetireInformationItemInput) input: inputs.RetireInformationItemInput,
    @Ctx() context: RequestContext,
  ): Promise<InformationItemEntity | UserError> {
    return service.retire(context, input)
  }

  @Mutation(() => ConfirmPayload, {
    description: 'The head of the department went through it: it is as listed.',
  })
  @RequiresPermission('informationInventory:confirm')
  confirmInformationInventory(
    @Arg('input', () => inputs.ConfirmInformationInventoryInput)
    input: inputs.ConfirmInformationInventoryInput,
    @Ctx() context: RequestContext,
  ): Promise<InformationInventory | UserError> {
    return service.confirm(context, input)
  }

  @Mutation(() => CheckPayload, { description: 'Writes down what a spot check found.' })
  @RequiresPermission('informationInventory:check')
  checkInformationInventory(
    @Arg('input', () => inputs.CheckInformationInventoryInput) input: inputs.CheckInformationInventoryInput,
    @Ctx() context: RequestContext,
  ): Promise<InformationCheck | UserError> {
    return service.check(context, input)
  }

  @Mutation(() => SetPolicyPayload, { description: 'How often inventories are confirmed from now on.' })
  @RequiresPermission('informationInventoryPolicy:set')
  setInformationInventoryPolicy(
    @Arg('input', () => inputs.SetInformationInventoryPolicyInput)
    input: inputs.SetInformationInventoryPolicyInput,
    @Ctx() context: RequestContext,
  ): Promise<InformationInventoryPolicyEntity | UserError> {
    return service.setPolicy(context, input)
  }
}
