import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { deflateSync } from 'node:zlib'
import { hasPermission, hiddenMark, PERMISSIONS, spacedLines, type Role } from '@steward/domain'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'
import { textOfFile } from './text-of-file.ts'

afterEach(clearPage)

const staff = (id: string, name: string) => ({ __typename: 'Staff', id, name })
const COPY = {
  __typename: 'ControlledCopy',
  id: 'cpy_1',
  number: 'UR-2611-001-01',
  version: 4,
  status: 'HELD',
  form: 'CSV',
  recipient: '王雨欣',
  progress: 100,
  producedAt: '2026-11-09T03:00:00.000Z',
  fileHash: 'ab'.repeat(32),
  sizeBytes: 2_000,
  receivedAt: '2026-11-11T03:00:00.000Z',
  signer: null,
  dueOn: '2026-11-24',
  overdueDays: 6,
  returnedAt: null,
  returnNote: null,
  destroyedAt: null,
  chased: 1,
  availableActions: ['RETURN', 'DESTROY'],
  holder: staff('stf_1', '王雨欣'),
  returnedTo: null,
  project: null,
  request: {
    __typename: 'ExportRequest',
    id: 'xrq_1',
    number: 'UR-2611-001',
    purpose: '慰问名单',
    scopeNote: '老年业主',
    clientCount: 24,
    columns: ['CODE'],
    use: 'INSIDE',
    recipientName: null,
    useFrom: '2026-11-09',
    useUntil: '2026-11-24',
  },
  destruction: null,
}

const open = (path: string, role: Role, answers: Answers = {}) => {
  const opened = openPortal(portal, path, {
    person: { roles: [role], permissions: PERMISSIONS.filter((it) => hasPermission({ roles: [role] }, it)) },
    answers: {
      ControlledCopyPage: () => ({
        controlledCopy: { ...COPY, request: { ...COPY.request, columns: ['code', 'name'] } },
      }),
      ...answers,
    },
  })
  const inputs = (operation: string) =>
    opened.sent.filter((it) => it.operation === operation).map(({ variables }) => variables.input)
  return { inputs, user: userEvent.setup() }
}

describe('a controlled copy', () => {
  it('that is overdue says so, with whom it is, and is destroyed with how and where', async () => {
    const { user, inputs } = open('copies/cpy_1', 'CR_SUPERVISOR', {
      DestroyControlledCopy: () => ({
        destroyControlledCopy: { __typename: 'ControlledCopy', id: 'cpy_1', version: 5, status: 'HELD' },
      }),
    })
    expect(await screen.findByText('逾期 6 天未归还')).toBeTruthy()
    expect(screen.getByText('客户编号、姓名/名称')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '更多操作' }))
    await user.click(await screen.findByText('销毁'))
    const form = await screen.findByRole('form', { name: '销毁' })
    await user.click(within(form).getByRole('button', { name: '销毁' }))
    expect(inputs('DestroyControlledCopy')).toEqual([])
    await user.type(within(form).getByLabelText(/销毁方式/), '碎纸机粉碎')
    await user.type(within(form).getByLabelText(/销毁地点/), '档案室')
    await user.click(within(form).getByRole('button', { name: '销毁' }))
    await waitFor(() =>
      expect(inputs('DestroyControlledCopy')).toMatchObject([
        { controlledCopyId: 'cpy_1', expectedVersion: 4, method: '碎纸机粉碎', place: '档案室' },
      ]),
    )
  })
})

describe('the words of a file', () => {
  it('are those of a text, cut to what can be sent, without half a letter', async () => {
    expect(await textOfFile(new File(['编号,姓名\n'], 'a.csv'))).toBe('编号,姓名\n')
    const long = await textOfFile(new File(['字'.repeat(60_000)], 'a.csv'))
    expect(new TextEncoder().encode(long).length).toBeLessThanOrEqual(80_003)
    expect(long.length).toBeGreaterThan(26_000)
  })

  it('are of a print the marks that are hidden in how its pages are set', async () => {
    const mark = 'c3a5967fe1'
    const page = spacedLines(mark, [
      '受控文件，副本编号某某',
      '接收人某某，使用期限自某日至某日',
      '签收使用，不得转借、复制、带离',
    ])
      .flat()
      .filter(({ characterSpacing }) => characterSpacing > 0)
      .map(({ characterSpacing }) => `BT ${characterSpacing} Tc <01> Tj ET`)
      .join('\n')
    const [one, other] = [deflateSync(page), deflateSync('BT 2 Tc <01> Tj ET')]
    const pdf = Buffer.concat([
      Buffer.from('%PDF-1.3\n1 0 obj\nstream\n'),
      other,
      Buffer.from('\nendstream\nendobj\n2 0 obj\nstream\n'),
      one,
      Buffer.from('\nendstream\nendobj\n'),
    ])
    expect(await textOfFile(new File([pdf], 'a.pdf'))).toBe(hiddenMark(mark))
  })
})
