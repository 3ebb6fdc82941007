import type { Text } from '@steward/domain'
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

/** Something that the page one is on can do now. */
export interface PageCommand {
  readonly key: string
  readonly label: Text
  readonly icon?: ReactNode
  readonly run: () => void
}

interface Offers {
  readonly commands: readonly PageCommand[]
  readonly offer: (commands: readonly PageCommand[]) => () => void
}

const OffersContext = createContext<Offers>({ commands: [], offer: () => () => undefined })

export function PageCommandsProvider({ children }: { readonly children: ReactNode }) {
  const [offers, setOffers] = useState<readonly (readonly PageCommand[])[]>([])
  const offer = useCallback<Offers['offer']>((commands) => {
    setOffers((before) => [...before, commands])
    return () => setOffers((before) => before.filter((other) => other !== commands))
  }, [])
  const value = useMemo<Offers>(() => ({ commands: offers.flat(), offer }), [offers, offer])
  return <OffersContext value={value}>{children}</OffersContext>
}

export const useOfferedCommands = (): readonly PageCommand[] => useContext(OffersContext).commands

/** Offers the page's own commands in the palette, first of all, while the page is there: the verbs of a case, say. */
export function usePageCommands(commands: readonly PageCommand[]): void {
  const { offer } = useContext(OffersContext)
  const latest = useRef(commands)
  useEffect(() => {
    latest.current = commands
  })
  // Offered anew when other commands are there, not with every new function.
  const keys = commands.map(({ key }) => key).join(' ')
  useEffect(() => {
    if (keys === '') return undefined
    return offer(
      latest.current.map((command) => ({
        ...command,
        run: () => latest.current.find(({ key }) => key === command.key)?.run(),
      })),
    )
  }, [offer, keys])
}
