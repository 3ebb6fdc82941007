/** What one person has open, and where they were: addresses and titles, kept in this browser for the next time they sign in. */
export interface Visit {
  readonly to: string
  /** Never a person's name or words: the browser's storage outlives the session. Absent for pages of the menu. */
  readonly title?: string
  /** When it was last looked at, milliseconds. */
  readonly at: number
}

export interface OpenWork {
  readonly tabs: readonly Visit[]
  readonly recent: readonly Visit[]
}

/** A dozen cases in hand is already too many; the one not looked at for longest makes way. */
export const MOST_TABS = 12
const MOST_RECENT = 20

export const NOTHING_OPEN: OpenWork = { tabs: [], recent: [] }

/** The page was looked at; as a tab it stays where it is in the strip, or comes last. */
export function visited(
  work: OpenWork,
  visit: Visit,
  asTab: boolean,
  isDraft: (to: string) => boolean = () => false,
): OpenWork {
  const recent = [visit, ...work.recent.filter(({ to }) => to !== visit.to)].slice(0, MOST_RECENT)
  if (!asTab) return { ...work, recent }
  const known = work.tabs.some(({ to }) => to === visit.to)
  const tabs = known
    ? work.tabs.map((tab) => (tab.to === visit.to ? visit : tab))
    : [...makeRoom(work.tabs, isDraft), visit]
  return { tabs, recent }
}

/** Leaves out the tab that was not looked at for longest, one without a draft if there is any. */
function makeRoom(tabs: readonly Visit[], isDraft: (to: string) => boolean): readonly Visit[] {
  if (tabs.length < MOST_TABS) return tabs
  const oldest = [...tabs].sort(
    (one, other) => Number(isDraft(one.to)) - Number(isDraft(other.to)) || one.at - other.at,
  )[0]
  return tabs.filter((tab) => tab !== oldest)
}

export function closed(work: OpenWork, to: string): OpenWork {
  return { ...work, tabs: work.tabs.filter((tab) => tab.to !== to) }
}

/** Where to go when a tab is closed that is being looked at: its neighbour to the right, else to the left. */
export function neighbourOf(tabs: readonly Visit[], to: string): string | undefined {
  const at = tabs.findIndex((tab) => tab.to === to)
  return (tabs[at + 1] ?? tabs[at - 1])?.to
}

/** The tab before or after, around the ends. */
export function stepFrom(tabs: readonly Visit[], to: string, step: 1 | -1): string | undefined {
  const at = tabs.findIndex((tab) => tab.to === to)
  if (at < 0) return (step > 0 ? tabs[0] : tabs.at(-1))?.to
  return tabs[(at + step + tabs.length) % tabs.length]?.to
}

const isVisit = (value: unknown): value is Visit => {
  const { to, at, title } = (value ?? {}) as Partial<Record<keyof Visit, unknown>>
  return (
    typeof to === 'string' &&
    to.startsWith('/') &&
    typeof at === 'number' &&
    (title === undefined || typeof title === 'string')
  )
}
const visits = (value: unknown): Visit[] => (Array.isArray(value) ? value.filter(isVisit) : [])

/** Reads what was stored; what is not ours is left out. */
export function readWork(stored: string | null): OpenWork {
  try {
    const { tabs, recent } = JSON.parse(stored ?? '{}') as Partial<Record<keyof OpenWork, unknown>>
    return { tabs: visits(tabs).slice(0, MOST_TABS), recent: visits(recent).slice(0, MOST_RECENT) }
  } catch {
    return NOTHING_OPEN
  }
}
