/** Looks who asked for a new password; whoever is there and has an address is owed a mail. */
import { v7 as newId } from 'uuid'
import type { EntityManager } from 'typeorm'
import type { PasswordResetRequest } from '../access/second-factor.entity.ts'
import { parseSignInName } from '../access/sign-in.service.ts'
import { asSystem } from '../database/as-system.ts'
import { Mail } from '../notices/notice.entity.ts'
import { preferenceOf } from '../notices/tell-staff.ts'
import { Organization, Staff, StaffRole } from '../organization/organization.entity.ts'
import { backOffSeconds, eachItem } from '../worker/each-item.ts'
import type { Sweep } from '../worker/sweeps.ts'
import { mailedLinkExpiresAt } from './reset-link.service.ts'

type Claimed = Pick<PasswordResetRequest, 'id' | 'signInName' | 'attempts'>

const CLAIM = `
select id, sign_in_name as "signInName", attempts from password_reset_request
 where not_before is null or not_before <= clock_timestamp()
 order by requested_at, id limit $1 for update skip locked`
const DONE = 'delete from password_reset_request where id = any($1::uuid[])'
const PUT_OFF = `
update password_reset_request set attempts = attempts + 1, not_before = clock_timestamp() + make_interval(secs => $2)
 where id = $1`
const OLDEST = `
select min(coalesce(not_before, requested_at)) as at from password_reset_request
 where not_before is null or not_before <= clock_timestamp()`

/** Somebody who waits asks again long before this. */
const MOST_ATTEMPTS = 6

export const forgottenPasswordSweep: Sweep = {
  name: 'forgotten-passwords',
  everyMilliseconds: 1_000,
  sweep: ({ dataSource, clock, log }, limit) =>
    dataSource.transaction(async (manager) => {
      const claimed = (await manager.query(CLAIM, [limit])) as Claimed[]
      const found = []
      for (const request of claimed) {
        const { code } = parseSignInName(request.signInName)
        const organization = await manager.findOneBy(Organization, { code })
        if (organization) found.push({ ...request, orgId: organization.id })
      }
      const failures = await eachItem(manager, found, (request) => oweMail(manager, request, clock()))
      const putOff = failures.filter(({ item }) => item.attempts + 1 < MOST_ATTEMPTS).map(({ item }) => item)
      for (const { error } of failures)
        log.error({ type: (error as Error).name }, 'mail of a forgotten password not made')
      for (const { id, attempts } of putOff) await manager.query(PUT_OFF, [id, backOffSeconds(attempts + 1)])
      const done = claimed.filter(({ id }) => !putOff.some((request) => request.id === id))
      await manager.query(DONE, [done.map(({ id }) => id)])
      return claimed.length
    }),
  oldestDue: async ({ dataSource }) => {
    const [row] = (await dataSource.query(OLDEST)) as { at: Date | null }[]
    return row?.at ?? undefined
  },
}

const oweMail = async (
  manager: EntityManager,
  { id, orgId, signInName }: Claimed & { readonly orgId: string },
  now: Date,
): Promise<void> => {
  const { name } = parseSignInName(signInName)
  const staff = await manager.findOneBy(Staff, { orgId, signInName: name })
  if (!staff || staff.disabledAt) return
  // A program comes in by its credential and by nothing else.
  if (await manager.existsBy(StaffRole, { orgId, staffId: staff.id, role: 'PARTNER' })) return
  const { mailAddress, locale } = await preferenceOf(manager, orgId, staff.id)
  if (!mailAddress) return
  await asSystem(manager, { orgId, now, requestId: `reset-${id}` }, async (tx) => {
    const mailId = newId()
    const mail = { id: mailId, orgId, staffId: staff.id, template: 'PASSWORD_RESET', locale } as const
    await manager.insert(Mail, { ...mail, status: 'QUEUED', createdAt: now })
    tx.emit('mailDue', { type: 'Mail', id: mailId })
    tx.tell(Staff, staff, 'passwordResetUntil', null, mailedLinkExpiresAt(now))
  })
}
