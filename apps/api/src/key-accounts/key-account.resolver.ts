import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import { payload } from '../graphql/payload.ts'
import type { UserError } from '../graphql/user-error.ts'
import { recordDossier, revealDossier } from './dossier.service.ts'
import {
  KeyAccountDossierType,
  RecordDossierOfKeyAccountInput,
  RevealDossierOfKeyAccountInput,
  RevealedDossier,
} from './dossier.type.ts'
import { keyAccountFigures, keyAccountStanding } from './figures.query.ts'
import type { KeyAccountDossier, KeyAccountEntity, KeyAccountPolicyEntity } from './key-account.entity.ts'
import * as inputs from './key-account.inputs.ts'
import { setPolicy } from './key-account.service.ts'
import {
  KeyAccountConnection,
  KeyAccountFiguresType,
  KeyAccountPolicyType,
  KeyAccountStandingType,
  KeyAccountType,
  OpinionFigureType,
} from './key-account.type.ts'
import { figureOf, recordOpinion } from './opinion.service.ts'

const RecordDossierOfKeyAccountPayload = payload(
  'RecordDossierOfKeyAccount',
  KeyAccountDossierType,
  'stale',
  'eligible',
)
const RevealDossierOfKeyAccountPayload = payload('RevealDossierOfKeyAccount', RevealedDossier, 'eligible')
const RecordOpinionOfKeyAccountPayload = payload('RecordOpinionOfKeyAccount', KeyAccountType, 'eligible')
const SetKeyAccountPolicyPayload = payload('SetKeyAccountPolicy', KeyAccountPolicyType, 'stale')

@Resolver(() => KeyAccountType)
export class KeyAccountResolver {
  @Query(() => KeyAccountType, { nullable: true, description: 'One key account.' })
  @RequiresPermission('keyAccount:read')
  keyAccount(@Arg('id', () => ID) _id: string): object {
    return compiled()
  }

  @Query(() => KeyAccountConnection, { description: 'Key accounts that you may read.' })
  @RequiresPermission('keyAccount:read')
  keyAccounts(@Args(() => inputs.KeyAccountArgs) _args: inputs.KeyAccountArgs): object {
    return compiled()
  }

  @Query(() => KeyAccountPolicyType, {
    nullable: true,
    description:
      'Null until somebody has set one: dossiers every 6 months, tests every 12, told above after 7 days.',
  })
  @RequiresPermission('keyAccountPolicy:read')
  keyAccountPolicy(): object | null {
    return compiled()
  }

  @Query(() => KeyAccountStandingType, {
    nullable: true,
    description: 'What the system knows beside the test of four. Null where it is not yours to weigh.',
  })
  @RequiresPermission('keyAccountNomination:readWords')
  keyAccountStanding(
    @Arg('client', () => ID) client: string,
    @Ctx() context: RequestContext,
  ): Promise<KeyAccountStandingType | null> {
    return keyAccountStanding(context, client)
  }

  @Query(() => KeyAccountFiguresType, { description: 'Churn, moves, and what the largest bring.' })
  @RequiresPermission('keyAccount:readFigures')
  keyAccountFigures(@Ctx() context: RequestContext): Promise<KeyAccountFiguresType> {
    return keyAccountFigures(context)
  }

  @Query(() => OpinionFigureType, {
    nullable: true,
    description: 'Over all who answered about the manager of this account; null where nobody is named.',
  })
  @RequiresPermission('keyAccount:read')
  keyAccountOpinionFigure(
    @Arg('keyAccount', () => ID) keyAccount: string,
    @Ctx() context: RequestContext,
  ): Promise<OpinionFigureType | null> {
    return figureOf(context, keyAccount)
  }

  @Mutation(() => RecordDossierOfKeyAccountPayload, {
    description: 'Returns the dossier, as a new version of it. Money and credit are kept sealed.',
  })
  @RequiresPermission('keyAccount:recordDossier')
  recordDossierOfKeyAccount(
    @Arg('input', () => RecordDossierOfKeyAccountInput) input: RecordDossierOfKeyAccountInput,
    @Ctx() context: RequestContext,
  ): Promise<KeyAccountDossier | UserError> {
    return recordDossier(context, input)
  }

  @Mutation(() => RevealDossierOfKeyAccountPayload, {
    description:
      'Shows money and credit of a dossier; with a reason, on record, for a limited number of clients a day.',
  })
  @RequiresPermission('keyAccount:revealDossier')
  revealDossierOfKeyAccount(
    @Arg('input', () => RevealDossierOfKeyAccountInput) input: RevealDossierOfKeyAccountInput,
    @Ctx() context: RequestContext,
  ): Promise<RevealedDossier | UserError> {
    return revealDossier(context, input)
  }

  @Mutation(() => RecordOpinionOfKeyAccountPayload, {
    description: 'Writes down what a key account says of the person named for them. Not by that person.',
  })
  @RequiresPermission('keyAccount:recordOpinion')
  recordOpinionOfKeyAccount(
    @Arg('input', () => inputs.RecordOpinionOfKeyAccountInput) input: inputs.RecordOpinionOfKeyAccountInput,
    @Ctx() context: RequestContext,
  ): Promise<KeyAccountEntity | UserError> {
    return recordOpinion(context, input)
  }

  @Mutation(() => SetKeyAccountPolicyPayload, {
    description: 'Sets how often dossiers and tests come back, and what each tier earns.',
  })
  @RequiresPermission('keyAccountPolicy:set')
  setKeyAccountPolicy(
    @Arg('input', () => inputs.SetKeyAccountPolicyInput) input: inputs.SetKeyAccountPolicyInput,
    @Ctx() context: RequestContext,
  ): Promise<KeyAccountPolicyEntity | UserError> {
    return setPolicy(context, input)
  }
}
