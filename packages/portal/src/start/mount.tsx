import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { PortalRoot, SignedIn } from './portal-root.tsx'

/** Puts the one React tree, the one client, the one router of the page into #root. `basename` is the page's own address. */
export function mount(basename: string, content: ReactNode): void {
  const element = document.getElementById('root')
  if (!element) throw new Error('index.html has no #root')
  const router = createBrowserRouter([{ path: '*', element: <SignedIn>{content}</SignedIn> }], { basename })
  createRoot(element).render(
    <StrictMode>
      <PortalRoot>
        <RouterProvider router={router} />
      </PortalRoot>
    </StrictMode>,
  )
}
