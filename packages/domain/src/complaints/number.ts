/** One formatter per zone: making one costs more than everything else in registering a case. */
const formatters = new Map<string, Intl.DateTimeFormat>()

const formatterOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    year: '2-digit',
    month: '2-digit',
  })
  formatters.set(timeZone, made)
  return made
}

/** The month a case is counted in, `YYMM`, as the organization's calendar has it at that instant. Throws RangeError on an unknown zone. */
export const numberPeriod = (at: Date, timeZone: string): string => {
  const parts = formatterOf(timeZone).formatToParts(at)
  const part = (type: 'year' | 'month') => parts.find((it) => it.type === type)?.value ?? ''
  return part('year') + part('month')
}

/** `2611-0042`: four digits, five past 9999. Numbers have no gaps and are never reused. */
export const complaintNumber = (period: string, serial: number): string => {
  if (!/^\d{4}$/.test(period) || !Number.isSafeInteger(serial) || serial < 1) {
    throw new RangeError(`not a complaint number: ${period}, ${serial}`)
  }
  return `${period}-${String(serial).padStart(4, '0')}`
}
