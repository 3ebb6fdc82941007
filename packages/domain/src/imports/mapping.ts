import { z } from 'zod'
import {
  CHOICE_FIELDS,
  COMPLAINT_IMPORT_FIELDS,
  IMPORT_FIELDS,
  MOMENT_FIELDS,
  RECORD_FIELDS,
  REQUIRED_CHOICES,
  type ChoiceField,
  type ImportField,
} from './import-fields.ts'
import { isDateFormat } from './moments.ts'

/** Encodings that can be read; a file's own is found out unless the mapping or the person names it. */
export const IMPORT_ENCODINGS = ['UTF_8', 'UTF_16LE', 'UTF_16BE', 'GB18030', 'BIG5', 'WINDOWS_1252'] as const
export type ImportEncoding = (typeof IMPORT_ENCODINGS)[number]

/** What everybody else calls them. */
export const IMPORT_ENCODING_NAMES: Readonly<Record<ImportEncoding, string>> = {
  UTF_8: 'UTF-8',
  UTF_16LE: 'UTF-16LE',
  UTF_16BE: 'UTF-16BE',
  GB18030: 'GB18030',
  BIG5: 'Big5',
  WINDOWS_1252: 'windows-1252',
}

export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

const words = () => z.string().trim().min(1)
const bilingual = z.strictObject({ zh: words(), en: words() })
const choice = z.union([z.string(), z.number()])

const column = z.strictObject({
  /** Header of the column; upper and lower case, spaces and full-width letters make no difference. */
  column: words(),
  /** Other headers that it goes by. */
  also: z.array(words()).default([]),
  /** What it tells of the case; null: read and left out on purpose. A column may stand twice, for two fields. */
  field: z.enum(IMPORT_FIELDS).nullable(),
  /** Before the value, where it is a line of the facts; empty for a text that needs none. Default: the header. */
  label: z.string().optional(),
  /** The file may lack the column. */
  optional: z.boolean().default(false),
  /** What stands in the file → what is meant: a value of the choice, or the name of a record in one or both languages. */
  values: z.record(z.string(), z.union([choice, bilingual])).default({}),
  /** Of moments, tried in order: yyyy, MM or M, dd or d, HH or H, mm, ss and any other characters; `ISO` for RFC 3339. */
  formats: z.array(z.string().refine(isDateFormat, 'is no date format')).default([]),
  /** Nothing in the cell: nothing said, a remark, or the row refused. Key and opening are always required. */
  whenEmpty: z.enum(['FINE', 'WARNING', 'ERROR']).default('FINE'),
  /** No record of that name: keep the words in the facts, create one (category, department), or refuse the row. */
  whenUnknown: z.enum(['FACTS', 'CREATE', 'ERROR']).default('FACTS'),
  /** Digits here are a code, an address or a telephone number in the wrong column: the row comes in with a warning. */
  names: z.boolean().default(false),
})

const shape = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  label: bilingual,
  about: bilingual,
  /** Whose keys these are: a case is known again by source and key, whatever the file is called. */
  source: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Zone of times of day; days without one are days of the organization. Default: the organization's. */
  timeZone: words().optional(),
  encoding: z.enum(IMPORT_ENCODINGS).optional(),
  delimiter: z.enum(DELIMITERS).optional(),
  columns: z.array(column).min(1),
  /** What is true of every row. */
  constants: z.partialRecord(z.enum(CHOICE_FIELDS as [ChoiceField, ...ChoiceField[]]), choice).default({}),
  /** Where categories that are created hang; the code of each begins with the parent's. */
  categoryParent: z.strictObject({ code: words(), zh: words(), en: words() }).optional(),
})

/** How the columns of one kind of file become complaints. Data: nothing else in Steward knows a column of any file. */
export const complaintMapping = shape.superRefine((mapping, ctx) => {
  const wrong = (path: (string | number)[], message: string) =>
    ctx.addIssue({ code: 'custom', path, message })
  const told = (field: ImportField) => mapping.columns.filter((it) => it.field === field)

  for (const field of ['externalReference', 'registeredAt'] as const) {
    if (told(field).some(({ optional }) => optional) || told(field).length !== 1)
      wrong(['columns'], `exactly one column must be ${field}, and it is not optional`)
  }
  if (!told('summary').some(({ optional }) => !optional)) wrong(['columns'], 'no column is the summary')
  for (const field of IMPORT_FIELDS) {
    const joins = 'joins' in COMPLAINT_IMPORT_FIELDS[field]
    if (!joins && told(field).length > 1) wrong(['columns'], `two columns are ${field}`)
  }
  for (const field of REQUIRED_CHOICES) {
    if (mapping.constants[field] === undefined && told(field).length === 0)
      wrong(['constants'], `neither a column nor a constant is the ${field}`)
  }
  for (const [field, value] of Object.entries(mapping.constants)) {
    if (!isOneOf(field as ChoiceField, value)) wrong(['constants', field], `${value} is no ${field}`)
  }
  mapping.columns.forEach((it, index) => {
    const { field } = it
    const at = (...path: string[]) => ['columns', index, ...path]
    if ((MOMENT_FIELDS as readonly unknown[]).includes(field) !== it.formats.length > 0)
      wrong(at('formats'), 'moments have formats, and nothing else has')
    if ((CHOICE_FIELDS as readonly unknown[]).includes(field)) {
      for (const value of Object.values(it.values))
        if (!isOneOf(field as ChoiceField, value)) wrong(at('values'), `${String(value)} is no ${field}`)
    }
    if (it.whenUnknown !== 'FACTS' && !(RECORD_FIELDS as readonly unknown[]).includes(field))
      wrong(at('whenUnknown'), 'only names of records can be unknown')
    if (it.whenUnknown === 'CREATE' && field !== 'category' && field !== 'department')
      wrong(at('whenUnknown'), 'only categories and departments are created')
    if (it.whenUnknown === 'CREATE' && field === 'category' && !mapping.categoryParent)
      wrong(['categoryParent'], 'is needed where categories are created')
  })
})

const isOneOf = (field: ChoiceField, value: unknown): boolean =>
  (COMPLAINT_IMPORT_FIELDS[field].values as readonly unknown[]).includes(value)

export type ComplaintMapping = z.output<typeof complaintMapping>
export type ComplaintMappingInput = z.input<typeof complaintMapping>
export type ColumnRule = ComplaintMapping['columns'][number]
