import { normalisePhone } from '../search/phone.ts'
import { cellError, cellText } from './cells.ts'
import { comparableName, type PlacedRule } from './header.ts'
import {
  COMPLAINT_IMPORT_FIELDS,
  type ChoiceField,
  type ImportField,
  type MomentField,
  type RecordField,
  type WordsField,
} from './import-fields.ts'
import { importIssue, levelOf, type ImportIssue, type ImportIssueReason } from './issues.ts'
import type { ColumnRule, ComplaintMapping } from './mapping.ts'
import { instantOf, parseMoment } from './moments.ts'

/** A line of the facts, and its place among them. */
export interface FactLine {
  readonly at: number
  readonly label: string
  readonly words: string
}

/** The name of a record as the file has it, and the rule that it was read by. */
export interface NamedRecord {
  readonly name: { readonly zh: string; readonly en: string }
  readonly rule: ColumnRule
  /** What stands among the facts where there is no such record. */
  readonly line: FactLine
  readonly header: string
}

/** What the reading of rows depends on besides the mapping. */
export interface RowReaderOptions {
  /** Zone of the organization. */
  readonly timeZone: string
  readonly now: Date
}

const EARLIEST_MS = Date.UTC(1990, 0, 1)
const DAY_MS = 86_400_000
const LONGEST_RECORD_NAME = 200

/** What one file's cells are read with; made once, because rows are many. */
export interface Reading {
  readonly mapping: ComplaintMapping
  readonly placed: readonly PlacedRule[]
  readonly zones: { readonly organization: string; readonly file: string }
  readonly now: Date
  /** What the words of a cell mean, by their comparable form. */
  readonly meanings: ReadonlyMap<ColumnRule, ReadonlyMap<string, unknown>>
}

export const reading = (
  mapping: ComplaintMapping,
  placed: readonly PlacedRule[],
  { timeZone, now }: RowReaderOptions,
): Reading => ({
  mapping,
  placed,
  now,
  zones: { organization: timeZone, file: mapping.timeZone ?? timeZone },
  meanings: new Map(mapping.columns.map((rule) => [rule, meaningsOf(rule)])),
})

/** The rule's own words, and for a choice the names of its values. */
const meaningsOf = ({ field, values }: ColumnRule): ReadonlyMap<string, unknown> => {
  const kind = field === null ? undefined : COMPLAINT_IMPORT_FIELDS[field]
  const names = kind?.takes === 'choice' ? kind.values : []
  return new Map<string, unknown>([
    ...names.map((value) => [comparableName(String(value)), value] as const),
    ...Object.entries(values).map(([word, meaning]) => [comparableName(word), meaning] as const),
  ])
}

/** One row while its cells are read: what they say, and what is wrong with them. */
export class RowDraft {
  readonly line: number
  readonly issues: ImportIssue[] = []
  readonly words = new Map<WordsField | 'contactPhone', string>()
  readonly moments = new Map<MomentField, Date>()
  readonly choices: Map<ChoiceField, string | number>
  readonly records: Partial<Record<RecordField, NamedRecord>> = {}
  readonly lines: FactLine[] = []
  readonly #with: Reading

  constructor(line: number, options: Reading) {
    this.line = line
    this.#with = options
    this.choices = new Map(Object.entries(options.mapping.constants) as [ChoiceField, string | number][])
  }

  get isRefused(): boolean {
    return this.issues.some(({ reason }) => levelOf(reason) === 'ERROR')
  }

  /** Notes an issue of a column that is told by what it means. */
  noteField(reason: ImportIssueReason, field: ImportField): void {
    const told = this.#with.placed.find(({ rule }) => rule.field === field)
    this.issues.push(importIssue(this.line, reason, told?.header ?? null))
  }

  /** Reads one cell. `place` is the rule's place in the mapping, and that of its line in the facts. */
  read({ rule, header }: PlacedRule, cell: string, place: number): void {
    const { field } = rule
    if (field === null) return
    const note = (reason: ImportIssueReason): void =>
      void this.issues.push(importIssue(this.line, reason, header, cell))
    const said = cellText(cell)
    const broken = cellError(said)
    if (broken) return note(broken)
    if (said === '') return this.#readNothing(rule, note)
    if (rule.names && /\d/.test(said)) note('CODE_AMONG_NAMES')
    const line = { at: place, label: rule.label ?? header, words: said }
    switch (COMPLAINT_IMPORT_FIELDS[field].takes) {
      case 'words':
        return this.#readWords(field as WordsField, line, note)
      case 'moment':
        return this.#readMoment(field as MomentField, said, rule, note)
      case 'choice':
        return this.#readChoice(field as ChoiceField, said, rule, note)
      case 'phone':
        return this.#readPhone(line, note)
      case 'record':
        if (said.length > LONGEST_RECORD_NAME) return note('TOO_LONG')
        this.records[field as RecordField] = { name: this.#nameOf(rule, said), rule, line, header }
    }
  }

  #readNothing({ field, whenEmpty }: ColumnRule, note: (reason: ImportIssueReason) => void): void {
    if (field === 'externalReference') note('MISSING_KEY')
    else if (field === 'registeredAt' || whenEmpty === 'ERROR') note('MISSING_VALUE')
    else if (whenEmpty === 'WARNING') note('EMPTY')
  }

  #readWords(field: WordsField, line: FactLine, note: (reason: ImportIssueReason) => void): void {
    const kind = COMPLAINT_IMPORT_FIELDS[field]
    if (line.words.length > kind.max) note('TOO_LONG')
    else if ('joins' in kind && kind.joins === 'lines') this.lines.push(line)
    else if (!this.words.has(field)) this.words.set(field, line.words)
  }

  #readMoment(
    field: MomentField,
    said: string,
    { formats }: ColumnRule,
    note: (reason: ImportIssueReason) => void,
  ): void {
    const moment = parseMoment(said, formats)
    if (!moment) return note('IMPOSSIBLE_DATE')
    const at = instantOf(moment, this.#with.zones)
    // Today in a zone further east may already be tomorrow here.
    const latest = this.#with.now.getTime() + (moment.kind === 'day' ? DAY_MS : 0)
    if (at.getTime() < EARLIEST_MS || at.getTime() > latest) return note('DATE_OUT_OF_RANGE')
    this.moments.set(field, at)
  }

  #readChoice(
    field: ChoiceField,
    said: string,
    rule: ColumnRule,
    note: (reason: ImportIssueReason) => void,
  ): void {
    const meaning = this.#with.meanings.get(rule)?.get(comparableName(said))
    if (meaning === undefined) return note('NOT_IN_LIST')
    this.choices.set(field, meaning as string | number)
  }

  #readPhone(line: FactLine, note: (reason: ImportIssueReason) => void): void {
    const phone = normalisePhone(line.words)
    if (phone !== undefined) return void this.words.set('contactPhone', phone)
    note('NOT_A_PHONE')
    this.lines.push(line)
  }

  #nameOf(rule: ColumnRule, said: string): NamedRecord['name'] {
    const { meanings } = this.#with
    const meaning = meanings.get(rule)?.size ? meanings.get(rule)?.get(comparableName(said)) : undefined
    if (typeof meaning === 'object' && meaning !== null) return meaning as NamedRecord['name']
    const name = meaning === undefined ? said : String(meaning)
    return { zh: name, en: name }
  }
}
