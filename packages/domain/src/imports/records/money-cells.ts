/** Amounts and months as people and spreadsheets write them. */

/** In full, or in groups of three: `12,34` is neither. */
const AMOUNT = /^(-?)(\d{1,11}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d{1,2}))?$/
/** As a workbook keeps what it has calculated: `3.3000000000000003`. It shows fifteen digits itself; so many are right. */
const FLOAT = /^(?=(?:\D*\d){16})-?\d+\.\d{3,}$/
const asShown = (float: string): string => String(Number(Number(float).toPrecision(15)))

/** Minor units, exactly: digits are moved, nothing is multiplied. Undefined where it is no amount, or has a third decimal. */
export const minorOf = (said: string): number | undefined => {
  const bare = said
    .normalize('NFKC')
    .replace(/^[¥\s]+|(?:元|CNY|RMB|\s)+$/giu, '')
    .trim()
  const found = AMOUNT.exec(FLOAT.test(bare) ? asShown(bare) : bare)
  if (!found) return undefined
  const [, sign, whole, cents = ''] = found
  const minor = Number(`${sign}${whole!.replaceAll(',', '')}${cents.padEnd(2, '0')}`)
  return Number.isSafeInteger(minor) ? minor : undefined
}

const MONTHS = [/^(\d{4})[-/.](\d{1,2})$/, /^(\d{4})年(\d{1,2})月份?$/u, /^(\d{4})(\d{2})$/]
/** What a spreadsheet makes of a month: its first day. */
const FIRST_DAY = /^(\d{4})-(\d{2})-01(?: 00:00(?::00)?)?$/

/** `2026-11`; undefined where it is no single month. */
export const monthOf = (said: string): string | undefined => {
  const bare = said.normalize('NFKC').replace(/\s+(?=\D)|(?<=\D)\s+/gu, '')
  for (const form of [...MONTHS, FIRST_DAY]) {
    const [, year, month] = form.exec(form === FIRST_DAY ? said.trim() : bare) ?? []
    if (year === undefined) continue
    const number = Number(month)
    return number >= 1 && number <= 12 && year >= '1990' && year <= '2199'
      ? `${year}-${String(number).padStart(2, '0')}`
      : undefined
  }
  return undefined
}
