import type { Cause, Channel, Kind, Purpose, Severity, Track } from '../complaints/vocabulary.ts'
import type { PlacedRule } from './header.ts'
import {
  COMPLAINT_IMPORT_FIELDS,
  REQUIRED_CHOICES,
  type ChoiceField,
  type ImportableStatus,
  type RecordField,
} from './import-fields.ts'
import type { ImportIssue, ImportIssueReason } from './issues.ts'
import type { ComplaintMapping } from './mapping.ts'
import { reading, RowDraft, type FactLine, type NamedRecord, type RowReaderOptions } from './row-draft.ts'

/** One row as it is to come in; names of records are not looked up yet. */
export interface ImportedRow {
  readonly line: number
  readonly externalReference: string
  readonly registeredAt: Date
  readonly closedAt: Date | null
  readonly occurredAt: Date | null
  readonly status: ImportableStatus
  readonly kind: Kind
  readonly channel: Channel
  readonly severity: Severity
  readonly track: Track
  readonly purpose: Purpose | null
  readonly cause: Cause | null
  readonly summary: string
  readonly demand: string | null
  readonly closeReason: string | null
  readonly contactName: string | null
  /** Normalised. */
  readonly contactPhone: string | null
  readonly lines: readonly FactLine[]
  readonly records: Readonly<Partial<Record<RecordField, NamedRecord>>>
}

export interface RowResult {
  /** Undefined: one of the issues is an error. */
  readonly row: ImportedRow | undefined
  readonly issues: readonly ImportIssue[]
}

/** Makes the function that turns the cells of a row into a case, for one file whose columns were placed. Pure. */
export const rowReader = (
  mapping: ComplaintMapping,
  placed: readonly PlacedRule[],
  options: RowReaderOptions,
): ((cells: readonly string[], line: number) => RowResult) => {
  const readWith = reading(mapping, placed, options)
  return (cells, line) => {
    const draft = new RowDraft(line, readWith)
    placed.forEach((told, place) => told.at !== undefined && draft.read(told, cells[told.at] ?? '', place))
    const row = rowOf(draft)
    return { row: draft.isRefused ? undefined : row, issues: draft.issues }
  }
}

/** The case of a draft; undefined, with an issue of the draft that says why, where it is none. */
const rowOf = (draft: RowDraft): ImportedRow | undefined => {
  const { words, moments, choices, lines, records } = draft
  for (const field of REQUIRED_CHOICES) if (!choices.has(field)) draft.noteField('MISSING_VALUE', field)
  const state = stateOf(draft)
  if (state.remark) draft.noteField(state.remark, 'closedAt')
  if (factsLength(draft) > COMPLAINT_IMPORT_FIELDS.facts.max) draft.noteField('TOO_LONG', 'facts')

  const externalReference = words.get('externalReference')
  const registeredAt = moments.get('registeredAt')
  const summary = words.get('summary')
  if (draft.isRefused || externalReference === undefined || !registeredAt) return undefined
  if (summary === undefined) return void draft.noteField('MISSING_VALUE', 'summary')
  const choice = <T>(field: ChoiceField): T | null => (choices.get(field) as T | undefined) ?? null
  return {
    line: draft.line,
    externalReference,
    registeredAt,
    closedAt: state.closedAt,
    occurredAt: moments.get('occurredAt') ?? null,
    status: state.status,
    kind: choices.get('kind') as Kind,
    channel: choices.get('channel') as Channel,
    severity: choices.get('severity') as Severity,
    track: choices.get('track') as Track,
    purpose: choice<Purpose>('purpose'),
    cause: choice<Cause>('cause'),
    summary,
    demand: words.get('demand') ?? null,
    closeReason: words.get('closeReason') ?? null,
    contactName: words.get('contactName') ?? null,
    contactPhone: words.get('contactPhone') ?? null,
    lines,
    records,
  }
}

const ENDED: readonly ImportableStatus[] = ['CLOSED', 'WITHDRAWN', 'UNFOUNDED', 'DECLINED']

/** Status and closing day as far as they agree: a file without a status tells it by the closing day. */
const stateOf = ({
  choices,
  moments,
}: RowDraft): { status: ImportableStatus; closedAt: Date | null; remark?: ImportIssueReason } => {
  const closedAt = moments.get('closedAt') ?? null
  const registeredAt = moments.get('registeredAt')
  const said = choices.get('status') as ImportableStatus | undefined
  const status = said ?? (closedAt ? 'CLOSED' : 'REGISTERED')
  if (!ENDED.includes(status))
    return closedAt ? { status, closedAt: null, remark: 'OPEN_WITH_CLOSING_DATE' } : { status, closedAt }
  if (!closedAt) return { status, closedAt, remark: 'CLOSED_WITHOUT_DATE' }
  return registeredAt && closedAt < registeredAt
    ? { status, closedAt, remark: 'CLOSED_BEFORE_OPENED' }
    : { status, closedAt }
}

const factsLength = ({ lines, records }: RowDraft): number =>
  [...lines, ...Object.values(records).map(({ line }) => line)].reduce(
    (sum, { label, words }) => sum + label.length + words.length + 3,
    0,
  )

/**
 * The facts in words: a line for each column that has no place of its own, and for each name in `unknown` of which there is no
 * record. What was taken down stands in the case, whether Steward knows the place or not.
 */
export const factsOf = (row: ImportedRow, unknown: readonly RecordField[]): string => {
  const kept = unknown.flatMap((field) => row.records[field]?.line ?? [])
  const lines = [...row.lines, ...kept].sort((a, b) => a.at - b.at)
  return lines.length === 0 ? row.summary : lines.map(lineText).join('\n')
}

const lineText = ({ label, words }: FactLine): string => {
  if (label === '') return words
  return /\p{Script=Han}$/u.test(label) ? `${label}：${words}` : `${label}: ${words}`
}
