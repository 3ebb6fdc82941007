import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { payload, verbPayload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import type { LedgerWitness } from './witness.entity.ts'
import {
  AppointCosignerInput,
  AppointMailboxInput,
  DismissWitnessInput,
  TellWitnessInput,
} from './witness.inputs.ts'
import * as service from './witness.service.ts'
import { LedgerWitnessType } from './witness.type.ts'

const AppointCosignerPayload = payload('AppointCosigner', LedgerWitnessType, 'duplicate', 'eligible')
const AppointMailboxPayload = payload('AppointMailbox', LedgerWitnessType, 'duplicate', 'eligible')
const TellWitnessPayload = verbPayload('TellWitness', LedgerWitnessType)
const DismissWitnessPayload = verbPayload('DismissWitness', LedgerWitnessType)

type Changed = Promise<LedgerWitness | UserError>

@Resolver(() => LedgerWitnessType)
export class WitnessResolver {
  @Query(() => [LedgerWitnessType], {
    description: 'Who keeps checkpoints of the ledgers outside the database, the longest-serving first.',
  })
  @RequiresPermission('witness:read')
  ledgerWitnesses(): LedgerWitnessType[] {
    return compiled()
  }

  @Mutation(() => AppointCosignerPayload, {
    description: 'Appoints a service of somebody else’s that compares checkpoints and cosigns them.',
  })
  @RequiresPermission('witness:appointCosigner')
  appointCosigner(
    @Arg('input', () => AppointCosignerInput) input: AppointCosignerInput,
    @Ctx() context: RequestContext,
  ): Changed {
    return service.appointCosigner(context, input)
  }

  @Mutation(() => AppointMailboxPayload, {
    description: 'Appoints a mailbox to which checkpoints are sent; the first mail goes at once.',
  })
  @RequiresPermission('witness:appointMailbox')
  appointMailbox(
    @Arg('input', () => AppointMailboxInput) input: AppointMailboxInput,
    @Ctx() context: RequestContext,
  ): Changed {
    return service.appointMailbox(context, input)
  }

  @Mutation(() => TellWitnessPayload, {
    description: 'Has a witness told now; its standings say what came of it.',
  })
  @RequiresPermission('witness:tell')
  tellWitness(
    @Arg('input', () => TellWitnessInput) input: TellWitnessInput,
    @Ctx() context: RequestContext,
  ): Changed {
    return service.tellWitness(context, input)
  }

  @Mutation(() => DismissWitnessPayload, {
    description: 'Dismisses a witness for good; what it has signed stays.',
  })
  @RequiresPermission('witness:dismiss')
  dismissWitness(
    @Arg('input', () => DismissWitnessInput) input: DismissWitnessInput,
    @Ctx() context: RequestContext,
  ): Changed {
    return service.dismissWitness(context, input)
  }
}
