import { useState } from 'react'
import { useLocation } from 'react-router'
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
  const { pathname } = useLocation()
  const key = `${prefixOf(staff.id)}${name}`
  const [found] = useState(() => read<Values>(key))
  return {
    found,
    keep: (values) => {
      write(key, values, pathname)
      tell()
    },
    drop: () => {
      forget(key)
      tell()
    },
  }
}

const prefixOf = (staffId: string) => `steward.draft.${staffId}.`

const listeners = new Set<() => void>()
const tell = () => listeners.forEach((listener) => listener())

/** Calls whenever a draft is kept or dropped on this page. */
export function onDraftsChanged(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Whether something that this person typed at that path waits to be sent. */
export function hasDraft(staffId: string, path: string): boolean {
  try {
    return Object.keys(localStorage).some(
      (key) => key.startsWith(prefixOf(staffId)) && parse(localStorage.getItem(key)).path === path,
    )
  } catch {
    return false
  }
}

interface Kept {
  readonly at?: number
  readonly values?: object
  /** Where it was typed. */
  readonly path?: string
}

const parse = (stored: string | null) => JSON.parse(stored ?? '{}') as Kept

function read<Values extends object>(key: string): Partial<Values> | undefined {
  try {
    const { at, values } = parse(localStorage.getItem(key))
    if (at !== undefined && Date.now() - at < KEPT_MS) return values as Partial<Values>
  } catch {
    // Not ours, or storing is forbidden: there is no draft.
  }
  forget(key)
  return undefined
}

function write(key: string, values: object, path: string): void {
  try {
    const typed = Object.values(values).some((value) => value !== undefined && value !== null && value !== '')
    if (typed) localStorage.setItem(key, JSON.stringify({ at: Date.now(), path, values }))
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
