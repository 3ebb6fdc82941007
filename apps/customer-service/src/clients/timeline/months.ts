interface Zone {
  readonly locale: string
  readonly timeZone: string | undefined
}

/** Entries by the month in which they stand, in the order handed in. */
export function byMonth<Entry extends { readonly at: string }>(
  entries: readonly Entry[],
  { locale, timeZone }: Zone,
): readonly { readonly month: string; readonly ofMonth: readonly Entry[] }[] {
  const format = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    ...(timeZone ? { timeZone } : {}),
  })
  const months: { month: string; ofMonth: Entry[] }[] = []
  for (const entry of entries) {
    const month = format.format(new Date(entry.at))
    const last = months.at(-1)
    if (last?.month === month) last.ofMonth.push(entry)
    else months.push({ month, ofMonth: [entry] })
  }
  return months
}
