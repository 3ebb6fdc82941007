import { useState } from 'react'
import { useViewer } from '../session/viewer.tsx'

/** As long as the server remembers an Idempotency-Key: what is older belongs to another day's work. */
const KEPT_MS = 72 * 3_600_000

export interface Draft<Values extends object> {
  /** What was typed the last time and never sent; undefined where there is nothing. */
  readonly found: Partial<Values> | undefined
  readonly keep: (values: Partial<Values>) => void
  readonly drop: () => void
}

/**
 * What one person types under one name, kept in this browser until it is sent: a lost connection, a closed tab or an
 * ended session costs nothing. Nobody else who signs in here meets it.
 */
export function useDraft<Values extends object>(name: string): Draft<Values> {
  const { staff } = useViewer()
  const key = `steward.draft.${staff.id}.${name}`
  const [found] = useState(() => read<Values>(key))
  return {
    found,
    keep: (values) => write(key, values),
    drop: () => forget(key),
  }
}

function read<Values extends object>(key: string): Partial<Values> | undefined {
  try {
    const { at, values } = JSON.parse(localStorage.getItem(key) ?? '{}') as {
      readonly at?: number
      readonly values?: Partial<Values>
    }
    if (at !== undefined && Date.now() - at < KEPT_MS) return values
  } catch {
    // Not ours, or storing is forbidden: there is no draft.
  }
  forget(key)
  return undefined
}

function write(key: string, values: object): void {
  try {
    const typed = Object.values(values).some((value) => value !== undefined && value !== null && value !== '')
    if (typed) localStorage.setItem(key, JSON.stringify({ at: Date.now(), values }))
    else localStorage.removeItem(key)
  } catch {
    // Private windows may refuse; what is typed then lasts as long as the page.
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept either.
  }
}
