import { hasPermission, PERMISSIONS, type Role } from '@steward/domain'
import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'
import { actsOf, type Entry } from './acts.ts'
import { filterOf, readAudit, startOfDay, writeAudit } from './audit-filters.ts'

afterEach(clearPage)

const NOBODY = {
  complaint: null,
  task: null,
  client: null,
  staff: null,
  department: null,
  project: null,
  building: null,
  unit: null,
  authorityLimit: null,
}
let serial = 0
const entry = (more: object): Entry =>
  ({
    __typename: 'AuditEntry',
    id: `aud_${(serial += 1)}`,
    at: '2026-11-22T03:00:00.000Z',
    verb: 'complaint:acknowledge',
    subjectType: 'COMPLAINT',
    subjectId: 'cmp_1',
    reason: null,
    requestId: 'req-1',
    actor: { __typename: 'Staff', id: 'stf_1', name: '张三' },
    changes: [],
    ...NOBODY,
    ...more,
  }) as unknown as Entry
const change = (field: string, before: string | null, after: string | null, isProtected = false) => ({
  __typename: 'AuditChange',
  field,
  before,
  after,
  isProtected,
})
const CASE = { __typename: 'Complaint', id: 'cmp_1', number: '2611-0042' }
const UUID = '0190f1f1-f1f1-7f1f-8f1f-f1f1f1f1f1f1'

const trail = (entries: readonly Entry[]) => ({
  auditEntries: {
    __typename: 'AuditEntryConnection',
    edges: entries.map((node) => ({ __typename: 'AuditEntryEdge', cursor: node.id, node })),
    pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
  },
})
const NAMES = {
  departments: [{ __typename: 'Department', id: `dep_${UUID.replaceAll('-', '')}`, name: '工程维修部' }],
  projects: [],
  staff: { __typename: 'StaffConnection', edges: [] },
}

const CHAIN = {
  __typename: 'AuditChain',
  size: 5_120,
  lastEntryAt: '2026-11-22T03:00:00.000Z',
  checkpointedSize: 5_100,
  checkpointedAt: '2026-11-22T03:00:00.000Z',
  witnessedSize: 5_100,
  unchained: 2,
}
const verification = (more: object = {}) => ({
  __typename: 'LedgerVerification',
  id: 'lvr_1',
  chain: 'AUDIT',
  askedAt: '2026-11-22T03:00:00.000Z',
  finishedAt: '2026-11-22T03:00:10.000Z',
  isLost: false,
  entriesTotal: 5_120,
  entriesChecked: 5_120,
  outcome: 'VALID',
  findingCount: 0,
  checkpointedSize: 5_100,
  witnessedSize: 5_100,
  askedBy: { __typename: 'Staff', id: 'stf_1', name: '钟毅' },
  findings: [],
  notes: [],
  ...more,
})
const verifications = (nodes: readonly object[]) => ({
  ledgerVerifications: {
    __typename: 'LedgerVerificationConnection',
    edges: nodes.map((node) => ({ __typename: 'LedgerVerificationEdge', cursor: 'c', node })),
    pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
  },
})

const open = (role: Role, path: string, answers: Answers) =>
  openPortal(portal, path, {
    person: {
      roles: [role],
      permissions: PERMISSIONS.filter((permission) => hasPermission({ roles: [role] }, permission)),
    },
    answers: {
      AuditNames: () => NAMES,
      ColleaguesByName: () => ({ staff: { __typename: 'StaffConnection', edges: [] } }),
      AuditChain: () => ({ auditChain: CHAIN }),
      LedgerVerifications: () => verifications([]),
      ...answers,
    },
  })

describe('the audit trail on the screen', () => {
  it('tells an auditor in a sentence who did what, and unfolds what changed', async () => {
    const acknowledged = entry({
      complaint: CASE,
      changes: [
        change('status', 'REGISTERED', 'ACKNOWLEDGED'),
        change('handlingDepartmentId', null, UUID),
        change('summary', null, 'ab12cd34ef', true),
      ],
    })
    open('AUDITOR', 'audit', { AuditTrail: () => trail([acknowledged]) })
    const list = await screen.findByRole('list', { name: '审计记录，最新在前' })
    expect(within(list).getByRole('listitem').textContent).toContain('张三 受理了投诉 2611-0042')
    const link = within(list).getByRole('link', { name: '2611-0042' })
    expect(link.getAttribute('href')).toContain('/customer-service/complaints/cmp_1')
    await userEvent.click(screen.getByRole('button', { name: '3 处变更' }))
    const rows = screen.getAllByRole('row').map((row) => row.textContent)
    expect(rows).toContain('状态已登记已受理')
    expect(rows).toContain('承办部门—工程维修部')
    expect(rows).toContain('摘要—个人信息 · 已封存 ab12cd34')
    expect(screen.getByText('req-1')).toBeTruthy()
  })

  it('tells an administrator about people, and that cases are for auditors', async () => {
    const assigned = entry({
      verb: 'staff:assignRoles',
      subjectType: 'STAFF',
      staff: { __typename: 'Staff', id: 'stf_9', name: '李四' },
      changes: [change('roles', '["QUALITY"]', '["AUDITOR", "QUALITY"]')],
    })
    open('ADMIN', 'audit', { AuditTrail: () => trail([assigned]) })
    await screen.findByText(/投诉与客户的记录由审计人员查看/)
    expect(screen.getByRole('link', { name: '李四' }).getAttribute('href')).toBe('/people/stf_9')
    await userEvent.click(screen.getByRole('button', { name: '1 处变更' }))
    expect(screen.getAllByRole('row').at(-1)?.textContent).toBe('角色品质管理审计品质管理')
    await userEvent.click(screen.getByRole('combobox', { name: '操作' }))
    expect(await screen.findByTitle('员工：调整角色')).toBeTruthy()
    expect(screen.queryByTitle('投诉：受理')).toBeNull()
  })

  it('asks for what its address says, days in the organization’s zone, the last one included', async () => {
    const asked: unknown[] = []
    open('AUDITOR', 'audit?verb=staff:hire&from=2026-11-01&to=2026-11-02&kind=STAFF&actor=nonsense', {
      AuditTrail: ({ filter }) => {
        asked.push(filter)
        return trail([])
      },
    })
    await screen.findByText('没有符合条件的记录')
    expect(asked[0]).toEqual({
      verb: ['staff:hire'],
      subjectType: ['STAFF'],
      from: '2026-10-31T16:00:00.000Z',
      before: '2026-11-02T16:00:00.000Z',
    })
  })
})

describe('the chain of the trail', () => {
  it('tells an auditor how far it stands and what is not yet chained, and gives the file', async () => {
    open('AUDITOR', 'audit', {
      AuditTrail: () => trail([]),
      LedgerVerifications: () => verifications([verification()]),
    })
    expect(await screen.findByText(/审计记录完好：5,120 条逐条核对/)).toBeTruthy()
    expect(screen.getByText('2 条')).toBeTruthy()
    expect(screen.getByRole('link', { name: /导出/ }).getAttribute('href')).toBe('/files/audit.jsonl')
  })

  it('is verified by one button, and leads from a finding to the entry', async () => {
    const runs: object[] = []
    const { sent } = open('AUDITOR', 'audit', {
      AuditTrail: () => trail([]),
      LedgerVerifications: () => verifications(runs),
      VerifyAudit: () => {
        runs.unshift(
          verification({
            outcome: 'INVALID',
            findingCount: 1,
            findings: [
              {
                __typename: 'LedgerRemark',
                code: 'DOCUMENT_DIFFERS',
                textZh: '这不是当时所签的文件。',
                textEn: 'It is another.',
                entry: 7,
                auditEntryId: `aud_${'a'.repeat(32)}`,
                complaintId: null,
                complaintNumber: null,
              },
            ],
          }),
        )
        return { verifyAudit: { __typename: 'LedgerVerification', id: 'lvr_1' } }
      },
    })
    await userEvent.click(await screen.findByRole('button', { name: '核验' }))
    expect(await screen.findByText('审计记录有问题：发现 1 处')).toBeTruthy()
    expect(screen.getByRole('link', { name: '查看记录' }).getAttribute('href')).toBe(
      `/audit?entry=aud_${'a'.repeat(32)}`,
    )
    expect(sent.filter(({ operation }) => operation === 'VerifyAudit')).toHaveLength(1)
  })

  it('is none of an administrator’s business', async () => {
    open('ADMIN', 'audit', { AuditTrail: () => trail([]) })
    await screen.findByText(/投诉与客户的记录由审计人员查看/)
    expect(screen.queryByRole('button', { name: '核验' })).toBeNull()
  })
})

describe('an act', () => {
  it('is all entries of one request, told by the record that the verb is about', () => {
    const option = entry({ verb: 'complaint:propose', subjectType: 'COMPLAINT_OPTION' })
    const complaint = entry({ verb: 'complaint:propose' })
    const other = entry({ requestId: 'req-2' })
    const acts = actsOf([option, complaint, other])
    expect(acts.map(({ entries }) => entries.length)).toEqual([2, 1])
    expect(acts[0]!.main).toBe(complaint)
  })
})

describe('the address of the trail', () => {
  it('leads back to the same state', () => {
    const params = new URLSearchParams('verb=document:submit&from=2026-11-01&text=req-7')
    expect(writeAudit(readAudit(params)).toString()).toBe(params.toString())
    expect(filterOf(readAudit(new URLSearchParams('verb=nonsense&from=1.11.')), 'Asia/Shanghai')).toEqual({})
  })

  it.each([
    ['2026-11-22', 'Asia/Shanghai', '2026-11-21T16:00:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-11-22', 'America/New_York', '2026-11-22T05:00:00.000Z'],
  ])('%s in %s begins at %s', (day, zone, instant) => {
    expect(startOfDay(day, zone)).toBe(instant)
  })
})
