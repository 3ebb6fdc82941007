import { NOTICE_SUBJECTS, NOTICE_TRIGGERS, noticesOf, type NoticeSubject } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import type { RowsConsumer } from '../worker/outbox-consumers.ts'
import { loadSubject, type Happening } from './notice-subject.ts'
import { tellStaff, type NoticePlace } from './tell-staff.ts'

const TELLING = new Set(NOTICE_TRIGGERS.map(({ verb, subject }) => `${verb} ${subject}`))

export const isNoticeSubject = (type: string): type is NoticeSubject =>
  (NOTICE_SUBJECTS as readonly string[]).includes(type)

/** Everything that a change owes to staff. */
export const tellOfChange = async (
  manager: EntityManager,
  place: NoticePlace,
  happening: Happening,
): Promise<void> => {
  const subject = await loadSubject(manager, happening)
  if (!subject) return
  const { verb, subjectType } = happening
  for (const kind of noticesOf({ verb, subject: subjectType, status: subject.status }))
    await tellStaff(manager, place, happening, { kind }, subject)
}

/** Notices to staff, made in the transaction that marks the outbox row: exactly once. */
export const noticeConsumer: RowsConsumer = {
  name: 'notices',
  effect: 'rows',
  kinds: ['changed'],
  wants: ({ verb, subjectType }) => TELLING.has(`${verb} ${subjectType}`),
  apply: async (manager, row, { config }) => {
    const { subjectType } = row
    if (isNoticeSubject(subjectType)) await tellOfChange(manager, config, { ...row, subjectType })
  },
}
