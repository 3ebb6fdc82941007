/** What an input's or argument's name says about the type of its id. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/department/i, 'dep'],
  [/assignee|staff|actor|person|manager/i, 'stf'],
  [/task/i, 'tsk'],
  [/client/i, 'cli'],
  [/unit/i, 'unt'],
  [/building/i, 'bld'],
  [/project/i, 'prj'],
  [/category/i, 'cat'],
  [/factor/i, 'fac'],
  [/session/i, 'ses'],
  [/partner/i, 'ptn'],
  [/endpoint/i, 'whe'],
  [/message/i, 'msg'],
  [/calendar/i, 'cal'],
  [/contact/i, 'ctc'],
  [/member/i, 'mbr'],
  [/occupancy/i, 'occ'],
]

/** Prefix of the published ids that a field of that name takes; a case where the name says nothing. */
export const prefixOf = (name: string): string =>
  PREFIXES.find(([pattern]) => pattern.test(name))?.[1] ?? 'cmp'
