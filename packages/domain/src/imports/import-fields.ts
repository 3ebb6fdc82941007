import {
  CAUSES,
  CHANNELS,
  KINDS,
  PURPOSES,
  SEVERITIES,
  TRACKS,
  type Status,
} from '../complaints/vocabulary.ts'

/**
 * Statuses that a file may state. The others rest on options, approvals and orders, which no file brings: a mapping says
 * which of these stands for them.
 */
export const IMPORTABLE_STATUSES = [
  'REGISTERED',
  'ACKNOWLEDGED',
  'INVESTIGATING',
  'CLOSED',
  'WITHDRAWN',
  'UNFOUNDED',
  'DECLINED',
] as const satisfies readonly Status[]
export type ImportableStatus = (typeof IMPORTABLE_STATUSES)[number]

interface Words {
  readonly takes: 'words'
  /** Characters. */
  readonly max: number
  /** Of several columns: the first that is not empty, or all of them, a line each. */
  readonly joins?: 'first' | 'lines'
}
interface Choice {
  readonly takes: 'choice'
  readonly values: readonly (string | number)[]
}
interface Other {
  /** `moment`: a day or an instant. `record`: the name or code of a record that is there already. */
  readonly takes: 'moment' | 'phone' | 'record'
}

/** What a column of a file can tell of a complaint, and what it must look like. */
export const COMPLAINT_IMPORT_FIELDS = {
  externalReference: { takes: 'words', max: 100 },
  registeredAt: { takes: 'moment' },
  closedAt: { takes: 'moment' },
  occurredAt: { takes: 'moment' },
  summary: { takes: 'words', max: 200, joins: 'first' },
  facts: { takes: 'words', max: 10_000, joins: 'lines' },
  demand: { takes: 'words', max: 2_000 },
  closeReason: { takes: 'words', max: 2_000 },
  contactName: { takes: 'words', max: 100 },
  contactPhone: { takes: 'phone' },
  status: { takes: 'choice', values: IMPORTABLE_STATUSES },
  kind: { takes: 'choice', values: KINDS },
  channel: { takes: 'choice', values: CHANNELS },
  severity: { takes: 'choice', values: SEVERITIES },
  track: { takes: 'choice', values: TRACKS },
  purpose: { takes: 'choice', values: PURPOSES },
  cause: { takes: 'choice', values: CAUSES },
  category: { takes: 'record' },
  department: { takes: 'record' },
  client: { takes: 'record' },
  project: { takes: 'record' },
  building: { takes: 'record' },
  unit: { takes: 'record' },
} as const satisfies Record<string, Words | Choice | Other>

export type ImportField = keyof typeof COMPLAINT_IMPORT_FIELDS
export const IMPORT_FIELDS = Object.keys(COMPLAINT_IMPORT_FIELDS) as readonly ImportField[]

type Taking<T extends (Words | Choice | Other)['takes']> = {
  [F in ImportField]: (typeof COMPLAINT_IMPORT_FIELDS)[F]['takes'] extends T ? F : never
}[ImportField]

export type WordsField = Taking<'words'>
export type MomentField = Taking<'moment'>
export type ChoiceField = Taking<'choice'>
export type RecordField = Taking<'record'>

const fieldsTaking = <T extends (Words | Choice | Other)['takes']>(takes: T): readonly Taking<T>[] =>
  IMPORT_FIELDS.filter((field) => COMPLAINT_IMPORT_FIELDS[field].takes === takes) as Taking<T>[]

export const CHOICE_FIELDS = fieldsTaking('choice')
export const MOMENT_FIELDS = fieldsTaking('moment')
export const RECORD_FIELDS = fieldsTaking('record')

/** Every case has these: a file or the mapping's constants must state them. */
export const REQUIRED_CHOICES = [
  'kind',
  'channel',
  'severity',
  'track',
] as const satisfies readonly ChoiceField[]
