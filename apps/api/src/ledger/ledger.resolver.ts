import { Arg, Args, Ctx, Field, InputType, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { PageArgs } from '../graphql/paging.ts'
import { payload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import type { LedgerVerification } from './ledger-verification.entity.ts'
import { ledgerKeys, verifyLedger } from './ledger-verification.service.ts'
import {
  LedgerKeyType,
  LedgerType,
  LedgerVerificationConnection,
  LedgerVerificationType,
} from './ledger.type.ts'

@InputType({ description: 'Says nothing: there is one ledger.' })
class VerifyLedgerInput {
  @Field(() => Boolean, { defaultValue: true, description: 'Always true.' }) whole: boolean
}

const VerifyLedgerPayload = payload('VerifyLedger', LedgerVerificationType, 'eligible')

@Resolver()
export class LedgerResolver {
  @Query(() => LedgerType, { nullable: true, description: 'How the ledger of your organization stands.' })
  @RequiresPermission('ledger:read')
  ledger(): LedgerType {
    return compiled()
  }

  @Query(() => [LedgerKeyType], {
    description: 'The published keys of the ledger as its signer knows them, the root first.',
  })
  @RequiresPermission('ledger:read')
  ledgerKeys(@Ctx() context: RequestContext): Promise<LedgerKeyType[]> {
    return ledgerKeys(context)
  }

  @Query(() => LedgerVerificationConnection, {
    description: 'Verifications of the ledger, the newest first.',
  })
  @RequiresPermission('ledger:read')
  ledgerVerifications(@Args(() => PageArgs) _args: PageArgs): object {
    return compiled()
  }

  @Mutation(() => VerifyLedgerPayload, {
    description: 'Has the whole ledger verified; answers at once, and the verification tells how far it is.',
  })
  @RequiresPermission('ledger:verify')
  verifyLedger(
    @Arg('input', () => VerifyLedgerInput) _input: VerifyLedgerInput,
    @Ctx() context: RequestContext,
  ): Promise<LedgerVerification | UserError> {
    return verifyLedger(context)
  }
}
