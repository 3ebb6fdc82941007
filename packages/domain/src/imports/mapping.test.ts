import { describe, expect, it } from 'vitest'
import { placeColumns } from './header.ts'
import { complaintMapping, type ComplaintMappingInput } from './mapping.ts'
import { COMPLAINT_MAPPINGS, findComplaintMapping, suggestedMapping } from './mappings.ts'

const LEDGER: ComplaintMappingInput = {
  name: 'ledger',
  label: { zh: '台账', en: 'Ledger' },
  about: { zh: '旧台账', en: 'An old ledger' },
  source: 'ledger',
  columns: [
    { column: 'Case No.', field: 'externalReference' },
    { column: 'Opened', also: ['Date in'], field: 'registeredAt', formats: ['d.M.yyyy'] },
    { column: 'What', field: 'summary' },
    { column: 'Remarks', field: 'facts', optional: true },
    { column: 'Clerk', field: null },
  ],
  constants: { kind: 'COMPLAINT', channel: 'PHONE', severity: 3, track: 'FORMAL' },
}
const ledger = complaintMapping.parse(LEDGER)
const column = (index: number, change: object): ComplaintMappingInput => ({
  ...LEDGER,
  columns: LEDGER.columns.map((it, at) => (at === index ? { ...it, ...change } : it)),
})

describe('a mapping', () => {
  it.each<[string, object]>([
    ['no key', column(0, { field: 'facts' })],
    ['two keys', column(3, { field: 'externalReference' })],
    ['a key that may be missing', column(0, { optional: true })],
    ['no opening', column(1, { field: null, formats: [] })],
    ['no summary', column(2, { field: 'demand' })],
    ['a date without a format', column(1, { formats: [] })],
    ['a format that is none', column(1, { formats: ['dd/MM'] })],
    ['a format for words', column(2, { formats: ['yyyy-MM-dd'] })],
    ['an unknown field', column(3, { field: 'number' })],
    ['a misspelt member', column(3, { optinal: true })],
    ['a value that the choice does not have', column(3, { field: 'status', values: { open: 'OPEN' } })],
    ['clients to be created', column(3, { field: 'client', whenUnknown: 'CREATE' })],
    ['categories to be created nowhere', column(3, { field: 'category', whenUnknown: 'CREATE' })],
    ['no channel', { ...LEDGER, constants: { kind: 'COMPLAINT', severity: 3, track: 'FORMAL' } }],
    ['a severity that there is not', { ...LEDGER, constants: { ...LEDGER.constants, severity: 5 } }],
    ['a name that is no name', { ...LEDGER, name: 'Old Ledger' }],
  ])('with %s is refused', (_, data) => {
    expect(complaintMapping.safeParse(data).success).toBe(false)
  })

  it('is found by its name, and no two have the same', () => {
    const names = COMPLAINT_MAPPINGS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const mapping of COMPLAINT_MAPPINGS) expect(findComplaintMapping(mapping.name)).toBe(mapping)
    expect(findComplaintMapping('nothing')).toBeUndefined()
  })

  it('is suggested by the header', () => {
    const nyc = findComplaintMapping('nyc-casework')!
    expect(suggestedMapping(nyc.columns.map((it) => it.column))).toBe(nyc)
    expect(suggestedMapping(['Reference', 'opened', 'SUMMARY'])?.name).toBe('steward-complaints')
    expect(suggestedMapping(['name', 'phone', 'birthday'])).toBeUndefined()
  })
})

describe('the header of a file', () => {
  const fits = (...header: string[]) => placeColumns(ledger, header)
  const places = (...header: string[]) => {
    const placed = fits(...header)
    return placed.ok ? placed.value.map(({ at }) => at) : placed.error
  }

  it('may be in any order, in any case, with spaces, in full width, under another of its names', () => {
    expect(places('clerk', 'ＷＨＡＴ', ' case  no. ', 'DATE IN', 'remarks')).toEqual([2, 3, 1, 4, 0])
  })

  it('may lack what is optional', () => {
    expect(places('Case No.', 'Opened', 'What', 'Clerk')).toEqual([0, 1, 2, undefined, 3])
  })

  it('may have the columns of our own file of refused rows', () => {
    expect(fits('steward_line', 'steward_reason', 'Case No.', 'Opened', 'What', 'Clerk').ok).toBe(true)
  })

  it.each([
    [['Case No.', 'What', 'Clerk'], 'MISSING_COLUMNS', 'The file lacks these columns: Opened / Date in.'],
    [
      ['Case No.', 'Opened', 'What', 'Clerk', 'Mood', ''],
      'UNKNOWN_COLUMNS',
      'The file has columns that the chosen format does not know: Mood, —.',
    ],
    [
      ['a', 'b'],
      'COLUMNS_DO_NOT_FIT',
      'The columns do not fit the chosen format. Missing: Case No., Opened / Date in, What, Clerk; unknown: a, b.',
    ],
    [
      ['Case No.', 'Opened', 'date in', 'What', 'Clerk'],
      'REPEATED_COLUMNS',
      'These columns appear more than once: Opened.',
    ],
  ])('%j is refused with %s and the names', (header, code, sentence) => {
    const placed = fits(...header)
    expect(placed.ok ? 'accepted' : placed.error).toMatchObject({ code, text: { en: sentence } })
  })
})
