/** What people do about an occasion of care; and the rules. */
import {
  approachBy,
  CARE_INPUTS,
  CARE_POLICY_INPUT,
  CARE_TRANSITIONS,
  careFacts,
  CONTACT_REFUSAL_LABELS,
  invalidInput,
  latestDay,
  notEligible,
  parseInput,
  refusal,
  text,
  type CareAction,
  type CareInput,
  type ContactAnswer,
} from '@steward/domain'
import { Client } from '../clients/client.entity.ts'
import { clientFacts, refuseMerged } from '../clients/kept-client.ts'
import { addReception } from '../clients/receptions/reception.service.ts'
import type { VerbContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { todayOf } from '../money/day-of-organization.service.ts'
import { setPolicyRow } from '../organization/policy-row.service.ts'
import { mayApproach } from './approached.service.ts'
import { CareDue, CareOccasionEntity, CarePolicyEntity } from './care.entity.ts'

type Answer = Promise<CareOccasionEntity | UserError>

interface Begun<A extends CareAction> {
  readonly occasion: CareOccasionEntity
  readonly client: Client
  readonly input: CareInput<A>
}

const verb =
  <A extends CareAction>(
    action: A,
    work: (tx: Transaction, begun: Begun<A>) => Promise<CareOccasionEntity>,
  ) =>
  (context: VerbContext, given: { readonly occasionId: string }): Answer =>
    transaction(context, `careOccasion:${action}`, async (tx) => {
      const { occasionId, ...stated } = withUuids(given) as { occasionId: string }
      const input = orRefuse(parseInput(CARE_INPUTS[action], stated)) as CareInput<A>
      const { expectedVersion } = input as { readonly expectedVersion: number }
      const occasion = await tx.lock(CareOccasionEntity, occasionId, expectedVersion)
      const client = await tx.hold(Client, occasion.clientId)
      const facts = careFacts(occasion, clientFacts(client))
      tx.admit('careOccasion:read', facts)
      await refuseMerged(tx, client)
      const wrong = refusal(CARE_TRANSITIONS, action, tx.actor, facts)
      if (wrong) throw new Refused(wrong)
      return work(tx, { occasion, client, input })
    })

/** Said to whoever has already called: with a word of explanation it is recorded all the same, since it took place. */
const notAllowed = ({ reasons }: ContactAnswer) => {
  const labels = reasons.map((reason) => CONTACT_REFUSAL_LABELS[reason])
  return notEligible(
    'mayContact',
    text(
      `不宜联系：${labels.map(({ zh }) => zh).join('；')}。确已联系的，请写明原因。`,
      `They were not to be contacted: ${labels.map(({ en }) => en).join('; ')}. If they were all the same, say why.`,
    ),
  )
}

/** The words stand in a reception of the client, and so in their timeline. */
export const complete = verb('complete', async (tx, { occasion, client, input }) => {
  const { channel, direction, words, result, despite } = input
  const at = input.at ?? tx.now
  const answer =
    direction === 'IN'
      ? { allowed: true, reasons: [], nextAt: null }
      : await mayApproach(tx, {
          clientId: client.id,
          contactId: occasion.contactId,
          purpose: 'CARE',
          approach: approachBy(channel),
          at,
        })
  if (!answer.allowed && despite === null) throw new Refused(notAllowed(answer))
  const reception = await addReception(tx, {
    clientId: client.id,
    channel,
    direction,
    purpose: 'CARE',
    words,
    result,
    at,
    contactId: occasion.contactId,
    memberId: null,
    nextStep: null,
    nextOn: null,
  })
  return tx.patch(CareOccasionEntity, occasion, {
    status: 'DONE',
    receptionId: reception.id,
    despite: answer.allowed ? null : despite,
    settledById: tx.actor.staffId,
    settledAt: tx.now,
  })
})

export const postpone = verb('postpone', async (tx, { occasion, input: { to, reason } }) => {
  const today = await todayOf(tx)
  const latest = latestDay(occasion.occursOn, today)
  if (to < today || to > latest || to === occasion.dueOn)
    throw new Refused(
      invalidInput({
        path: 'to',
        message: text(`请选今天到 ${latest} 之间的另一天。`, `Choose another day, from today to ${latest}.`),
      }),
    )
  return tx.patch(CareOccasionEntity, occasion, {
    dueOn: to,
    postponed: occasion.postponed + 1,
    ...(reason === null ? {} : { reason }),
  })
})

export const skip = verb('skip', (tx, { occasion, input: { reason } }) =>
  tx.patch(CareOccasionEntity, occasion, {
    status: 'SKIPPED',
    reason,
    settledById: tx.actor.staffId,
    settledAt: tx.now,
  }),
)

/** What is to come is reckoned by the new rules in the next minutes; what was put off by hand stays. */
export const setPolicy = (context: VerbContext, input: object): Promise<CarePolicyEntity | UserError> =>
  transaction(context, 'carePolicy:set', async (tx) => {
    const { expectedVersion, ...policy } = orRefuse(parseInput(CARE_POLICY_INPUT, input))
    const row = await setPolicyRow(tx, CarePolicyEntity, policy, expectedVersion)
    const { organizationId: orgId } = tx.actor
    const due = { orgId, id: orgId, dueAt: tx.now, after: null, attempts: 0 }
    await tx.manager.upsert(CareDue, due, ['orgId', 'id'])
    return row
  })
