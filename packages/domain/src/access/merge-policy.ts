import type { ClientMergeAction } from '../clients/merging/vocabulary.ts'
import { CLIENTS } from './client-policy.ts'
import { AUDIT, everywhere, type Grants } from './grants.ts'

/** Those who keep the archive, and so find out that somebody is on file twice. */
const KEEPERS = everywhere('CR_SPECIALIST', 'CR_SUPERVISOR', 'CS_MANAGER')
/** `own`: what one has prepared oneself, the merge or that it is taken back. */
const OWN = { CR_SPECIALIST: ['own'], CR_SUPERVISOR: ['own'], CS_MANAGER: ['own'] } as const satisfies Grants
const DECIDERS = everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR')

/** The merge of two clients. Who of these signs which step, the signature policy says. */
export const CLIENT_MERGES = {
  /** With the archive that goes on: whoever reads it has to know whose history stands in it. */
  'clientMerge:read': { ...CLIENTS['client:readName'], ...AUDIT },
  'clientMerge:propose': KEEPERS,
  'clientMerge:review': everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'QUALITY'),
  'clientMerge:approve': DECIDERS,
  'clientMerge:reject': { ...DECIDERS, ...everywhere('QUALITY') },
  'clientMerge:withdraw': OWN,
  'clientMerge:reverse': KEEPERS,
} as const satisfies Record<`clientMerge:${ClientMergeAction}` | 'clientMerge:read', Grants>
