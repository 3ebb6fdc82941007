/** The places where one is signed in; ending one is possible without a proof, for it only ever takes a right away. */
import { ACCOUNT_INPUTS, parseInput } from '@steward/domain'
import { IsNull, Not } from 'typeorm'
import { revokeSessions } from '../access/rights.service.ts'
import { Session } from '../access/session.entity.ts'
import type { RequestContext } from '../context.ts'
import { orRefuse } from '../database/refused.ts'
import { transaction } from '../database/transaction.ts'
import { accessError } from '../graphql/access-error.ts'
import { withUuids } from '../graphql/id-field.ts'
import { UserError } from '../graphql/user-error.ts'
import { Staff } from '../organization/organization.entity.ts'
import { SessionsEnded } from './session.type.ts'

/** Ends one of one's own sessions at once. */
export const endSession = async (
  context: RequestContext,
  input: object,
): Promise<SessionsEnded | UserError> => {
  const done = await transaction(context, 'account:endSession', async (tx) => {
    const { sessionId } = orRefuse(parseInput(ACCOUNT_INPUTS.endSession, withUuids(input)))
    const staff = await tx.lock(Staff, tx.actor.staffId)
    const { affected } = await tx.manager.update(
      Session,
      { orgId: staff.orgId, staffId: staff.id, id: sessionId, revokedAt: IsNull() },
      { revokedAt: tx.now },
    )
    if (affected !== 1) throw accessError('NOT_FOUND', context.locale)
    tx.tell(Staff, staff, 'sessionsEnded', null, 1)
    return staff
  })
  return done instanceof UserError ? done : Object.assign(new SessionsEnded(), { ended: 1 })
}

/** Ends all sessions of one's own but this one. */
export const endOtherSessions = async (context: RequestContext): Promise<SessionsEnded | UserError> => {
  const { signedIn } = context
  let ended = 0
  const done = await transaction(context, 'account:endOtherSessions', async (tx) => {
    const staff = await tx.lock(Staff, tx.actor.staffId)
    ended = await tx.manager.countBy(Session, {
      orgId: staff.orgId,
      staffId: staff.id,
      revokedAt: IsNull(),
      id: Not(signedIn!.sessionId),
    })
    await revokeSessions(tx, staff.id, signedIn!.tokenHash)
    tx.tell(Staff, staff, 'sessionsEnded', null, ended)
    return staff
  })
  return done instanceof UserError ? done : Object.assign(new SessionsEnded(), { ended })
}
