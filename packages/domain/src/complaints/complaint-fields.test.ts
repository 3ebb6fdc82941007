import { describe, expect, it } from 'vitest'
import { actor, complaint, option, task, uuid } from '../../test/given.ts'
import { can } from '../access/authorize.ts'
import type { Role } from '../access/roles.ts'
import { canonicalContent } from '../sign-off/canonical-content.ts'
import {
  COMPLAINT_CONTENT,
  COMPLAINT_FIELDS,
  COMPLAINT_OPTION_FIELDS,
  COMPLAINT_TASK_FIELDS,
  COMPLAINT_TASK_CONTENT,
} from './complaint-fields.ts'
import type { Complaint } from './complaint.ts'

const readable = (role: Role, it_: Complaint, staffId: string): readonly string[] =>
  Object.entries(COMPLAINT_FIELDS)
    .filter(([, rule]) => can(actor(role, { staffId }), rule.permission, it_))
    .map(([field]) => field)

const BASE = ['id', 'number', 'status', 'severity', 'registeredAt', 'version', 'updatedAt']

describe('what each reader sees of a case', () => {
  const me = uuid(80)

  it('SALES: number, state and severity of their own clients', () => {
    expect(readable('SALES', complaint({ keyAccountManagerId: me }), me).toSorted()).toEqual(BASE.toSorted())
    expect(readable('SALES', complaint(), me)).toEqual([])
  })

  it('FINANCE: the amounts, once approved', () => {
    expect(readable('FINANCE', complaint(), me).toSorted()).toEqual(
      [...BASE, 'amountMinor', 'authorityAmountMinor', 'currency'].toSorted(),
    )
    expect(readable('FINANCE', complaint({ approvedAt: null }), me)).toEqual([])
  })

  it('TECHNICIAN: place and summary of the case of their task', () => {
    expect(readable('TECHNICIAN', complaint({ taskAssigneeIds: [me] }), me).toSorted()).toEqual(
      [...BASE, 'summary', 'unitId', 'buildingId', 'projectId'].toSorted(),
    )
    expect(readable('TECHNICIAN', complaint(), me)).toEqual([])
  })

  it('AUDITOR: every case, but nothing personal', () => {
    const seen = readable('AUDITOR', complaint(), me)
    expect(seen).toContain('amountMinor')
    expect(seen).toContain('approverId')
    const personal = Object.entries(COMPLAINT_FIELDS).filter(([, rule]) => rule.class !== 'internal')
    for (const [field] of personal) expect(seen).not.toContain(field)
  })

  it('ADMIN and INFORMATION_CLERK: nothing', () => {
    const mine = complaint({ registeredById: me, assigneeId: me, taskAssigneeIds: [me] })
    expect(readable('ADMIN', mine, me)).toEqual([])
    expect(readable('INFORMATION_CLERK', mine, me)).toEqual([])
  })

  it('PARTNER: what it registered itself, not how it is handled', () => {
    const seen = readable('PARTNER', complaint({ registeredById: me }), me)
    expect(seen).toContain('facts')
    expect(seen).not.toContain('findings')
    expect(seen).not.toContain('assigneeId')
    expect(readable('PARTNER', complaint(), me)).toEqual([])
  })

  it('nobody sees a full phone number without the right to reveal it', () => {
    expect(COMPLAINT_FIELDS.contactPhone).toEqual({ class: 'sensitive', permission: 'complaint:revealPhone' })
  })
})

describe('classes', () => {
  it('call all free text and every name personal, so that no signature or copy holds them in clear', () => {
    const free = [
      'summary',
      'facts',
      'demand',
      'containment',
      'findings',
      'causeNote',
      'preventionNote',
      'closeReason',
      'contactName',
    ] as const
    for (const field of free) expect(COMPLAINT_FIELDS[field].class).toBe('personal')
    expect(COMPLAINT_OPTION_FIELDS.description.class).toBe('personal')
    expect(COMPLAINT_TASK_FIELDS.instruction.class).toBe('personal')
  })

  it('let a whole case be signed without one personal word in clear', () => {
    const salt = () => crypto.getRandomValues(new Uint8Array(16))
    const content = { complaint: complaint({ taskAssigneeIds: [uuid(28)] }), options: [option()] }
    const signed = canonicalContent('complaint', content, COMPLAINT_CONTENT, salt)
    for (const word of ['王小明', '1381234', '漏水', '管道老化', '登门致歉'])
      expect(signed.text).not.toContain(word)
    expect(signed.text).toContain('"amountMinor":10000')
    expect(signed.openings.map((it) => it.path)).toContain('/options/0/description')
    const order = canonicalContent('complaint_task', { task: task() }, COMPLAINT_TASK_CONTENT, salt)
    expect(order.text).not.toContain('立管')
  })
})
