import { describe, expect, it } from 'vitest'
import { happenings, type TimelineEvent, type TimelineSignOff } from './timeline-entries.ts'

const event = (id: string, at: string, by: string) => ({ id, at, by: { id: by } }) as TimelineEvent
const signOff = (id: string, at: string, by: string) => ({ id, at, signer: { id: by } }) as TimelineSignOff

describe('what happened', () => {
  it('puts a signature to the event it was given with, once, and the newest first', () => {
    const seen = happenings(
      [event('e1', '2026-11-20T02:00:00.000Z', 'a'), event('e2', '2026-11-20T03:00:00.000Z', 'b')],
      [
        signOff('s1', '2026-11-20T02:00:00.000Z', 'a'),
        signOff('s2', '2026-11-20T03:00:00.000Z', 'c'),
        signOff('s3', '2026-11-20T04:00:00.000Z', 'a'),
      ],
    )
    expect(seen.map(({ key, signOff: signed }) => [key, signed?.id])).toEqual([
      ['s3', 's3'],
      ['e2', undefined],
      ['s2', 's2'],
      ['e1', 's1'],
    ])
  })
})
