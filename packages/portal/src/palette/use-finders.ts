import { useApolloClient } from '@apollo/client/react'
import { useEffect, useState } from 'react'
import type { Found } from '../contract.ts'
import type { DeskFinder } from '../frame/desk.ts'
import { useMay } from '../session/viewer.tsx'

/** People type faster than they mean to ask. */
const SETTLED_MS = 150

interface Answer {
  readonly asked: string
  readonly found: Readonly<Record<string, readonly Found[]>>
}

const NOTHING: Answer = { asked: '', found: {} }

/** The key of a finder in its answers; two portals may both look for cases. */
export const finderKey = ({ key, portal }: DeskFinder): string => `${portal.name}:${key}`

/** What the finders of the portals answer to what was typed; one that fails finds nothing and holds up no other. */
export function useFinders(finders: readonly DeskFinder[], typed: string) {
  const client = useApolloClient()
  const may = useMay()
  const [answer, setAnswer] = useState<Answer>()
  const asked = typed.trim()
  useEffect(() => {
    let gone = false
    const ask = async () => {
      const all = finders
        .filter(({ wants }) => wants(asked))
        .map(async (finder) => {
          const hits = await finder.find(asked, { client, may }).catch(() => [])
          return [finderKey(finder), hits] as const
        })
      const found = Object.fromEntries(await Promise.all(all))
      if (!gone) setAnswer({ asked, found })
    }
    const timer = setTimeout(() => void ask(), asked === '' ? 0 : SETTLED_MS)
    return () => {
      gone = true
      clearTimeout(timer)
    }
    // The finders are those of the moment when the palette was opened.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [asked, client])
  const { found } = answer ?? NOTHING
  return { found, pending: answer?.asked !== asked }
}
