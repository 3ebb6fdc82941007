import { Loading } from '@steward/ui'
import { lazy, Suspense } from 'react'

const Page = lazy(async () => ({ default: (await import('./account-page.tsx')).AccountPage }))

/** Fetched when somebody goes there: QR codes and passkeys are not for every page. */
export function AccountPage() {
  return (
    <Suspense fallback={<Loading />}>
      <Page />
    </Suspense>
  )
}
