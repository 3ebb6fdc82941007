import type { ApolloLink } from '@apollo/client'
import { ApolloProvider } from '@apollo/client/react'
import { createStewardClient } from '@steward/graphql-client'
import { UiProvider } from '@steward/ui'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { RouterSurroundings } from '../routing/router-surroundings.tsx'
import { SessionEndedDialog } from '../session/session-ended-dialog.tsx'
import { createSessionGate } from '../session/session-gate.ts'
import { SessionScopeProvider } from '../session/session.tsx'
import { ViewerGate } from '../session/viewer.tsx'
import { usePreference } from '../settings/preference.ts'
import { densityPreference, localePreference, useColorMode } from '../settings/settings.ts'

interface PortalRootProps {
  /** Replaced in tests only. */
  readonly fetch?: typeof fetch
  readonly live?: ApolloLink
  readonly children: ReactNode
}

/** What is once on a page, around its router: look and language, the session and its client. */
export function PortalRoot({ fetch, live, children }: PortalRootProps) {
  const locale = usePreference(localePreference)
  const density = usePreference(densityPreference)
  const mode = useColorMode()
  const [gate] = useState(createSessionGate)
  const create = useCallback(
    () =>
      createStewardClient({
        locale: localePreference.get,
        sessionEnded: gate.wait,
        ...(fetch ? { fetch } : {}),
        ...(live ? { live } : {}),
      }),
    [gate, fetch, live],
  )
  const [client, setClient] = useState(create)
  const scope = useMemo(() => ({ gate, startAfresh: () => setClient(create()) }), [gate, create])
  return (
    <UiProvider locale={locale} mode={mode} density={density}>
      <SessionScopeProvider value={scope}>
        <ApolloProvider client={client}>{children}</ApolloProvider>
      </SessionScopeProvider>
    </UiProvider>
  )
}

/** What is once on a page, inside its router: nothing of `children` is there before somebody is signed in. */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  return (
    <RouterSurroundings>
      <SessionEndedDialog />
      <ViewerGate>{children}</ViewerGate>
    </RouterSurroundings>
  )
}
