import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { SIGN_PARAMETER } from './signing-words.tsx'

/**
 * Which form of a page is open: one that was asked for here, or the signature that the address names. Whoever came from the list of what to
 * sign is led back to it once they have signed.
 * @param signing the verbs that an address can open
 */
export function useOpenedSigning<Verb extends string>(signing: readonly Verb[]) {
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const addressed = signing.find((verb) => verb === params.get(SIGN_PARAMETER))
  const [chosen, open] = useState<Verb>()
  const close = () => {
    open(undefined)
    if (!addressed) return
    setParams(
      (now) => {
        now.delete(SIGN_PARAMETER)
        return now
      },
      { replace: true },
    )
  }
  const done = () => {
    // There is somewhere to go back to, unless the address came from a mail.
    const { idx = 0 } = (window.history.state ?? {}) as { readonly idx?: number }
    if (addressed && idx > 0) void navigate(-1)
    else close()
  }
  return { asked: chosen ?? addressed, open, close, done }
}
