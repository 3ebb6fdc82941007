/** Before a large sum is carried out its agreement is drafted, signed in the house, and signed by the client on paper. */
import { agreementClauses, type Role } from '@steward/domain'
import { ComplaintOptionEntity } from '../../complaints/complaint-parts.entity.ts'
import type { ComplaintEntity } from '../../complaints/complaint.entity.ts'
import * as complaints from '../../complaints/complaint.service.ts'
import { withTenant } from '../../database/with-tenant.ts'
import type { DocumentRevisionEntity } from '../../documents/document.entity.ts'
import * as documents from '../../documents/document.service.ts'
import { OrganizationProfile } from '../../organization/organization.entity.ts'
import { localDay } from '../calendar.ts'
import { holding } from '../organizations/world.ts'
import { agreed, by, type Stage } from './stage.ts'

interface Between {
  readonly since: Date
  readonly until: Date
}

/** Answers the case with the client's signature on it. */
export const signAgreement = async (
  stage: Stage,
  complaint: ComplaintEntity,
  { since, until }: Between,
): Promise<ComplaintEntity> => {
  const at = (part: number) => new Date(since.getTime() + (until.getTime() - since.getTime()) * part)
  const as = (role: Role, part: number) => by(stage, person(stage, role), at(part))
  const step = ({ id, version }: DocumentRevisionEntity) => ({ revisionId: id, expectedVersion: version })
  const begun = agreed(
    await documents.draft(as('CR_SPECIALIST', 0.2), await worded(stage, complaint)),
    'draft',
  )
  const submitted = agreed(await documents.submit(as('CR_SPECIALIST', 0.3), step(begun)), 'submit')
  const reviewed = agreed(await documents.review(as('QUALITY', 0.5), step(submitted)), 'review')
  agreed(await documents.approve(as('CS_MANAGER', 0.7), step(reviewed)), 'approve')
  const paper = {
    complaintId: complaint.id,
    // Its agreement came into force in between.
    expectedVersion: complaint.version + 1,
    signer: complaint.contactName ?? '业主本人',
    signedOn: localDay(at(0.9)),
    note: '当面签署，一式两份。',
  }
  return agreed(await complaints.recordAgreement(as('CR_SPECIALIST', 0.9), paper), 'recordAgreement')
}

const person = ({ world }: Stage, role: Role) => {
  const [member] = holding(world, role)
  if (!member) throw new Error(`nobody is ${role}`)
  return member
}

const worded = async (stage: Stage, complaint: ComplaintEntity) => {
  const { orgId, id: complaintId, number, summary, currentOptionId, contactName } = complaint
  const { name, option } = await withTenant(stage.dataSource, orgId, async (manager) => ({
    ...(await manager.findOneByOrFail(OrganizationProfile, { orgId })),
    option: await manager.findOneByOrFail(ComplaintOptionEntity, { orgId, id: currentOptionId! }),
  }))
  const department = person(stage, 'CR_SPECIALIST').actor.departmentId!
  const matter = {
    organization: name,
    client: contactName ?? '业主',
    place: null,
    number,
    summary,
    optionKind: option.kind,
    description: option.description,
    amount: new Intl.NumberFormat('zh-CN', { style: 'currency', currency: 'CNY' }).format(
      option.amountMinor / 100,
    ),
    dueOn: null,
  }
  return {
    kind: 'SETTLEMENT_AGREEMENT',
    complaintId,
    title: `关于投诉 ${number} 的处理协议`,
    executingDepartmentId: complaint.handlingDepartmentId ?? department,
    supervisingDepartmentId: department,
    editingDepartmentId: department,
    content: { clauses: agreementClauses(matter, ({ zh }) => zh) },
  }
}
