import { useFailure } from '../failure/failure-texts.ts'
import { messages, useMessages } from '../i18n/messages.ts'
import { useSign } from '../signing/signing.ts'
import { wantedBy } from './use-attempt.ts'

const texts = messages({
  notSigned: { zh: '没有签署，未作改动。', en: 'Not signed; nothing was changed.' },
})

type Attempted =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: { readonly message: string } }

/** One act of several that are proven together; `run` sends the very same input each time. */
export interface BatchEntry {
  readonly key: string
  readonly run: () => Promise<Attempted>
}

/** Key → why it was refused; undefined where it is done. */
export type BatchOutcome = ReadonlyMap<string, string | undefined>

/**
 * Several acts with one proof: each is tried, all that must be signed is shown together and proven once, and each is done by itself. One that
 * is refused does not hold up the others. Never throws.
 */
export function useBatch(): (entries: readonly BatchEntry[]) => Promise<BatchOutcome> {
  const failure = useFailure()
  const sign = useSign()
  const say = useMessages(texts)
  return async (entries) => {
    const outcome = new Map<string, string | undefined>()
    let open = entries
    while (open.length > 0) {
      const waiting: { readonly entry: BatchEntry; readonly requestIds: readonly string[] }[] = []
      for (const entry of open) {
        try {
          const result = await entry.run()
          const wanted = wantedBy(result)
          if (wanted) waiting.push({ entry, requestIds: wanted.requestIds })
          else outcome.set(entry.key, result.ok ? undefined : result.refusal.message)
        } catch (error) {
          outcome.set(entry.key, failure(error).sentence)
        }
      }
      open = waiting.map(({ entry }) => entry)
      if (open.length === 0) break
      if (await sign({ requestIds: waiting.flatMap(({ requestIds }) => requestIds) })) continue
      for (const { key } of open) outcome.set(key, say('notSigned'))
      break
    }
    return outcome
  }
}
