import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react'
import { SignContext, type Sign, type ToSign } from './signing.ts'

const SignDialog = lazy(() => import('./sign-dialog.tsx').then((it) => ({ default: it.SignDialog })))

interface Asking extends ToSign {
  readonly answer: (signed: boolean) => void
}

/** Around all pages: where an act must be signed, what is signed is shown over the page, proven, and the act goes on by itself. */
export function SignDesk({ home, children }: { readonly home: string; readonly children: ReactNode }) {
  const [asking, setAsking] = useState<Asking>()
  const sign = useCallback<Sign>(
    (toSign) =>
      new Promise((resolve) => {
        setAsking({
          ...toSign,
          answer: (signed) => {
            setAsking(undefined)
            resolve(signed)
          },
        })
      }),
    [],
  )
  return (
    <SignContext value={sign}>
      {children}
      {asking && (
        <Suspense fallback={null}>
          <SignDialog key={asking.requestIds.join()} home={home} toSign={asking} onAnswer={asking.answer} />
        </Suspense>
      )}
    </SignContext>
  )
}
