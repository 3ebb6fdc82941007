/** GraphQL ids: three-letter type prefix + 32 hex digits of the row's UUIDv7 (decision 18). */
export const ID_PREFIXES = {
  Organization: 'org',
  Department: 'dep',
  Staff: 'stf',
  SecondFactor: 'fac',
  RecoveryCode: 'rec',
  Session: 'ses',
  Project: 'prj',
  Building: 'bld',
  Unit: 'unt',
  Client: 'cli',
  ClientContact: 'ctc',
  ClientMember: 'mbr',
  ClientOccupancy: 'occ',
  ClientConsent: 'cns',
  ClientProfile: 'cpf',
  ClientStatusRecord: 'csr',
  ClientReveal: 'rvl',
  Attachment: 'att',
  ArchiveRequirement: 'arq',
  ArchiveConfirmation: 'acf',
  SpotCheck: 'spc',
  SpotCheckEntry: 'spe',
  Tag: 'tag',
  ClientTag: 'ctg',
  CustomField: 'fld',
  ClientFieldValue: 'cfv',
  PhoneLookup: 'phl',
  ClientMerge: 'mrg',
  Reception: 'rcp',
  Lead: 'led',
  LeadEvent: 'lev',
  LeadSource: 'lsr',
  Campaign: 'cpn',
  Complaint: 'cmp',
  ComplaintCategory: 'cat',
  ComplaintOption: 'opt',
  ComplaintTask: 'tsk',
  ComplaintEvent: 'evt',
  ComplaintPromise: 'prm',
  PromisePolicy: 'pol',
  Handover: 'hov',
  HandoverItem: 'hvi',
  SignOff: 'sgn',
  ControlledDocument: 'doc',
  DocumentRevision: 'rev',
  SignatureRequest: 'sgr',
  Signing: 'sig',
  Delegation: 'dlg',
  AuthorityLimit: 'lim',
  AuditEntry: 'aud',
  WorkingCalendar: 'cal',
  ImportFile: 'imf',
  ImportRun: 'imp',
  ImportIssue: 'imi',
  ImportDuplicate: 'imd',
  ImportMapping: 'imm',
  ImportPolicy: 'imy',
  ImportSource: 'ims',
  SubjectRequest: 'sbr',
  ImportSourceOpening: 'imo',
  Partner: 'ptn',
  PartnerCredential: 'crd',
  CredentialUsage: 'usg',
  WebhookEndpoint: 'whe',
  WebhookMessage: 'msg',
  WebhookAttempt: 'wha',
  Notice: 'ntc',
  NoticeTemplate: 'ntt',
  NoticePreference: 'ntp',
  SavedView: 'vue',
  Duty: 'dty',
  ClientNotice: 'cln',
  Mail: 'mal',
  FailedJob: 'fjb',
  LedgerVerification: 'lvr',
  LedgerWitness: 'lwt',
  Receivable: 'rcv',
  Payment: 'pay',
  PaymentAllocation: 'pal',
  ExportRequest: 'xrq',
  ControlledCopy: 'cpy',
  Reconciliation: 'rcn',
  ReconciliationLine: 'rcl',
  DunningHold: 'dnh',
  DunningNotice: 'dnn',
  CostEvent: 'cst',
  MetricEntry: 'mte',
} as const

export type NodeType = keyof typeof ID_PREFIXES

const HEX32 = /^[0-9a-f]{32}$/

export const toGlobalId = (type: NodeType, uuid: string): string =>
  `${ID_PREFIXES[type]}_${uuid.replaceAll('-', '')}`

/** UUID of a global id of that type, or undefined when it is none: to the caller the same as a record that is not there. */
export const fromGlobalId = (type: NodeType, id: string): string | undefined => {
  const [prefix, hex] = [id.slice(0, 3), id.slice(4)]
  if (prefix !== ID_PREFIXES[type] || id[3] !== '_' || !HEX32.test(hex)) return undefined
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Type named by an id's prefix, for `node(id)`. */
export const nodeTypeOf = (id: string): NodeType | undefined =>
  (Object.keys(ID_PREFIXES) as NodeType[]).find((type) => fromGlobalId(type, id) !== undefined)
