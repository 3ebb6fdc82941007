import { SIGN_PARAMETER } from '@steward/portal'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { CaseAction } from '../action-names.ts'

/** Forms that an address can open: those of a signature. */
const SIGNING: readonly CaseAction[] = ['review', 'approve']

/** Which form is open. Whoever came from the list of what to sign is led back to it once they have signed. */
export function useOpenedVerb() {
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const asked = SIGNING.find((action) => action === params.get(SIGN_PARAMETER))
  const [chosen, setChosen] = useState<CaseAction>()
  const forget = () =>
    setParams(
      (now) => {
        now.delete(SIGN_PARAMETER)
        return now
      },
      { replace: true },
    )
  return {
    action: chosen ?? asked,
    open: setChosen,
    close: () => {
      setChosen(undefined)
      if (asked) forget()
    },
    /** False where there is nowhere to go back to: the address came from a mail, or the form was opened here. */
    leave: (): boolean => {
      const { idx = 0 } = (window.history.state ?? {}) as { readonly idx?: number }
      if (!asked || idx === 0) return false
      void navigate(-1)
      return true
    },
  }
}
