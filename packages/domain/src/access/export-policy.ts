import type { CopyAction, ExportAction } from '../exports/vocabulary.ts'
import { AUDIT, everywhere, type Grants } from './grants.ts'

/**
 * Who works with client information and so can ask for its use. An information clerk looks only: no print, no copy, no forwarding.
 * `own` is what I asked for.
 */
const ASKERS = [
  'GENERAL_MANAGER',
  'GM_OFFICE',
  'CS_DIRECTOR',
  'CS_MANAGER',
  'CR_SUPERVISOR',
  'CR_SPECIALIST',
  'SERVICE_AGENT',
  'QUALITY',
  'KEY_ACCOUNT_MANAGER',
  'SITE_MANAGER',
] as const
const each = <const S extends Grants[keyof Grants]>(scopes: S) =>
  Object.fromEntries(ASKERS.map((role) => [role, scopes])) as unknown as Record<(typeof ASKERS)[number], S>

/** Those who answer for confidentiality, and see every request. */
const OVERSEERS = everywhere('GENERAL_MANAGER', 'GM_OFFICE', 'CS_DIRECTOR', 'CS_MANAGER', 'QUALITY')

/** Outside the company the general manager alone; inside the head of the keeping department; on site the site manager. */
const APPROVERS = {
  GENERAL_MANAGER: ['any'],
  CS_DIRECTOR: ['insideUse'],
  CS_MANAGER: ['insideUse'],
  SITE_MANAGER: ['territory'],
} as const satisfies Grants

/** A request for the use of client information. */
export const EXPORT_REQUESTS = {
  'exportRequest:read': { ...each(['own']), ...OVERSEERS, ...AUDIT, SITE_MANAGER: ['own', 'territory'] },
  'exportRequest:submit': everywhere(...ASKERS),
  'exportRequest:review': everywhere('QUALITY', 'GM_OFFICE', 'CS_MANAGER', 'CS_DIRECTOR'),
  'exportRequest:approve': APPROVERS,
  'exportRequest:reject': { ...APPROVERS, QUALITY: ['any'], GM_OFFICE: ['any'] },
  'exportRequest:withdraw': each(['own']),
  'exportRequest:produce': each(['own']),
} as const satisfies Record<`exportRequest:${ExportAction}` | 'exportRequest:read', Grants>

/** Whoever can be given a copy: every colleague at a desk or on site. `mine`: I answer for it. */
const HOLDERS = Object.fromEntries(
  [...ASKERS, 'TECHNICIAN', 'INFORMATION_CLERK', 'SALES', 'FINANCE'].map((role) => [role, ['mine']]),
) as unknown as Record<
  (typeof ASKERS)[number] | 'TECHNICIAN' | 'INFORMATION_CLERK' | 'SALES' | 'FINANCE',
  readonly ['mine']
>

/** Copies that were handed out. */
export const CONTROLLED_COPIES = {
  'controlledCopy:read': {
    ...HOLDERS,
    ...each(['own', 'mine']),
    ...OVERSEERS,
    ...everywhere('CR_SUPERVISOR'),
    ...AUDIT,
    SITE_MANAGER: ['own', 'mine', 'territory'],
  },
  /** The file itself: to who asked for it and to nobody else. */
  'controlledCopy:fetch': each(['own']),
  /** A second try to make it, as it was approved: also to who approves, should whoever asked be gone. */
  'controlledCopy:produce': {
    ...each(['own']),
    ...everywhere('GENERAL_MANAGER', 'CS_DIRECTOR', 'CS_MANAGER'),
    SITE_MANAGER: ['own', 'territory'],
  },
  'controlledCopy:receive': HOLDERS,
  'controlledCopy:return': {
    ...everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER', 'QUALITY', 'GM_OFFICE'),
    SITE_MANAGER: ['territory'],
  },
  /** Gives the first signature of a destruction record: see the roles that the signature policy asks. */
  'controlledCopy:destroy': {
    ...everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'QUALITY', 'GM_OFFICE'),
    CR_SPECIALIST: ['mine'],
    INFORMATION_CLERK: ['mine'],
    SITE_MANAGER: ['mine', 'territory'],
  },
  /** From a file, or a piece of one, which copy it is. */
  'controlledCopy:readMark': OVERSEERS,
} as const satisfies Record<
  `controlledCopy:${CopyAction}` | 'controlledCopy:read' | 'controlledCopy:readMark',
  Grants
>
