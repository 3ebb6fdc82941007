/**
 * Resolves when this process is told to stop: by a signal, or because the supervisor that keeps it has gone (a killed
 * supervisor can tell nobody, but its end of the channel closes). A second signal of a terminal's Ctrl-C changes nothing.
 */
export function toldToStop(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => resolve(signal))
    if (process.channel) process.on('disconnect', () => resolve('the supervisor ended'))
  })
}

/** Ends the process if `work` has not ended by itself in time. */
export async function atMost(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const timer = setTimeout(() => process.exit(1), milliseconds)
  await work.finally(() => clearTimeout(timer))
}
