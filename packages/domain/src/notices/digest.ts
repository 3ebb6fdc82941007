/** What goes out in one mail. */
import { NOTICE_KINDS, NOTICE_RULES, NOTICE_SEVERITIES, type NoticeKind } from './notice-kinds.ts'

interface Waiting {
  readonly id: string
  readonly staffId: string
  readonly kind: NoticeKind
  readonly at: Date
}

/** A mail to one person: one notice in full, or a list. */
export interface MailGroup<T extends Waiting> {
  readonly staffId: string
  readonly notices: readonly T[]
}

const loudness = ({ kind }: Waiting): number => NOTICE_SEVERITIES.indexOf(NOTICE_RULES[kind].severity)

/** Loudest first, then by kind, then oldest first: the order in which a person would want to read. */
const inOrder = (a: Waiting, b: Waiting): number =>
  loudness(b) - loudness(a) ||
  NOTICE_KINDS.indexOf(a.kind) - NOTICE_KINDS.indexOf(b.kind) ||
  a.at.getTime() - b.at.getTime() ||
  (a.id < b.id ? -1 : 1)

/**
 * Notices whose mail is due, grouped: each that may not wait goes out by itself, so that its subject tells what it is;
 * those of one person that may wait go out together.
 */
export const mailGroups = <T extends Waiting>(due: readonly T[]): readonly MailGroup<T>[] => {
  const waiting = new Map<string, T[]>()
  const single: MailGroup<T>[] = []
  for (const notice of due.toSorted(inOrder)) {
    if (NOTICE_RULES[notice.kind].mayWait)
      waiting.set(notice.staffId, [...(waiting.get(notice.staffId) ?? []), notice])
    else single.push({ staffId: notice.staffId, notices: [notice] })
  }
  return [...single, ...[...waiting].map(([staffId, notices]) => ({ staffId, notices }))]
}
