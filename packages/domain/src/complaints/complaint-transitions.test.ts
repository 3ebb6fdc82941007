import { describe, expect, it } from 'vitest'
import { actor, complaint, NOW, option, uuid } from '../../test/given.ts'
import { around, errorOf, run, type CaseAction } from '../../test/run.ts'
import { hasPermission } from '../access/authorize.ts'
import { actionsFrom, unreachable } from '../lifecycle/state-machine.ts'
import { COMPLAINT_TRANSITIONS } from './complaint-transitions.ts'
import { COMPLAINT_ACTIONS, ENDED_STATUSES, STATUSES, TRACKS, type Status, type Track } from './vocabulary.ts'

/**
 * Every status × action, written down from the rules: where the verb leads. Q and F where it depends on the track,
 * `=` where the status stays, `.` where the verb is not possible.
 */
const ABBREVIATED: Readonly<Record<string, Status>> = {
  REG: 'REGISTERED',
  ACK: 'ACKNOWLEDGED',
  INV: 'INVESTIGATING',
  PRO: 'PROPOSED',
  APP: 'APPROVED',
  CON: 'CLIENT_CONFIRMED',
  EXE: 'EXECUTING',
  RES: 'RESOLVED',
  FOL: 'FOLLOWED_UP',
  CLO: 'CLOSED',
  WIT: 'WITHDRAWN',
  UNF: 'UNFOUNDED',
  DEC: 'DECLINED',
  REF: 'REFERRED',
  MER: 'MERGED',
}
const TABLE = `
                    REG   ACK INV PRO APP CON EXE RES FOL CLO WIT UNF DEC REF MER
acknowledge         ACK   .   .   .   .   .   .   .   .   .   .   .   .   .   .
assign              =     =   =   =   =   =   =   =   =   .   .   .   .   =   .
handOver            =     =   =   =   =   =   =   =   =   .   .   .   .   =   .
contain             =     =   =   =   =   =   =   =   =   .   .   .   .   =   .
investigate         .     INV .   .   .   .   .   .   .   .   .   .   .   .   .
recordFindings      .     .   =   .   .   .   .   =   =   .   .   .   .   .   .
ruleResponsibility  .     .   =   =   =   =   =   =   =   .   .   .   .   .   .
propose             .     .   PRO .   .   .   .   .   .   .   .   .   .   .   .
review              .     .   .   =   .   .   .   .   .   .   .   .   .   .   .
recordOralApproval  .     .   .   APP .   .   .   .   .   .   .   .   .   .   .
signOralApproval    .     .   .   .   =   =   =   =   =   .   .   .   .   .   .
denyOralApproval    .     .   .   .   INV INV .   .   .   .   .   .   .   .   .
approve             .     .   .   APP .   .   .   .   .   .   .   .   .   .   .
reject              .     .   .   INV .   .   .   .   .   .   .   .   .   .   .
offer               .     .   .   .   =   .   .   .   .   .   .   .   .   .   .
logContactAttempt   =     =   =   =   =   =   =   =   =   .   .   .   .   =   .
makePromise         =     =   =   =   =   =   =   =   =   .   .   .   .   =   .
confirm             .     .   .   .   CON .   .   .   .   .   .   .   .   .   .
refuseOption        .     .   .   .   INV .   .   .   .   .   .   .   .   .   .
recordAgreement     .     .   .   .   =   =   =   =   =   .   .   .   .   .   .
dispatch            .     .   .   .   .   EXE EXE .   .   .   .   .   .   .   .
resolve             Q:RES .   .   .   .   RES RES .   .   .   .   .   .   .   .
followUp            .     .   .   .   .   .   .   FOL FOL .   .   .   .   .   .
close               .     .   .   .   .   .   .   .   CLO .   .   .   .   CLO .
reopen              .     .   .   .   .   .   .   .   .   INV .   .   .   .   .
withdraw            WIT   WIT WIT WIT WIT WIT .   .   .   .   .   .   .   .   .
refer               REF   REF REF .   .   .   .   .   .   .   .   .   .   .   .
answerReferral      .     .   .   .   .   .   .   .   .   .   .   .   .   =   .
decline             .     .   DEC DEC .   .   .   .   .   .   .   .   .   .   .
dismiss             .     .   UNF .   .   .   .   .   .   .   .   .   .   .   .
merge               MER   MER MER .   .   .   .   .   .   .   .   .   .   .   .
`
const [head = '', ...lines] = TABLE.trim().split('\n')
const columns = head.trim().split(/\s+/)
const cells = lines.flatMap((line) => {
  const [action, ...targets] = line.trim().split(/\s+/)
  return targets.map((target, at) => ({
    action: action as CaseAction,
    from: ABBREVIATED[columns[at] ?? '']!,
    target,
  }))
})

const expectedTarget = (target: string, from: Status, track: Track): Status | undefined => {
  const only = /^([QF]):(.+)$/.exec(target)
  if (only !== null) return only[1] === track[0] ? ABBREVIATED[only[2] ?? ''] : undefined
  return target === '=' ? from : ABBREVIATED[target]
}

/** Holds every role that takes part, and did nothing before: only the table stands between them and the verb. */
const everybody = actor(['GM_OFFICE', 'QUALITY', 'CR_SUPERVISOR', 'CS_MANAGER', 'GENERAL_MANAGER'])

describe('every status × action × track', () => {
  it('is written down for every verb', () => {
    expect(new Set(cells.map((cell) => cell.action))).toEqual(
      new Set(COMPLAINT_ACTIONS.filter((action) => action !== 'register')),
    )
    expect(cells).toHaveLength((COMPLAINT_ACTIONS.length - 1) * STATUSES.length)
  })

  describe.each(TRACKS)('on the %s track', (track) => {
    it.each(cells)('$from, $action: $target', ({ action, from, target }) => {
      const it_ = complaint({
        status: from,
        track,
        // Only whoever answers for the case gives it away.
        ...(action === 'handOver' ? { assigneeId: everybody.staffId } : {}),
        ...(action === 'review' ? { reviewsOwed: 1 } : {}),
        ...(/^(sign|deny)Oral/.test(action) ? { approvalOwedUntil: NOW, approverId: everybody.staffId } : {}),
        ...(action === 'recordAgreement' ? { agreementOwed: true, agreementRevisionId: uuid(31) } : {}),
        // The two verbs that want a column empty get it empty.
        ...(action === 'offer' ? { offeredAt: null } : {}),
        ...(action === 'answerReferral' ? { referralAnsweredAt: null } : {}),
      })
      const to = expectedTarget(target, from, track)
      const result = run(action, it_, everybody, {}, around({ options: [option({ status: 'OFFERED' })] }))
      expect(actionsFrom(COMPLAINT_TRANSITIONS, everybody, it_).includes(action)).toBe(to !== undefined)
      if (to !== undefined) {
        expect(result).toMatchObject({ ok: true, value: { action, from, to, patch: { status: to } } })
      } else {
        expect(['WRONG_STATUS', 'NOT_ELIGIBLE']).toContain(errorOf(result)?.code)
        if (target === '.')
          expect(errorOf(result)).toMatchObject({ code: 'WRONG_STATUS', status: from, action })
      }
    })
  })
})

describe('the table of transitions', () => {
  it('leads to every status', () => {
    expect(unreachable(COMPLAINT_TRANSITIONS, 'REGISTERED', STATUSES)).toEqual([])
  })

  it('has a row for every verb and none for any other', () => {
    expect(new Set(COMPLAINT_TRANSITIONS.map((row) => row.action))).toEqual(new Set(COMPLAINT_ACTIONS))
  })

  it('names one accountable role for every step, who may take it', () => {
    const steps = new Map<string, Set<string>>()
    for (const row of COMPLAINT_TRANSITIONS) {
      expect(hasPermission({ roles: [row.accountable] }, row.permission)).toBe(true)
      for (const from of row.from) {
        const key = `${row.action} from ${from}`
        steps.set(key, (steps.get(key) ?? new Set()).add(row.accountable))
      }
    }
    for (const [step, roles] of steps) expect([step, roles.size]).toEqual([step, 1])
  })

  it('ends: only reopening leads out of an ended status, and something leads out of every open one', () => {
    for (const status of STATUSES) {
      const ways = COMPLAINT_TRANSITIONS.filter((row) => row.from.includes(status) && row.to !== 'SAME')
      const ended = (ENDED_STATUSES as readonly Status[]).includes(status)
      expect(ways.map((row) => row.action)).toEqual(
        status === 'CLOSED' ? ['reopen'] : ended ? [] : expect.arrayContaining([expect.any(String)]),
      )
    }
  })

  it('signs what is decided, and with what it means', () => {
    const meanings = Object.fromEntries(COMPLAINT_TRANSITIONS.map((row) => [row.action, row.signs]))
    expect(meanings).toMatchObject({
      register: 'RECORDED',
      propose: 'PREPARED',
      approve: 'APPROVED',
      reject: 'REJECTED',
      confirm: 'CONFIRMED',
      decline: 'APPROVED',
      dismiss: 'APPROVED',
      followUp: 'VERIFIED',
      close: 'CLOSED',
    })
  })
})
