import { useQuery } from '@apollo/client/react'
import type { Permission } from '@steward/domain'
import { readFragment, type ViewerPartsFragment } from '@steward/graphql-client'
import { Loading, UiSurroundings } from '@steward/ui'
import { createContext, useContext, type ReactNode } from 'react'
import { FailureState } from '../failure/failure-state.tsx'
import { SetUpFirst } from '../account/set-up-first.tsx'
import { SignInPage } from './sign-in-page.tsx'
import { ViewerFragment, ViewerQuery } from './viewer-documents.ts'

/** A person at a screen: both are there for everybody but a partner's program. */
export type Viewer = ViewerPartsFragment & {
  readonly staff: NonNullable<ViewerPartsFragment['staff']>
  readonly organization: NonNullable<ViewerPartsFragment['organization']>
}

const isPerson = (viewer: ViewerPartsFragment | null | undefined): viewer is Viewer =>
  viewer?.staff != null && viewer.organization != null

const ViewerContext = createContext<Viewer | undefined>(undefined)

/** Who is signed in. Inside a portal somebody always is. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext)
  if (!viewer) throw new Error('useViewer is for what lies behind the sign-in page')
  return viewer
}

/** Whether the viewer has a permission at all. Only for what to offer: the server decides about each record. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useViewer()
  return (permission) => permissions.includes(permission)
}

/** Shows the sign-in page until somebody is signed in. */
export function ViewerGate({ children }: { readonly children: ReactNode }) {
  const { data, error, refetch } = useQuery(ViewerQuery)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const viewer = readFragment(ViewerFragment, data.viewer)
  if (!isPerson(viewer)) return <SignInPage />
  return (
    <ViewerContext value={viewer}>
      <UiSurroundings timeZone={viewer.organization.timeZone}>
        {viewer.roles.length === 0 && viewer.secondFactorDueAt ? <SetUpFirst /> : children}
      </UiSurroundings>
    </ViewerContext>
  )
}

/** Screens are for people: a program's credential is nobody here. */
export function asPerson(viewer: ViewerPartsFragment | null | undefined): Viewer | undefined {
  if (!viewer?.staff || !viewer.organization) return undefined
  return { ...viewer, staff: viewer.staff, organization: viewer.organization }
}
