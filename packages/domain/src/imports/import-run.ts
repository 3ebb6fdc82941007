import type { Role } from '../access/roles.ts'
import type { Transition } from '../lifecycle/state-machine.ts'
import { text, type Text } from '../text.ts'

/** READING: every row is looked at. WRITING: in one transaction, of which nothing is seen before it is done. */
export const IMPORT_STATUSES = [
  'WAITING',
  'READING',
  'WRITING',
  'DONE',
  'REFUSED',
  'CANCELLED',
  'FAILED',
] as const
export type ImportStatus = (typeof IMPORT_STATUSES)[number]

export const IMPORT_STATUS_LABELS: Readonly<Record<ImportStatus, Text>> = {
  WAITING: text('等待开始', 'Waiting'),
  READING: text('读取中', 'Reading'),
  WRITING: text('写入中', 'Writing'),
  DONE: text('已完成', 'Done'),
  REFUSED: text('未接受', 'Refused'),
  CANCELLED: text('已取消', 'Cancelled'),
  FAILED: text('失败', 'Failed'),
}

export const RUNNING_IMPORT_STATUSES = [
  'WAITING',
  'READING',
  'WRITING',
] as const satisfies readonly ImportStatus[]

export const IMPORT_ACTIONS = ['cancel', 'apply', 'undo'] as const
export type ImportAction = (typeof IMPORT_ACTIONS)[number]

const ADMIN: Role = 'ADMIN'

/** What a person can do to a run: everything else it does by itself. */
export const IMPORT_TRANSITIONS: readonly Transition<ImportStatus, ImportAction>[] = [
  {
    action: 'cancel',
    from: RUNNING_IMPORT_STATUSES,
    to: 'CANCELLED',
    requires: [],
    permission: 'import:cancel',
    accountable: ADMIN,
  },
  // The run itself stays what it is: another one writes what it has shown, or takes back what it has written.
  {
    action: 'apply',
    from: ['DONE'],
    to: 'DONE',
    requires: ['importAwaitsApplying'],
    permission: 'import:apply',
    accountable: ADMIN,
  },
  {
    action: 'undo',
    from: ['DONE'],
    to: 'DONE',
    requires: ['importStands'],
    permission: 'import:undo',
    accountable: ADMIN,
  },
]

/** A file in figures: accepted rows by what tells of their kind; and issues by their reason, also those that are not kept. */
export const IMPORT_DIMENSIONS = [
  'STATUS',
  'CATEGORY',
  'YEAR',
  'RELATION',
  'CHARGE',
  'METHOD',
  'PROJECT',
  'ISSUE',
] as const
export type ImportDimension = (typeof IMPORT_DIMENSIONS)[number]

export const IMPORT_DIMENSION_LABELS: Readonly<Record<ImportDimension, Text>> = {
  STATUS: text('按状态', 'By status'),
  CATEGORY: text('按分类', 'By category'),
  YEAR: text('按登记年份', 'By year of opening'),
  RELATION: text('按与物业的关系', 'By relation'),
  CHARGE: text('按费用项目', 'By kind of charge'),
  METHOD: text('按收款方式', 'By method of payment'),
  PROJECT: text('按项目', 'By project'),
  ISSUE: text('按问题', 'By issue'),
}

/** Bytes of a file that is brought in (decision 37). */
export const MAXIMUM_IMPORT_BYTES = 50_000_000
