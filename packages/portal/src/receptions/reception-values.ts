import type { Channel, ReceptionDirection, ReceptionPurpose } from '@steward/domain'
import type { ReceptionWordsFragment } from '@steward/graphql-client'

/** What the form holds; all but the words has a value from the start. */
export interface ReceptionValues {
  readonly words?: string
  readonly channel: Channel
  readonly direction: ReceptionDirection
  readonly purpose: ReceptionPurpose
  /** A contact's or a member's id: the prefix tells which. */
  readonly who?: string
  readonly result?: string
  readonly nextStep?: string
  readonly nextOn?: string
}

export const USUAL: ReceptionValues = { channel: 'PHONE', direction: 'IN', purpose: 'INQUIRY' }

/** What is sent of what the form holds. */
export function wordsOf({ who, words, ...told }: ReceptionValues) {
  const stated = Object.fromEntries(Object.entries(told).filter(([, value]) => value)) as Omit<
    ReceptionValues,
    'who' | 'words'
  >
  return {
    ...stated,
    words: words ?? '',
    ...(who?.startsWith('ctc_') ? { contactId: who } : {}),
    ...(who?.startsWith('mbr_') ? { memberId: who } : {}),
  }
}

/** What was written, in the form again. */
export function valuesOf(it: ReceptionWordsFragment): ReceptionValues {
  const who = it.contact?.id ?? it.member?.id
  return {
    channel: it.channel,
    direction: it.direction,
    purpose: it.purpose,
    ...(it.words ? { words: it.words } : {}),
    ...(who ? { who } : {}),
    ...(it.result ? { result: it.result } : {}),
    ...(it.nextStep ? { nextStep: it.nextStep } : {}),
    ...(it.nextOn ? { nextOn: it.nextOn } : {}),
  }
}

/** Whether anything was told yet: choices alone are made again in a moment, and are no draft. */
export const holdsWords = ({ words, result, nextStep }: Partial<ReceptionValues>): boolean =>
  [words, result, nextStep].some((told) => told?.trim())
