import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { useLocation } from 'react-router'
import { hasDraft, onDraftsChanged } from '../acts/use-draft.ts'
import { useViewer } from '../session/viewer.tsx'
import { closed, NOTHING_OPEN, readWork, visited, type OpenWork } from './work-store.ts'

interface Work extends OpenWork {
  /** What a tab is about, known while the page lives and never stored. */
  readonly notes: Readonly<Record<string, string>>
  readonly visit: (to: string, told?: { readonly title: string; readonly note?: string | undefined }) => void
  readonly close: (to: string) => void
}

const WorkContext = createContext<Work>({
  ...NOTHING_OPEN,
  notes: {},
  visit: () => undefined,
  close: () => undefined,
})

export const useWork = (): Work => useContext(WorkContext)

/** Keeps what the viewer has open, over reloads and in step with the browser's other tabs. */
export function WorkProvider({ children }: { readonly children: ReactNode }) {
  const { staff } = useViewer()
  const key = `steward.work.${staff.id}`
  const [work, setWork] = useState(() => read(key) ?? NOTHING_OPEN)
  const shown = useRef(work)
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({})
  const change = useCallback(
    (how: (before: OpenWork) => OpenWork) => {
      // Another browser tab may have opened something since: what is stored counts, not what is shown.
      const after = how(read(key) ?? shown.current)
      shown.current = after
      write(key, after)
      setWork(after)
    },
    [key],
  )
  useEffect(() => {
    const follow = (event: StorageEvent) => event.key === key && setWork(readWork(event.newValue))
    window.addEventListener('storage', follow)
    return () => window.removeEventListener('storage', follow)
  }, [key])
  const visit = useCallback<Work['visit']>(
    (to, told) => {
      const note = told?.note
      if (note !== undefined) setNotes((before) => (before[to] === note ? before : { ...before, [to]: note }))
      change((before) =>
        visited(
          before,
          { to, at: Date.now(), ...(told && { title: told.title }) },
          told !== undefined,
          (tab) => hasDraft(staff.id, tab),
        ),
      )
    },
    [change, staff.id],
  )
  const close = useCallback((to: string) => change((before) => closed(before, to)), [change])
  const value = useMemo(() => ({ ...work, notes, visit, close }), [work, notes, visit, close])
  return <WorkContext value={value}>{children}</WorkContext>
}

/** Makes the page a tab of work while it is looked at: `title` is its number, stored; `note` says what it is about, not stored. */
export function useWorkTab(title: string | undefined, note?: string): void {
  const { visit } = useWork()
  const { pathname } = useLocation()
  useEffect(() => {
    if (title !== undefined) visit(pathname, { title, note })
  }, [visit, pathname, title, note])
}

/** Whether something typed and unsent belongs to these pages; asked again whenever a draft is kept or dropped. */
export function useDrafts(paths: readonly string[]): (to: string) => boolean {
  const { staff } = useViewer()
  const [, again] = useState(0)
  useEffect(() => onDraftsChanged(() => again((round) => round + 1)), [])
  return (to) => paths.includes(to) && hasDraft(staff.id, to)
}

/** Undefined where storing is forbidden: the strip then lasts as long as the page. */
function read(key: string): OpenWork | undefined {
  try {
    return readWork(localStorage.getItem(key))
  } catch {
    return undefined
  }
}

function write(key: string, work: OpenWork): void {
  try {
    localStorage.setItem(key, JSON.stringify(work))
  } catch {
    // See read().
  }
}
