import { createContext, useContext } from 'react'

/** What the server wants to be signed before it does what was asked. */
export interface ToSign {
  readonly requestIds: readonly string[]
  /** Why it is to be looked at once more, where it was proven before. */
  readonly why?: string
}

/** Shows what is signed and has it proven; false where the person turned away. */
export type Sign = (toSign: ToSign) => Promise<boolean>

export const SignContext = createContext<Sign>(() => Promise.resolve(false))

/** What every act of a page asks where its signature must be proven. */
export const useSign = (): Sign => useContext(SignContext)

/** Tells a refusal that only waits for a signature from every other. */
export const toSignOf = (refusal: unknown): ToSign | undefined => {
  if (typeof refusal !== 'object' || refusal === null) return undefined
  const { code, requestIds, why, message } = refusal as Partial<ToSign> & { code?: string; message?: string }
  if (code !== 'SIGNATURE_REQUIRED' || !requestIds) return undefined
  return { requestIds, ...(why && message ? { why: message } : {}) }
}
