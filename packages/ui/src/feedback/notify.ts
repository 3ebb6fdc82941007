import { App } from 'antd'
import { useMemo } from 'react'

export interface Notify {
  /** It worked; gone after a moment. */
  done(text: string): void
  /** It did not; stays longer. What must be read belongs on the page, not here. */
  failed(text: string): void
}

/** A line at the top of the page that comes and goes by itself, and is read out. */
export function useNotify(): Notify {
  const { message } = App.useApp()
  return useMemo(
    () => ({
      done: (text) => void message.success(text),
      failed: (text) => void message.error(text, 6),
    }),
    [message],
  )
}
