import { describe, expect, it } from 'vitest'
import { actor, complaint, SERVICE } from '../../test/given.ts'
import { COMPLAINT_TRANSITIONS } from './complaint-transitions.ts'
import { awaits, NEXT_STEPS } from './next-steps.ts'
import { ENDED_STATUSES, STATUSES, type Status } from './vocabulary.ts'

describe('next steps', () => {
  it.each(STATUSES)(
    '%s waits for something unless it has ended, and only for what the table allows',
    (status) => {
      const steps = NEXT_STEPS[status]
      expect(steps.length > 0).toBe(!(ENDED_STATUSES as readonly Status[]).includes(status))
      for (const { action } of steps) {
        expect(COMPLAINT_TRANSITIONS.some((row) => row.action === action && row.from.includes(status))).toBe(
          true,
        )
      }
    },
  )
})

describe('whom a case waits for', () => {
  const manager = actor('CS_MANAGER')
  const supervisor = actor('CR_SUPERVISOR')
  const office = actor('GM_OFFICE')
  const quality = actor('QUALITY')
  const director = actor('CS_DIRECTOR')
  const agent = actor('SERVICE_AGENT', { departmentId: SERVICE })
  const specialist = actor('CR_SPECIALIST')
  const everyone = { manager, supervisor, office, quality, director, agent, specialist }
  const waitingFor = (more: Parameters<typeof complaint>[0]) =>
    Object.entries(everyone).flatMap(([name, person]) => (awaits(person, complaint(more)) ? [name] : []))

  it('takes over what is registered', () => {
    expect(waitingFor({ status: 'REGISTERED' })).toEqual(['office'])
  })

  it('leaves a quick case to the agents of its department', () => {
    expect(waitingFor({ status: 'REGISTERED', track: 'QUICK' })).toEqual(['agent'])
    expect(waitingFor({ status: 'REGISTERED', track: 'QUICK', handlingDepartmentId: null })).toEqual([])
  })

  it('asks quality until findings are there, then the supervisor', () => {
    expect(waitingFor({ status: 'INVESTIGATING', findings: null })).toEqual(['quality'])
    expect(waitingFor({ status: 'INVESTIGATING' })).toEqual(['supervisor'])
  })

  it('brings a proposal to everyone who may decide on the amount, never to its author', () => {
    expect(waitingFor({ status: 'PROPOSED', authorityAmountMinor: 100_00 })).toEqual([
      'manager',
      'supervisor',
      'director',
    ])
    expect(
      waitingFor({ status: 'PROPOSED', authorityAmountMinor: 100_00, proposerId: supervisor.staffId }),
    ).toEqual(['manager', 'director'])
  })

  it('follows the assignee beyond the accountable role', () => {
    const offered = { status: 'APPROVED', offeredAt: null, assigneeId: supervisor.staffId } as const
    expect(waitingFor(offered)).toEqual(['supervisor', 'specialist'])
  })

  it('does not ask the handler for the return visit', () => {
    expect(waitingFor({ status: 'RESOLVED' })).toEqual(['specialist'])
    expect(waitingFor({ status: 'RESOLVED', handlerId: specialist.staffId })).toEqual([])
  })

  it('goes back to quality while the proof of prevention is missing, and then to the manager', () => {
    expect(waitingFor({ status: 'FOLLOWED_UP', preventionNote: null })).toEqual(['quality'])
    expect(waitingFor({ status: 'FOLLOWED_UP' })).toEqual(['manager'])
  })

  it('waits for nobody once it has ended', () => {
    for (const status of ENDED_STATUSES) expect(waitingFor({ status })).toEqual([])
  })
})
