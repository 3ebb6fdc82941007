import type { Permission } from '@steward/domain'

/** Records as the server answers them, for tests: a formal case to which nothing was decided yet, and what is around it. */

export const idOf = (prefix: string, n: number): string =>
  `${prefix}_00000000000070008000${String(n).padStart(12, '0')}`

export const AT = '2026-11-20T02:00:00.000Z'

const staff = (n: number, name: string) => ({ __typename: 'Staff', id: idOf('stf', n), name })
const department = (n: number, name: string) => ({ __typename: 'Department', id: idOf('dep', n), name })

export const LI_NA = staff(1, '李娜')
export const ZHAO_LEI = staff(2, '赵磊')
export const SERVICE = department(1, '客服中心')
export const ENGINEERING = department(2, '工程部')
export const PROJECT = { __typename: 'Project', id: idOf('prj', 1), name: '翠湖花园' }
export const UNIT = { __typename: 'Unit', id: idOf('unt', 1), label: '3-1802' }

export const CASE_ID = idOf('cmp', 1)

export const givenContact = (n: number, more: object = {}) => ({
  __typename: 'ClientContact',
  id: idOf('ctc', n),
  version: 1,
  isPrimary: n === 1,
  name: '王芳',
  phoneMasked: '139****5678',
  emailMasked: null,
  employer: '恒泰贸易',
  position: '行政主管',
  rank: null,
  decisionRoles: ['DECIDES'],
  channels: ['PHONE'],
  preferredHours: '工作日下午',
  frequency: null,
  doNotContact: false,
  concerns: null,
  birthday: null,
  interests: null,
  ...more,
})

export const givenClient = (more: object = {}) => ({
  __typename: 'Client',
  id: idOf('cli', 1),
  code: 'C0001',
  name: '王小明',
  kind: 'HOUSEHOLD',
  relation: 'OWNER',
  version: 3,
  phoneMasked: '138****1234',
  emailMasked: null,
  source: 'PURCHASE',
  referrer: null,
  createdAt: AT,
  explainedAt: AT,
  openedBy: LI_NA,
  archivedAt: null,
  archiveReason: null,
  keyAccountManager: null,
  contacts: [givenContact(1)],
  members: [],
  consents: [],
  profile: null,
  statusRecords: [],
  attachments: [],
  tags: [],
  occupancies: [
    {
      __typename: 'ClientOccupancy',
      id: idOf('occ', 1),
      version: 1,
      movedInOn: null,
      shareBasisPoints: null,
      relation: 'OWNER',
      fromOn: '2020-05-01',
      toOn: null,
      unit: { ...UNIT, warrantyEndsOn: null, building: null, project: PROJECT },
    },
  ],
  ...more,
})

export const givenEvent = (n: number, more: object = {}) => ({
  __typename: 'ComplaintEvent',
  id: idOf('evt', n),
  action: 'REGISTER',
  from: null,
  to: 'REGISTERED',
  at: AT,
  note: null,
  by: LI_NA,
  ...more,
})

export const givenOption = (n: number, more: object = {}) => ({
  __typename: 'ComplaintOption',
  id: idOf('opt', n),
  revision: 1,
  rank: n,
  recommended: n === 1,
  kind: 'REPAIR',
  description: '重做防水',
  amountMinor: 120_000,
  status: 'PROPOSED',
  reason: null,
  ...more,
})

/** What is null is hidden from the viewer, or not known yet. */
export const givenCase = (more: object = {}) => ({
  __typename: 'Complaint',
  id: CASE_ID,
  number: '2611-0042',
  version: 5,
  summary: '卫生间漏水',
  status: 'INVESTIGATING',
  severity: 2,
  kind: 'COMPLAINT',
  channel: 'PHONE',
  track: 'FORMAL',
  purpose: 'CRITICISM',
  cause: null,
  causeNote: null,
  preventionNote: null,
  imported: false,
  externalReference: null,
  anonymous: false,
  reopenCount: 0,
  registeredAt: AT,
  registeredBy: LI_NA,
  mergedInto: null,
  facts: '昨晚十点起天花板滴水。',
  demand: null,
  containment: null,
  occurredAt: null,
  readBackAt: null,
  category: null,
  contactName: '王小明',
  contactPhoneMasked: '138****1234',
  client: givenClient(),
  project: PROJECT,
  building: null,
  unit: UNIT,
  handlingDepartment: SERVICE,
  assignee: null,
  acknowledgedAt: AT,
  contactAttempts: 0,
  agreementOwed: false,
  agreementSigner: null,
  agreementSignedOn: null,
  agreements: [],
  confirmationMode: null,
  confirmedAt: null,
  referredTo: null,
  referredAt: null,
  referralAnsweredAt: null,
  closedAt: null,
  closedBy: null,
  closeReason: null,
  findings: null,
  wasReal: null,
  faultShare: null,
  investigatedBy: null,
  proposedResponsibleDepartment: null,
  responsibilityRuledBy: null,
  proposalRevision: 0,
  amountMinor: null,
  authorityAmountMinor: null,
  currency: 'CNY',
  approvedAt: null,
  approvalOwedUntil: null,
  approver: null,
  offeredAt: null,
  proposer: null,
  currentOption: null,
  options: [],
  tasks: [],
  resolvedAt: null,
  handler: null,
  followedUpAt: null,
  followedUpBy: null,
  followUpSatisfied: null,
  followUpCount: 0,
  closingGaps: ['CLIENT_WORD', 'CAUSE', 'PREVENTION', 'RETURN_VISIT'],
  availableActions: [],
  events: [givenEvent(1)],
  latestEvent: givenEvent(1),
  promises: [],
  handover: null,
  nextDueAt: null,
  signOffs: [],
  signings: [],
  ...more,
})

export const page = (type: string, nodes: readonly object[], more: object = {}) => ({
  __typename: `${type}Connection`,
  edges: nodes.map((node) => ({ __typename: `${type}Edge`, node })),
  pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
  totalCount: nodes.length,
  totalCountIsCapped: false,
  ...more,
})

export const CHOICES = {
  departments: [
    { ...SERVICE, archivedAt: null },
    { ...ENGINEERING, archivedAt: null },
  ],
  projects: [PROJECT],
  complaintCategories: [],
  staff: page('Staff', []),
}

export const SEES_ALL: readonly Permission[] = [
  'portal:customerService',
  'complaint:read',
  'complaint:readClient',
  'complaint:readPlace',
  'complaint:readHandling',
  'complaint:readClassification',
  'complaint:register',
  'complaint:revealPhone',
  'client:read',
  'client:readName',
  'client:readCases',
  'client:lookup',
  'client:lookupByPhone',
]
