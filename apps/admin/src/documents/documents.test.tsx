import {
  DEFAULT_AUTHORITY_LIMITS,
  DEFAULT_SIGNATURE_POLICY,
  hasPermission,
  inPolicyOrder,
  PERMISSIONS,
  type Role,
} from '@steward/domain'
import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'
import { filterOf, readDocuments, writeDocuments } from './document-filters.ts'

afterEach(clearPage)

const department = (id: string, name: string) => ({ __typename: 'Department', id, name, archivedAt: null })
const SERVICE = department('dep_0198f00000007000800000000000000a', '客户服务中心')
const QUALITY = department('dep_0198f00000007000800000000000000b', '品质管理部')
const staff = (id: string, name: string) => ({ __typename: 'Staff', id, name })

const CLAUSES = [
  { __typename: 'DocumentClause', heading: '目的', body: '规范投诉处理。' },
  { __typename: 'DocumentClause', heading: '受理', body: '接到投诉后 2 小时内登记。\n须向客户复述。' },
]
const revision = (id: string, label: string, more: object = {}) => ({
  __typename: 'DocumentRevision',
  id,
  version: 3,
  kind: 'CONTROL_PROCEDURE',
  status: 'EFFECTIVE',
  ordinal: 0,
  label,
  mark: null,
  changeCount: 0,
  base: null,
  title: '客户投诉处理控制程序',
  executingDepartment: SERVICE,
  supervisingDepartment: QUALITY,
  editingDepartment: SERVICE,
  changeReason: null,
  clauses: CLAUSES,
  limits: [],
  rules: [],
  effectiveOn: null,
  awaitsMe: false,
  signings: [],
  draftedBy: staff('stf_1', '陆静怡'),
  draftedAt: '2026-09-01T01:00:00.000Z',
  submittedAt: '2026-09-01T03:00:00.000Z',
  approvedAt: '2026-09-02T03:00:00.000Z',
  effectiveAt: '2026-09-02T16:30:00.000Z',
  endedAt: null,
  endReason: null,
  rejectedBy: null,
  rejectedAt: null,
  rejectedReason: null,
  signOffs: [
    {
      __typename: 'SignOff',
      id: 'sgn_1',
      meaning: 'PREPARED',
      role: 'CR_SUPERVISOR',
      at: '2026-09-01T03:00:00.000Z',
      comment: null,
      signer: staff('stf_1', '陆静怡'),
    },
  ],
  availableActions: [],
  ...more,
})
const OLD = revision('rev_1', 'A/0')
const NEW = revision('rev_2', 'A/1', {
  status: 'DRAFT',
  ordinal: 1,
  mark: 'a',
  changeCount: 1,
  base: { __typename: 'DocumentRevision', id: 'rev_1', label: 'A/0' },
  changeReason: '缩短登记时限',
  clauses: CLAUSES.with(1, { ...CLAUSES[1]!, body: '接到投诉后 30 分钟内登记。\n须向客户复述。' }),
  effectiveAt: null,
  signOffs: [],
  availableActions: ['CHANGE', 'SUBMIT', 'WITHDRAW'],
})
const DOCUMENT = {
  __typename: 'ControlledDocument',
  id: 'doc_1',
  number: 'CP-001',
  kind: 'CONTROL_PROCEDURE',
  title: '客户投诉处理控制程序',
  controlStatus: 'CONTROLLED',
  complaint: null,
  effectiveRevision: OLD,
  openRevision: NEW,
  revisions: [NEW, OLD],
}
const answer = {
  __typename: 'DocumentRevision',
  id: 'rev_2',
  version: 4,
  status: 'DRAFT',
  label: 'A/1',
  document: { __typename: 'ControlledDocument', id: 'doc_1' },
}

const open = (path: string, role: Role = 'CR_SUPERVISOR', answers: Answers = {}) => {
  const opened = openPortal(portal, path, {
    person: {
      roles: [role],
      permissions: PERMISSIONS.filter((permission) => hasPermission({ roles: [role] }, permission)),
    },
    answers: {
      ControlledDocumentPage: () => ({ controlledDocument: DOCUMENT, departments: [SERVICE, QUALITY] }),
      DocumentRevisionInFull: ({ id }) => ({ documentRevision: id === 'rev_2' ? NEW : OLD }),
      ...answers,
    },
  })
  const inputs = (operation: string) =>
    opened.sent.filter((it) => it.operation === operation).map(({ variables }) => variables.input)
  return { inputs, user: userEvent.setup() }
}

describe('a document', () => {
  it('is shown in full as it is in force, with who prepared it and on which day', async () => {
    open('documents/doc_1')
    const head = await screen.findByLabelText('文件表头')
    expect(head.textContent).toContain('编制陆静怡')
    // Past midnight where the organization is.
    expect(head.textContent).toContain('生效日期2026年9月3日')
    const content = screen.getByRole('article', { name: '正文' })
    expect(
      within(content)
        .getAllByRole('heading')
        .map(({ textContent }) => textContent),
    ).toEqual(['第 1 条 目的', '第 2 条 受理'])
    expect(content.textContent).toContain('接到投诉后 2 小时内登记。')
    expect(screen.getByText(/A\/1 正在修订；生效前仍按本版办事/)).toBeTruthy()
  })

  it('shows what a revision changes, beside each other and in one text', async () => {
    const { user } = open('documents/doc_1?revision=rev_2&view=changes')
    const sides = await screen.findByRole('table', { name: '版次对照' })
    expect(screen.getByText('共 1 处不同')).toBeTruthy()
    const [was, is] = [sides.querySelector('del'), sides.querySelector('ins')]
    expect([was?.textContent, is?.textContent]).toEqual(['删去： 2 小时', '新增： 30 分钟'])
    await user.click(screen.getByText('合并标注'))
    await user.click(screen.getByRole('switch', { name: '只看修改处' }))
    const lines = within(await screen.findByRole('list', { name: '版次对照' })).getAllByRole('listitem')
    expect(lines).toHaveLength(1)
    expect(lines[0]!.textContent).toContain('第 2 条 受理，第 1 段')
  })

  it('is submitted with the statement of changes, and says what that means', async () => {
    const { user, inputs } = open('documents/doc_1?revision=rev_2', 'CR_SUPERVISOR', {
      SubmitDocument: () => ({ submitDocument: answer }),
    })
    await user.click(await screen.findByRole('button', { name: /提交会签/ }))
    const form = await screen.findByRole('form', { name: '提交会签' })
    expect(screen.getByText(/提交即以“编制”签署本版/)).toBeTruthy()
    await user.click(within(form).getByRole('button', { name: '提交会签' }))
    await waitFor(() =>
      expect(inputs('SubmitDocument')).toEqual([
        { revisionId: 'rev_2', expectedVersion: 3, changeReason: '缩短登记时限' },
      ]),
    )
  })

  it('offers an auditor nothing to do', async () => {
    open('documents/doc_1', 'AUDITOR')
    await screen.findByLabelText('文件表头')
    expect(screen.queryByRole('button', { name: /修订|提交|修改草稿/ })).toBeNull()
  })
})

describe('a draft', () => {
  it('keeps what is typed until it is saved, and counts what it changes', async () => {
    const first = open('documents/doc_1/edit')
    const body = await screen.findByDisplayValue(/接到投诉后 30 分钟内登记/)
    expect(screen.getByText('与 A/0 相比修改 1 处')).toBeTruthy()
    await first.user.type(body, '{Enter}并回执编号。')
    await screen.findByText('与 A/0 相比修改 2 处')
    cleanup()
    const { user, inputs } = open('documents/doc_1/edit', 'CR_SUPERVISOR', {
      ChangeDocument: () => ({ changeDocument: answer }),
    })
    await screen.findByDisplayValue(/并回执编号/)
    await user.click(screen.getByRole('button', { name: '保存草稿' }))
    await waitFor(() => expect(inputs('ChangeDocument')).toHaveLength(1))
    expect(inputs('ChangeDocument')[0]).toMatchObject({
      revisionId: 'rev_2',
      expectedVersion: 3,
      changeReason: '缩短登记时限',
      content: {
        clauses: [
          { heading: '目的' },
          { heading: '受理', body: '接到投诉后 30 分钟内登记。\n须向客户复述。\n并回执编号。' },
        ],
      },
    })
  })

  it('of the matrix is changed where its cells stand, by keyboard alone', async () => {
    const limits = DEFAULT_AUTHORITY_LIMITS.map((limit) => ({ __typename: 'DocumentLimit', ...limit }))
    const matrix = (it: object) => ({ ...it, kind: 'AUTHORITY_LIMITS', clauses: [], limits })
    const { user, inputs } = open('documents/doc_1/edit', 'CS_MANAGER', {
      DocumentRevisionInFull: ({ id }) => ({ documentRevision: matrix(id === 'rev_2' ? NEW : OLD) }),
      ChangeDocument: () => ({ changeDocument: answer }),
    })
    const cell = await screen.findByRole('button', { name: /客户服务经理，客户自身失误/ })
    cell.focus()
    await user.keyboard('{Enter}')
    const input = await screen.findByRole('spinbutton', { name: /客户自身失误的限额/ })
    await user.clear(input)
    await user.keyboard('3000')
    expect(screen.getByText(/¥2,000 以上、¥3,000 以内，改由本岗位即可批准/)).toBeTruthy()
    await user.keyboard('{Enter}')
    await screen.findByText('与 A/0 相比修改 1 处')
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/客户自身失误/))
    await user.click(screen.getByRole('button', { name: '保存草稿' }))
    await waitFor(() => expect(inputs('ChangeDocument')).toHaveLength(1))
    const sent = inputs('ChangeDocument')[0] as { content: { limits: { role: string }[] } }
    expect(sent.content.limits).toHaveLength(DEFAULT_AUTHORITY_LIMITS.length)
    expect(sent.content.limits).toContainEqual({
      role: 'CS_MANAGER',
      cause: 'CLIENT',
      limitMinor: 3_000_00,
    })
  })
})

describe('a draft of the signature policy', () => {
  it('is changed step by step: who signs, within which time', async () => {
    const rules = inPolicyOrder(DEFAULT_SIGNATURE_POLICY.rules).flatMap(({ steps, ...rule }, at) =>
      steps.map((step, position) => ({
        __typename: 'DocumentRuleStep',
        rule: at,
        siteTiers: [],
        ...rule,
        position,
        ...step,
      })),
    )
    const policy = (it: object) => ({ ...it, kind: 'SIGNATURE_POLICY', clauses: [], rules })
    const { user, inputs } = open('documents/doc_1/edit', 'CS_MANAGER', {
      DocumentRevisionInFull: ({ id }) => ({ documentRevision: policy(id === 'rev_2' ? NEW : OLD) }),
      ChangeDocument: () => ({ changeDocument: answer }),
    })
    await user.click(await screen.findByText('管理办法'))
    const rule = await screen.findByRole('group', { name: '管理办法' })
    await user.click(within(rule).getByRole('button', { name: '加一道审核' }))
    const time = within(rule).getByRole('spinbutton', { name: '管理办法，第 4 步的时限' })
    await user.clear(time)
    await user.type(time, '8')
    await screen.findByText('与 A/0 相比修改 2 处')
    const proof = within(rule).getByRole('combobox', { name: '管理办法，第 4 步的验证方式' })
    await user.click(proof)
    await user.click(await screen.findByText('只能用通行密钥'))
    // A tier of its own for small sites.
    await user.click(screen.getByRole('button', { name: '加一档（按金额、等级或服务中心规模）' }))
    await user.click(await screen.findByRole('combobox', { name: /^管理办法，.*服务中心规模$/ }))
    await user.click(await screen.findByText('小型服务中心'))
    await user.click(screen.getByRole('button', { name: '保存草稿' }))
    await waitFor(() => expect(inputs('ChangeDocument')).toHaveLength(1))
    const sent = inputs('ChangeDocument')[0] as {
      content: {
        rules: {
          kind: string
          siteTiers: string[]
          steps: { meaning: string; dueMinutes?: number; level?: string }[]
        }[]
      }
    }
    const [regulation, ofSmall] = sent.content.rules.filter(({ kind }) => kind === 'REGULATION')
    expect([regulation!.siteTiers, ofSmall!.siteTiers]).toEqual([[], ['SMALL']])
    expect(regulation!.steps.map(({ meaning, dueMinutes, level }) => [meaning, dueMinutes, level])).toEqual([
      ['PREPARED', undefined, undefined],
      ['REVIEWED', 960, undefined],
      ['REVIEWED', 960, undefined],
      ['APPROVED', 480, 'PASSKEY'],
    ])
    expect(sent.content.rules).toHaveLength(DEFAULT_SIGNATURE_POLICY.rules.length + 1)
  })
})

describe('the list', () => {
  it.each(['QUALITY', 'CR_SUPERVISOR', 'CS_DIRECTOR', 'GM_OFFICE', 'AUDITOR'] as const)(
    'is in the menu of %s',
    async (role) => {
      open('', role)
      expect(await screen.findByRole('link', { name: /受控文件/ })).toBeTruthy()
      expect(screen.queryByRole('link', { name: /签核台账/ }) !== null).toBe(
        hasPermission({ roles: [role] }, 'ledger:read'),
      )
    },
  )

  it('leads back to the same state by its address', () => {
    const params = new URLSearchParams(
      `view=onTheWay&search=CP&kind=REGULATION&department=${SERVICE.id}&openStatus=DRAFT`,
    )
    expect(writeDocuments(readDocuments(params)).toString()).toBe(params.toString())
    expect(filterOf(readDocuments(params))).toEqual({
      openStatus: ['DRAFT'],
      search: 'CP',
      kind: ['REGULATION'],
      department: SERVICE.id,
    })
    expect(filterOf(readDocuments(new URLSearchParams('view=nonsense&kind=x&department=1')))).toEqual({})
  })
})
