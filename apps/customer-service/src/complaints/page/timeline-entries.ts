import type { ComplaintTimelineFragment } from '@steward/graphql-client'

export type TimelineEvent = ComplaintTimelineFragment['events'][number]
export type TimelineSignOff = ComplaintTimelineFragment['signOffs'][number]

export interface Happening {
  readonly key: string
  readonly at: string
  readonly event?: TimelineEvent
  readonly signOff?: TimelineSignOff
}

/** Events with the signature given in the same act (same person, same instant); signatures on orders stand alone. Newest first. */
export function happenings(
  events: readonly TimelineEvent[],
  signOffs: readonly TimelineSignOff[],
): readonly Happening[] {
  const free = [...signOffs]
  const withEvents = events.map((event): Happening => {
    const at = free.findIndex((signOff) => signOff.at === event.at && signOff.signer?.id === event.by?.id)
    const [signOff] = at < 0 ? [] : free.splice(at, 1)
    return { key: event.id, at: event.at, event, ...(signOff ? { signOff } : {}) }
  })
  const alone = free.map((signOff): Happening => ({ key: signOff.id, at: signOff.at, signOff }))
  return [...withEvents, ...alone].toSorted((one, other) => other.at.localeCompare(one.at))
}
