import { messages, useMessages } from '@steward/portal'
import { Progress } from '@steward/ui'
import type { BulkProgress as Facts } from './use-bulk.ts'

const texts = messages({
  counting: { zh: '正在取名单…', en: 'Collecting the list…' },
  left: { zh: '{{count}} 位没有改动', en: { one: '{{count}} was left', other: '{{count}} were left' } },
})

interface BulkProgressProps {
  readonly progress: Facts
  readonly verb: string
  /** How many have changed, in words. */
  readonly done: string
}

/** How far an act on many clients is, and who was left and why. */
export function BulkProgress({ progress, verb, done }: BulkProgressProps) {
  const say = useMessages(texts)
  const { of, left } = progress
  const leftWords = say('left', { count: left.length })
  return (
    <>
      <div role="status">
        <Progress percent={of ? Math.round((progress.done / of) * 100) : 0} aria-label={verb} />
        <p>
          {of === undefined ? say('counting') : done}
          {left.length > 0 && ` · ${leftWords}`}
        </p>
      </div>
      {left.length > 0 && (
        <ul className="st-rows" aria-label={leftWords}>
          {left.slice(0, SHOWN).map(({ id, code, name, message }) => (
            <li key={id}>
              <span className="st-strong">{name ?? code}</span> <span className="st-quiet">{code}</span>
              <div className="st-quiet">{message}</div>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** More is no longer read: the list is narrowed and looked at again. */
const SHOWN = 200
