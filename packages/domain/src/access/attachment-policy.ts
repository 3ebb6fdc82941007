import type { AttachmentAction } from '../attachments/vocabulary.ts'
import { ACCOUNTS, everywhere, HEADQUARTERS, SITE, type Grants } from './grants.ts'

const SALES = { SALES: ['accounts'] } as const
/** Those who keep the archive. */
const KEEPERS = everywhere('CR_SPECIALIST', 'CR_SUPERVISOR', 'CS_MANAGER')

/**
 * Files in the archive. That one is there, every reader of the archive sees; name and content are for those who work with the client,
 * which a clerk (view only) and an auditor are not. A sensitive one opens to the same as a sealed profile.
 */
export const ATTACHMENTS = {
  'attachment:read': { ...HEADQUARTERS, ...everywhere('SERVICE_AGENT'), ...SITE, ...ACCOUNTS, ...SALES },
  'attachment:add': { ...KEEPERS, ...everywhere('SERVICE_AGENT'), ...SITE, ...ACCOUNTS, ...SALES },
  'attachment:remove': { ...KEEPERS, ...ACCOUNTS },
  'attachment:reveal': {
    ...everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER'),
    ...ACCOUNTS,
  },
} as const satisfies Record<'attachment:read' | `attachment:${AttachmentAction}`, Grants>
