/**
 * Between the moment the server says that nobody is signed in and the moment somebody is again. Every request that
 * meets it waits at the same gate; the page stays as it is behind the dialog.
 */
export interface SessionGate {
  /** Called by each request that came back UNAUTHENTICATED; resolves true when it may be sent once more. */
  wait(): Promise<boolean>
  isClosed(): boolean
  subscribe(listener: () => void): () => void
  /** The same person is back (true), or somebody else will take the seat (false). */
  open(samePerson: boolean): void
}

export function createSessionGate(): SessionGate {
  const listeners = new Set<() => void>()
  const tell = () => listeners.forEach((listener) => listener())
  let waiting: { readonly promise: Promise<boolean>; readonly resolve: (same: boolean) => void } | undefined
  return {
    wait() {
      if (!waiting) {
        let resolve = (_same: boolean) => {}
        const promise = new Promise<boolean>((settle) => (resolve = settle))
        waiting = { promise, resolve }
        tell()
      }
      return waiting.promise
    },
    isClosed: () => waiting !== undefined,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open(samePerson) {
      waiting?.resolve(samePerson)
      waiting = undefined
      tell()
    },
  }
}
