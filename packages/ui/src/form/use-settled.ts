import { useEffect, useState } from 'react'

/** People type faster than they mean to ask. */
const PAUSE_MS = 180

/** What was typed last, once the person rests a moment. */
export function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}
