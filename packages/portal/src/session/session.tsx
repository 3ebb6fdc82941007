import { useApolloClient } from '@apollo/client/react'
import { createContext, useContext } from 'react'
import { useAct } from '../acts/use-act.ts'
import type { SessionGate } from './session-gate.ts'
import { SignOutMutation, ViewerQuery, type SignedInViewer } from './viewer-documents.ts'

export interface SessionScope {
  readonly gate: SessionGate
  /** A new client with an empty cache: what one person has seen must not be there for the next one. */
  readonly startAfresh: () => void
}

const ScopeContext = createContext<SessionScope | undefined>(undefined)
export const SessionScopeProvider = ScopeContext.Provider

export function useSessionScope(): SessionScope {
  const scope = useContext(ScopeContext)
  if (!scope) throw new Error('a portal is mounted by startPortal or startShell')
  return scope
}

/** Taking the seat and leaving it. */
export function useSession() {
  const client = useApolloClient()
  const { gate, startAfresh } = useSessionScope()
  const signOut = useAct(SignOutMutation)
  const begin = (viewer: SignedInViewer) => {
    client.writeQuery({ query: ViewerQuery, data: { viewer } })
  }
  const leave = () => {
    gate.open(false)
    startAfresh()
  }
  return {
    /** Somebody has signed in. */
    begin,
    /** The same person has signed in again: what waited goes on. */
    resume(viewer: SignedInViewer) {
      begin(viewer)
      gate.open(true)
    },
    /** Gives the seat free without a word to the server: there is no session any more. */
    leave,
    /** Why it was refused, or nothing. */
    async signOut(everywhere: boolean) {
      const { refused } = await signOut({ everywhere })
      if (!refused) leave()
      return refused
    },
  }
}
