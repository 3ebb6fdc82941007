/** Who runs is heard of every second; a worker that was killed begins anew well within this time. */
export const LOST_AFTER_SECONDS = 60

/** Nobody is at it any more, or nobody has begun: no worker lives. It goes on by itself when one does. */
export const isLost = (
  { outcome, seenAt }: { readonly outcome: string | null; readonly seenAt: Date },
  now: Date,
): boolean => outcome === null && now.getTime() - seenAt.getTime() > LOST_AFTER_SECONDS * 1_000
