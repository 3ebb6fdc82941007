import { hasPermission, PERMISSIONS, type Role } from '@steward/domain'
import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../../portal.tsx'

afterEach(clearPage)

const REQUEST = {
  __typename: 'SubjectRequest',
  id: 'sbr_1',
  number: 'SR-2611-004',
  version: 1,
  kind: 'COPY',
  status: 'REGISTERED',
  askedBy: 'AGENT',
  requesterName: '周建国',
  channel: 'COUNTER',
  words: '要一份资料',
  registeredAt: '2026-11-02T03:00:00.000Z',
  dueAt: '2026-11-20T10:00:00.000Z',
  decidedAt: null,
  client: { __typename: 'Client', id: 'cli_1', code: 'C-0001', name: '王芳' },
  registeredBy: { __typename: 'Staff', id: 'stf_1', name: '李静' },
  proof: null,
  proofNote: null,
  verifiedAt: null,
  verifiedBy: null,
  answer: null,
  refusal: null,
  decidedBy: null,
  erasure: null,
  exportRequest: null,
  availableActions: ['VERIFY', 'REFUSE', 'WITHDRAW'],
}

const open = (path: string, role: Role, answers: Answers = {}) => {
  const opened = openPortal(portal, path, {
    person: { roles: [role], permissions: PERMISSIONS.filter((it) => hasPermission({ roles: [role] }, it)) },
    answers: {
      SubjectRequestPage: () => ({ subjectRequest: REQUEST }),
      SubjectRequests: () => ({
        subjectRequests: {
          __typename: 'SubjectRequestConnection',
          edges: [{ __typename: 'SubjectRequestEdge', node: REQUEST }],
          pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
        },
      }),
      SubjectRequestLimits: () => ({ subjectRequestPolicy: null }),
      ...answers,
    },
  })
  const inputs = (operation: string) =>
    opened.sent.filter((it) => it.operation === operation).map(({ variables }) => variables.input)
  return { inputs, user: userEvent.setup() }
}

describe('a request of a data subject', () => {
  it('that is overdue stands out in the list, with the days that the policy gives', async () => {
    open('subject-requests', 'CS_MANAGER')
    expect(await screen.findByText('SR-2611-004')).toBeTruthy()
    expect(screen.getByText('已逾期')).toBeTruthy()
    expect(await screen.findByText('15 个工作日')).toBeTruthy()
  })

  it('of an agent offers the one proof that fits, and refusals that need no proof', async () => {
    const { user, inputs } = open('subject-requests/sbr_1', 'CS_MANAGER', {
      VerifySubjectRequest: () => ({
        verifySubjectRequest: { __typename: 'SubjectRequest', id: 'sbr_1', version: 2, status: 'IDENTIFIED' },
      }),
    })
    expect(await screen.findByText(/核实之前，不向请求人透露任何资料/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '核实身份' }))
    const form = await screen.findByRole('form', { name: '核实身份' })
    await user.click(within(form).getByRole('button', { name: '核实身份' }))
    expect(inputs('VerifySubjectRequest')).toEqual([])
    await user.type(within(form).getByLabelText(/核对情况/), '委托书原件')
    await user.click(within(form).getByRole('button', { name: '核实身份' }))
    await waitFor(() =>
      expect(inputs('VerifySubjectRequest')).toEqual([
        { subjectRequestId: 'sbr_1', expectedVersion: 1, proof: 'AUTHORITY_SEEN', proofNote: '委托书原件' },
      ]),
    )
  })

  const opensErasure = (blocks: readonly object[]) => {
    const asked = { ...REQUEST, kind: 'ERASURE', status: 'IDENTIFIED', availableActions: ['ERASE', 'REFUSE'] }
    return open('subject-requests/sbr_1', 'CS_MANAGER', {
      SubjectRequestPage: () => ({ subjectRequest: asked }),
      ErasurePreview: () => ({
        erasurePreview: {
          __typename: 'ErasurePreview',
          blocks,
          goes: [{ __typename: 'ErasureTaken', what: 'CONTACTS', count: 2 }],
          stays: [{ __typename: 'ErasureLeft', what: 'ACCOUNTS', count: 7 }],
          copies: [],
          sources: [],
        },
      }),
      EraseSubjectRequest: () => ({
        eraseSubjectRequest: { __typename: 'SubjectRequest', id: 'sbr_1', version: 2, status: 'IDENTIFIED' },
      }),
    })
  }

  it('for erasure shows what stands in the way, and is not signed before that is settled', async () => {
    opensErasure([{ __typename: 'ErasureBlocking', kind: 'OPEN_CASE', number: '2611-0042' }])
    expect(await screen.findByText('2611-0042')).toBeTruthy()
    expect(screen.getByText(/会计档案在法定保管期内/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '删除' })).toBeNull()
  })

  it('for erasure is signed without a word once nothing is in the way', async () => {
    const { user, inputs } = opensErasure([])
    await user.click(await screen.findByRole('button', { name: '删除' }))
    const form = await screen.findByRole('form', { name: '删除' })
    await user.click(within(form).getByRole('button', { name: '删除' }))
    await waitFor(() =>
      expect(inputs('EraseSubjectRequest')).toEqual([{ subjectRequestId: 'sbr_1', expectedVersion: 1 }]),
    )
  })
})
