import { ENDED_STATUSES, type Status, type Track } from '@steward/domain'

const WAYS: Readonly<Record<Track, readonly Status[]>> = {
  QUICK: ['REGISTERED', 'RESOLVED', 'FOLLOWED_UP', 'CLOSED'],
  FORMAL: [
    'REGISTERED',
    'ACKNOWLEDGED',
    'INVESTIGATING',
    'PROPOSED',
    'APPROVED',
    'CLIENT_CONFIRMED',
    'EXECUTING',
    'RESOLVED',
    'FOLLOWED_UP',
    'CLOSED',
  ],
}

export interface Way {
  readonly stages: readonly Status[]
  readonly finished: boolean
}

/**
 * The stages of a case on its track. One that left the way (withdrawn, declined, referred …) shows the way it went: up to
 * `left`, the status in which it left, and then where it is.
 */
export function wayOf(status: Status, track: Track, left: Status | null | undefined): Way {
  const way = WAYS[track]
  const finished = (ENDED_STATUSES as readonly Status[]).includes(status)
  if (way.includes(status)) return { stages: way, finished }
  // A quick case that was taken over went the formal way from there.
  const gone = left && !way.includes(left) ? WAYS.FORMAL : way
  const until = gone.slice(0, left ? gone.indexOf(left) + 1 : 1)
  return { stages: [...until, status, ...(status === 'REFERRED' ? (['CLOSED'] as const) : [])], finished }
}
