import { PLAN_NOTICE_KINDS } from '../maintenance-plans/plan-notices.ts'
import { describe, expect, it } from 'vitest'
import { COMPLAINT_ACTIONS, TASK_ACTIONS } from '../complaints/vocabulary.ts'
import { mailGroups } from './digest.ts'
import { mailFailure, MAIL_TRIES } from './mail.ts'
import { NOTICE_KINDS, NOTICE_RULES, type NoticeKind } from './notice-kinds.ts'
import { NOTICE_TRIGGERS, noticesOf } from './notice-triggers.ts'

describe('triggers', () => {
  it('name verbs that there are', () => {
    const verbs = [
      ...COMPLAINT_ACTIONS.map((action) => `complaint:${action}`),
      ...TASK_ACTIONS.map((action) => `task:${action}`),
    ]
    const ofRecords = NOTICE_TRIGGERS.filter(({ subject }) => subject.startsWith('Complaint'))
    for (const { verb } of ofRecords) expect(verbs).toContain(verb)
  })

  it('tell of a change once, and only of the record that it is about', () => {
    const changed = (verb: string, subject: string, status: string | null = null) =>
      noticesOf({ verb, subject, status })
    expect(changed('complaint:dispatch', 'ComplaintTask')).toEqual(['ORDER_DISPATCHED'])
    expect(changed('complaint:dispatch', 'Complaint')).toEqual([])
    expect(changed('task:return', 'Complaint')).toEqual([])
    expect(changed('complaint:logContactAttempt', 'Complaint')).toEqual([])
  })

  it('leave no kind that nothing brings about but those that events name', () => {
    const triggered = new Set<NoticeKind>(NOTICE_TRIGGERS.map(({ kind }) => kind))
    expect(NOTICE_KINDS.filter((kind) => !triggered.has(kind))).toEqual([
      'SIGNATURE_AWAITED',
      'SIGNATURE_OVERDUE',
      'SIGNATURE_ESCALATED',
      'PROMISE_DUE_SOON',
      'PROMISE_BROKEN',
      'PROMISE_ESCALATED',
      'HANDOVER_OVERDUE',
      'HANDOVER_LAPSED',
      'COPY_READY',
      'COPY_FAILED',
      'COPY_DUE',
      'COPY_ESCALATED',
      'SOURCE_DUE',
      'SOURCE_ESCALATED',
      'SUBJECT_REQUEST_DUE',
      'SUBJECT_REQUEST_ESCALATED',
      'INVENTORY_OVERDUE',
      'BREACH_RECORDED',
      'BREACH_STATED',
      'DUNNING_DUE',
      'DOSSIER_DUE',
      'DOSSIER_ESCALATED',
      'KEY_ACCOUNT_TEST_DUE',
      'KEY_ACCOUNT_DECIDED',
      'INSPECTION_DUE',
      'INSPECTION_OVERDUE',
      ...PLAN_NOTICE_KINDS,
      'WEBHOOK_PAUSED',
      'LEDGER_CONTRADICTED',
      'REVEALS_BEYOND',
      'LEAD_RETURNS_SOON',
      'LEAD_RETURNED',
      'OPPORTUNITY_ASSIGNED',
      'OPPORTUNITY_UNTOUCHED',
      'AGREEMENT_ENDS_SOON',
      'SILENCE_RAISED',
      'SILENCE_VISIT_PROPOSED',
      'GRADING_DUE',
      'ACCOUNTS_ASSIGNED',
      'PASSWORD_RESET',
    ])
  })
})

describe('rules of the kinds', () => {
  it.each(NOTICE_KINDS)('%s: what may wait does not wake anybody', (kind) => {
    const { mayWait, breaksQuietHours, severity, to } = NOTICE_RULES[kind]
    expect(mayWait && breaksQuietHours).toBe(false)
    expect(breaksQuietHours && severity !== 'URGENT').toBe(false)
    expect(to.length).toBeGreaterThan(0)
  })
})

describe('what goes out in one mail', () => {
  const notice = (id: string, staffId: string, kind: NoticeKind, at = 0) => ({
    id,
    staffId,
    kind,
    at: new Date(at),
  })

  it('is each thing by itself, but what may wait together for each person, the oldest first', () => {
    const groups = mailGroups([
      notice('a', 'li', 'CLIENT_CONFIRMED', 5),
      notice('b', 'li', 'CASE_ASSIGNED'),
      notice('c', 'wang', 'CLIENT_CONFIRMED'),
      notice('d', 'li', 'CLIENT_CONFIRMED', 1),
      notice('e', 'li', 'CASE_ASSIGNED', 2),
    ])
    expect(groups.map(({ staffId, notices }) => [staffId, ...notices.map(({ id }) => id)])).toEqual([
      ['li', 'b'],
      ['li', 'e'],
      ['wang', 'c'],
      ['li', 'd', 'a'],
    ])
  })

  it('is every notice, once', () => {
    const all = NOTICE_KINDS.flatMap((kind, n) => [
      notice(`${n}x`, 'li', kind),
      notice(`${n}y`, 'wang', kind),
    ])
    const sent = mailGroups(all).flatMap(({ notices }) => notices.map(({ id }) => id))
    expect(sent.toSorted()).toEqual(all.map(({ id }) => id).toSorted())
  })
})

describe('a mail that failed', () => {
  it.each([
    [{ responseCode: 550 }, 1, 'REFUSED', '550'],
    [{ responseCode: 554, code: 'EMESSAGE' }, 1, 'REFUSED', '554'],
    [{ responseCode: 450 }, 1, 'QUEUED', '450'],
    [{ responseCode: 421 }, MAIL_TRIES, 'FAILED', '421'],
    [{ responseCode: 535, code: 'EAUTH' }, 1, 'QUEUED', '535'],
    [{ code: 'ECONNECTION' }, 1, 'QUEUED', 'ECONNECTION'],
    [{ code: 'li@example.com refused' }, 1, 'QUEUED', 'EUNKNOWN'],
    [{}, MAIL_TRIES, 'FAILED', 'EUNKNOWN'],
  ] as const)('%j at try %i is %s, noted as %s', (failure, tries, status, errorCode) => {
    expect(mailFailure(failure, tries)).toEqual({ status, errorCode })
  })
})
