/** The outer form of an entry: what can be said of it before its body is read. */
import { isHex } from './bytes.ts'
import { hasExactly, isMembers, type Members } from './canonical.ts'
import { isCount, isUuid } from './format.ts'

/** An entry whose outer form is sound; what it says may yet be false. */
export interface ReadEntry {
  readonly seq: number
  readonly at: number
  readonly prev: string
  readonly hash: string
}

/** Not empty. */
export const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0

const ENTRY = ['at', 'body', 'hash', 'prev', 'seq', 'sig'] as const
/** The last millisecond of the year 9999: instants have four-digit years. */
const LAST_TIME = 253_402_300_799_999

/** The member that is missing or wrong; null where none is. */
export const wrongEntryMember = (it: Members): string | null => {
  if (!isCount(it['seq'])) return 'seq'
  if (!isCount(it['at']) || it['at'] > LAST_TIME) return 'at'
  if (!isHex(it['prev'], 32)) return 'prev'
  if (typeof it['body'] !== 'string') return 'body'
  if (!isHex(it['sig'], 64)) return 'sig'
  if (!isHex(it['hash'], 32)) return 'hash'
  return surplus(it, ENTRY)
}

/** A member that is missing or too much; null where none is. */
export const surplus = (it: Members, members: readonly string[]): string | null =>
  hasExactly(it, members) ? null : (Object.keys(it).find((key) => !members.includes(key)) ?? members[0]!)

export const isSubject = (it: unknown): boolean =>
  isMembers(it) &&
  hasExactly(it, ['id', 'revision', 'type']) &&
  isText(it['type']) &&
  isUuid(it['id']) &&
  isCount(it['revision'])

export const isSigner = (it: unknown): boolean =>
  isMembers(it) &&
  hasExactly(it, ['person', 'role', 'staff']) &&
  isUuid(it['staff']) &&
  isUuid(it['person']) &&
  isText(it['role'])

export const isSigning = (it: unknown): boolean =>
  isMembers(it) &&
  hasExactly(it, ['id', 'part', 'step']) &&
  isUuid(it['id']) &&
  isCount(it['part']) &&
  isCount(it['step'])

export const isBehalf = (it: unknown): boolean =>
  isMembers(it) &&
  hasExactly(it, ['delegation', 'person', 'staff']) &&
  isUuid(it['delegation']) &&
  isUuid(it['person']) &&
  isUuid(it['staff'])
