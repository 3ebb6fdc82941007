/** Notices whose mail is due become mails: one by itself, or several of a person in one digest. */
import { mailGroups } from '@steward/domain'
import { v7 as newId } from 'uuid'
import { In, type EntityManager } from 'typeorm'
import { asSystem } from '../database/as-system.ts'
import { oldestIn } from '../worker/due-sweep.ts'
import { backOffSeconds, eachItem } from '../worker/each-item.ts'
import type { Sweep } from '../worker/sweeps.ts'
import { Mail, Notice, NoticeDue } from './notice.entity.ts'
import { preferenceOf } from './tell-staff.ts'

interface Due {
  readonly orgId: string
  readonly id: string
  readonly staffId: string
  readonly attempts: number
}

/** All that is due for the person who has waited longest comes along, so that a digest is not cut in two. */
const CLAIM = `
select org_id as "orgId", id, staff_id as "staffId", attempts from notice_due
 where due_at <= clock_timestamp() order by due_at, org_id, staff_id, id limit $1 for update skip locked`

const PUT_OFF = `
update notice_due set attempts = attempts + 1, due_at = clock_timestamp() + make_interval(secs => $3)
 where org_id = $1 and id = any($2::uuid[])`

interface Person {
  readonly orgId: string
  readonly staffId: string
  readonly due: readonly Due[]
}

const byPerson = (claimed: readonly Due[]): readonly Person[] => {
  const people = new Map<string, { orgId: string; staffId: string; due: Due[] }>()
  for (const one of claimed) {
    const key = `${one.orgId} ${one.staffId}`
    const person = people.get(key) ?? { orgId: one.orgId, staffId: one.staffId, due: [] }
    person.due.push(one)
    people.set(key, person)
  }
  return [...people.values()]
}

export const noticeMailSweep: Sweep = {
  name: 'notice-mail',
  everyMilliseconds: 1_000,
  sweep: ({ dataSource, clock, log }, limit) =>
    dataSource.transaction(async (manager) => {
      const claimed = (await manager.query(CLAIM, [limit])) as Due[]
      const failures = await eachItem(manager, byPerson(claimed), (person) =>
        mailTo(manager, person, clock()),
      )
      for (const { item, error } of failures) {
        log.error({ notices: item.due.length, type: (error as Error).name }, 'mail of notices not made')
        const attempts = Math.max(...item.due.map((one) => one.attempts)) + 1
        await manager.query(PUT_OFF, [item.orgId, item.due.map(({ id }) => id), backOffSeconds(attempts)])
      }
      return claimed.length
    }),
  oldestDue: oldestIn('notice_due'),
}

const mailTo = async (manager: EntityManager, { orgId, staffId, due }: Person, now: Date): Promise<void> => {
  const ids = due.map(({ id }) => id)
  const notices = await manager.findBy(Notice, { orgId, id: In(ids) })
  const { locale } = await preferenceOf(manager, orgId, staffId)
  await asSystem(manager, { orgId, now, requestId: `mail-${ids[0]}` }, async (tx) => {
    for (const { notices: together } of mailGroups(notices)) {
      const [first, ...more] = together
      if (!first) continue
      const id = newId()
      await manager.insert(Mail, {
        orgId,
        id,
        template: more.length > 0 ? 'DIGEST' : first.kind,
        locale,
        staffId,
        status: 'QUEUED',
        createdAt: now,
      })
      await manager.update(Notice, { orgId, id: In(together.map((it) => it.id)) }, { mailId: id })
      tx.emit('mailDue', { type: 'Mail', id })
    }
  })
  await manager.delete(NoticeDue, { orgId, id: In(ids) })
}
