import type { Actor } from '../access/actor.ts'
import { grantsOf } from '../access/authorize.ts'
import type { Permission } from '../access/policy.ts'
import { text, type Text } from '../text.ts'

/** What a file can hold. Complaints have mappings of their own; each other kind is a table of fields (`RECORD_TABLES`). */
export const IMPORT_KINDS = ['COMPLAINTS', 'CLIENTS', 'UNITS', 'RECEIVABLES', 'PAYMENTS'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]
export type RecordKind = Exclude<ImportKind, 'COMPLAINTS'>
export const RECORD_KINDS = IMPORT_KINDS.filter((kind) => kind !== 'COMPLAINTS') as readonly RecordKind[]

export const IMPORT_KIND_LABELS: Readonly<Record<ImportKind, Text>> = {
  COMPLAINTS: text('投诉', 'Complaints'),
  CLIENTS: text('客户', 'Clients'),
  UNITS: text('房号', 'Units'),
  RECEIVABLES: text('应收', 'Receivables'),
  PAYMENTS: text('收款', 'Payments'),
}

/**
 * Nobody brings in by the thousand what they may not enter by hand for the whole organization: this permission, in the scope `any`,
 * is asked beside that of the import itself. A file of old cases brings departments and categories along.
 */
export const IMPORT_KIND_PERMISSIONS: Readonly<Record<ImportKind, Permission>> = {
  COMPLAINTS: 'department:add',
  CLIENTS: 'client:amendIdentity',
  UNITS: 'project:addUnits',
  RECEIVABLES: 'receivable:register',
  PAYMENTS: 'payment:record',
}

export const mayImport = (actor: Actor, kind: ImportKind): boolean =>
  grantsOf(actor, IMPORT_KIND_PERMISSIONS[kind]).includes('any')
