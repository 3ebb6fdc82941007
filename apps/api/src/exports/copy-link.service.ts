import { hashToken } from '../access/token.ts'
import type { RequestContext } from '../context.ts'
import { withTenant } from '../database/with-tenant.ts'
import { copyKeyOf } from './copy-file-key.ts'
import { ControlledCopyEntity } from './export.entity.ts'

/** Used up by the very statement that looks it up: of two that come at once one gets the file. */
const USE_UP = `
update copy_link set used_at = $4
 where org_id = $1 and staff_id = $2 and token_hash = $3 and used_at is null and expires_at > $4
 returning copy_id as "copyId"`

/** A copy whose file waits. */
export interface WaitingCopy {
  readonly copy: ControlledCopyEntity
  readonly fileId: string
  readonly key: Buffer
}

/** The copy that the link leads to, for whom it was made; undefined where it was used, has run out, or is somebody else's. */
export const useLink = (
  { signedIn, dataSource, vault, now }: RequestContext,
  token: string,
): Promise<WaitingCopy | undefined> => {
  const { organizationId: orgId, staffId } = signedIn!.actor
  return withTenant(dataSource, orgId, async (manager) => {
    const values = [orgId, staffId, hashToken(token), now]
    const [[link]] = await manager.query<[{ copyId: string }[], number]>(USE_UP, values)
    if (!link) return undefined
    const copy = await manager.findOneBy(ControlledCopyEntity, {
      orgId,
      id: link.copyId,
      status: 'PRODUCED',
    })
    const key = copy?.fileId && (await copyKeyOf(manager, vault, copy))
    return key ? { copy, fileId: copy.fileId!, key } : undefined
  })
}
