/** The opportunity that is being signed has its papers: a proposal that was accepted, and an agreement in contract review. */
import { withTenant } from '../../database/with-tenant.ts'
import { ControlledDocumentEntity } from '../../documents/document.entity.ts'
import { Opportunity } from '../../opportunities/opportunity.entity.ts'
import * as proposals from '../../opportunities/papers/sales-proposal.service.ts'
import * as agreements from '../../opportunities/papers/service-agreement.service.ts'
import { DAY, localDay } from '../calendar.ts'
import { agreed, by, type Stage } from '../cases/stage.ts'
import { holding } from '../organizations/world.ts'

export const playPapers = async (stage: Stage): Promise<void> => {
  const { world, dataSource, now } = stage
  const { orgId } = world
  const [opportunity, proposalTemplate, agreementTemplate] = await withTenant(dataSource, orgId, (manager) =>
    Promise.all([
      manager.findOneBy(Opportunity, { orgId, status: 'SIGNING' }),
      manager.findOneBy(ControlledDocumentEntity, { orgId, kind: 'PROPOSAL_TEMPLATE' }),
      manager.findOneBy(ControlledDocumentEntity, { orgId, kind: 'AGREEMENT_TEMPLATE' }),
    ]),
  )
  const sellers = [...holding(world, 'SALES'), ...holding(world, 'KEY_ACCOUNT_MANAGER')]
  const seller = sellers.find(({ id }) => id === opportunity?.assigneeId)
  if (!opportunity || !proposalTemplate || !agreementTemplate || !seller) return
  const ago = (days: number) => new Date(now.getTime() - days * DAY)
  const on = (days: number) => localDay(new Date(now.getTime() + days * DAY))
  const made = agreed(
    await proposals.make(by(stage, seller, ago(4)), {
      opportunityId: opportunity.id,
      templateId: proposalTemplate.id,
      periodFrom: on(10),
      periodTo: on(374),
      paymentTerms: '按季预付，每季首月 10 日前',
      validUntil: on(30),
      ourSignerId: seller.id,
    }),
    'make',
  )
  const step = ({ id, version }: typeof made) => ({ proposalId: id, expectedVersion: version })
  const handed = { channel: 'VISIT', sentOn: on(-4), sentTo: '行政部' }
  const sent = agreed(await proposals.send(by(stage, seller, ago(4)), { ...step(made), ...handed }), 'send')
  const word = { answeredOn: on(-2), note: '价格与内容都认可' }
  const accepted = agreed(
    await proposals.accept(by(stage, seller, ago(2)), { ...step(sent), ...word }),
    'accept',
  )
  const agreement = agreed(
    await agreements.make(by(stage, seller, ago(2)), {
      proposalId: accepted.id,
      templateId: agreementTemplate.id,
    }),
    'make',
  )
  const { id: agreementId, version: expectedVersion } = agreement
  agreed(
    await agreements.submit(by(stage, seller, ago(1)), { agreementId, expectedVersion } as never),
    'submit',
  )
}
