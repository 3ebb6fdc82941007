import { z } from 'zod'
import type { FactBag } from '../../access/facts.ts'
import {
  DESTRUCTION_FIELDS,
  INFORMATION_MEDIA,
  type InformationMedium,
} from '../../documents/destruction-content.ts'
import type { Transition } from '../../lifecycle/state-machine.ts'
import { expectedVersion, id, localDay, optional, words } from '../../input.ts'
import { text, type Text } from '../../text.ts'

/** Custody of what client information was read from 数据源保管: received by a custodian, verified, destroyed by two. */
export const IMPORT_SOURCE_STATUSES = ['IN_CUSTODY', 'VERIFIED', 'DESTROYED'] as const
export type ImportSourceStatus = (typeof IMPORT_SOURCE_STATUSES)[number]

export const IMPORT_SOURCE_STATUS_LABELS: Readonly<Record<ImportSourceStatus, Text>> = {
  IN_CUSTODY: text('保管中', 'In custody'),
  VERIFIED: text('已核对，待销毁', 'Verified, to be destroyed'),
  DESTROYED: text('已销毁', 'Destroyed'),
}

export const IMPORT_SOURCE_ACTIONS = ['receive', 'verify', 'destroy'] as const
export type ImportSourceAction = (typeof IMPORT_SOURCE_ACTIONS)[number]

export const IMPORT_SOURCE_ACTION_LABELS: Readonly<Record<ImportSourceAction, Text>> = {
  receive: text('接收保管', 'Take into custody'),
  verify: text('核对完毕', 'Verified'),
  destroy: text('销毁', 'Destroy'),
}

export const IMPORT_SOURCE_EVENT_LABELS: Readonly<Record<ImportSourceAction, Text>> = {
  receive: text('接收保管了数据源', 'took into custody'),
  verify: text('核对了数据源', 'verified'),
  destroy: text('发起了数据源的销毁', 'began to destroy'),
}

export const IMPORT_SOURCE_INPUTS = {
  receive: z.object({
    /** What it is, as people call it. */
    name: words(200),
    receivedFrom: words(120),
    medium: z.enum(INFORMATION_MEDIA),
    custodianId: id(),
    projectId: optional(id()),
    /** The last day of custody. */
    destroyBy: localDay(),
  }),
  verify: z.object({ expectedVersion: expectedVersion(), note: words(500) }),
  destroy: z.object({ expectedVersion: expectedVersion(), ...DESTRUCTION_FIELDS }),
} as const

/** Days that a file which was handed over for an import may be kept, unless somebody says otherwise. */
export const CUSTODY_DAYS = 30

export interface ImportSource {
  readonly id: string
  readonly name: string
  readonly receivedFrom: string | null
  readonly medium: InformationMedium
  readonly custodianId: string
  readonly projectId: string | null
  readonly fileId: string | null
  readonly status: ImportSourceStatus
  readonly destroyBy: string
}

/** What scopes ask of a source: its custodian is its recipient. */
export const importSourceFacts = ({
  custodianId,
  projectId,
}: Pick<ImportSource, 'custodianId' | 'projectId'>): FactBag => ({
  recipientId: custodianId,
  projectId,
})

/** From where to where; taking something into custody begins it. */
export const IMPORT_SOURCE_TRANSITIONS: readonly Transition<
  ImportSourceStatus,
  Exclude<ImportSourceAction, 'receive'>
>[] = [
  {
    action: 'verify',
    from: ['IN_CUSTODY'],
    to: 'VERIFIED',
    requires: [],
    permission: 'importSource:verify',
    accountable: 'CR_SUPERVISOR',
  },
  {
    action: 'destroy',
    from: ['VERIFIED'],
    to: 'SAME',
    requires: [],
    permission: 'importSource:destroy',
    accountable: 'CR_SUPERVISOR',
  },
]
