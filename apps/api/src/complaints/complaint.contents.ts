/** The page of cases, orders and limits in the API's contents. */
import { authorityLimitProjection, authorityLimitRoots } from './authority-limit.projection.ts'
import { agreementPolicyProjection, agreementPolicyRoots } from './agreements/agreement-policy.projection.ts'
import { AgreementPolicyResolver } from './agreements/agreement-policy.resolver.ts'
import { AuthorityLimitResolver } from './authority-limit.resolver.ts'
import {
  complaintCategoryProjection,
  complaintEventProjection,
  complaintOptionProjection,
  complaintProjection,
  complaintTaskProjection,
} from './complaint.projection.ts'
import { ComplaintResolver } from './complaint.resolver.ts'
import { complaintRoots } from './complaint.roots.ts'
import { ComplaintVerbsResolver } from './complaint-verbs.resolver.ts'
import { RemedyVerbsResolver } from './remedy-verbs.resolver.ts'
import { TaskVerbsResolver } from './task-verbs.resolver.ts'

export const COMPLAINT_RESOLVERS = [
  AgreementPolicyResolver,
  AuthorityLimitResolver,
  ComplaintResolver,
  ComplaintVerbsResolver,
  RemedyVerbsResolver,
  TaskVerbsResolver,
] as const

export const COMPLAINT_PROJECTIONS = [
  authorityLimitProjection,
  agreementPolicyProjection,
  complaintCategoryProjection,
  complaintEventProjection,
  complaintOptionProjection,
  complaintProjection,
  complaintTaskProjection,
]

export const COMPLAINT_ROOTS = {
  ...authorityLimitRoots,
  ...agreementPolicyRoots,
  ...complaintRoots,
}
