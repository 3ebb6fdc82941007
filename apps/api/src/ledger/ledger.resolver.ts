import { Arg, Args, ArgsType, Ctx, Field, InputType, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { PageArgs } from '../graphql/paging.ts'
import { payload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import type { LedgerVerification } from './ledger-verification.entity.ts'
import { ledgerKeys, verifyAudit, verifyLedger } from './ledger-verification.service.ts'
import {
  AuditChainType,
  LedgerChainEnum,
  LedgerKeyType,
  LedgerType,
  LedgerVerificationConnection,
  LedgerVerificationType,
} from './ledger.type.ts'

@InputType({ description: 'Says nothing: there is one ledger.' })
class VerifyLedgerInput {
  @Field(() => Boolean, { defaultValue: true, description: 'Always true.' }) whole: boolean
}

@InputType({ description: 'Says nothing: there is one audit trail.' })
class VerifyAuditInput {
  @Field(() => Boolean, { defaultValue: true, description: 'Always true.' }) whole: boolean
}

@InputType({ description: 'Which verifications; absent members do not filter.' })
class LedgerVerificationFilter {
  @Field(() => [LedgerChainEnum], { nullable: true }) chain?: string[]
}

@ArgsType()
class LedgerVerificationArgs extends PageArgs {
  @Field(() => LedgerVerificationFilter, { nullable: true }) filter?: LedgerVerificationFilter
}

const VerifyAuditPayload = payload('VerifyAudit', LedgerVerificationType, 'eligible')
const VerifyLedgerPayload = payload('VerifyLedger', LedgerVerificationType, 'eligible')

@Resolver()
export class LedgerResolver {
  @Query(() => LedgerType, { nullable: true, description: 'How the ledger of your organization stands.' })
  @RequiresPermission('ledger:read')
  ledger(): LedgerType {
    return compiled()
  }

  @Query(() => AuditChainType, {
    nullable: true,
    description: 'How the chain of the audit trail of your organization stands.',
  })
  @RequiresPermission('ledger:read')
  auditChain(): AuditChainType {
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
    description: 'Verifications of both chains, the newest first.',
  })
  @RequiresPermission('ledger:read')
  ledgerVerifications(@Args(() => LedgerVerificationArgs) _args: LedgerVerificationArgs): object {
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

  @Mutation(() => VerifyAuditPayload, {
    description:
      'Has the whole audit trail verified; answers at once, and the verification tells how far it is.',
  })
  @RequiresPermission('audit:verify')
  verifyAudit(
    @Arg('input', () => VerifyAuditInput) _input: VerifyAuditInput,
    @Ctx() context: RequestContext,
  ): Promise<LedgerVerification | UserError> {
    return verifyAudit(context)
  }
}
