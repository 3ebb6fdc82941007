import { useSyncExternalStore } from 'react'

/** A choice of this person in this browser. It is not business data and never leaves the machine. */
export interface Preference<Value extends string> {
  readonly values: readonly Value[]
  get(): Value
  set(value: Value): void
  subscribe(listener: () => void): () => void
}

/** Kept under `steward.<name>`; other tabs follow. A browser that forbids storing keeps it until the page is left. */
export function preference<const Value extends string>(
  name: string,
  values: readonly Value[],
  initial: Value,
): Preference<Value> {
  const key = `steward.${name}`
  const listeners = new Set<() => void>()
  const known = (stored: string | null) => values.find((value) => value === stored)
  let current = known(read(key)) ?? initial
  const change = (value: Value) => {
    current = value
    for (const tell of listeners) tell()
  }
  globalThis.addEventListener?.('storage', (event) => {
    if (event.key === key) change(known(event.newValue) ?? initial)
  })
  return {
    values,
    get: () => current,
    set(value) {
      write(key, value)
      change(value)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function usePreference<Value extends string>(chosen: Preference<Value>): Value {
  return useSyncExternalStore(chosen.subscribe, chosen.get)
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}
