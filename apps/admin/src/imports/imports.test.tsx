import { hasPermission, MAXIMUM_IMPORT_BYTES, PERMISSIONS, type Role } from '@steward/domain'
import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { portal } from '../portal.tsx'
import { uploadFile } from './upload.ts'

vi.mock('./upload.ts', () => ({ uploadFile: vi.fn() }))

const FILE = { __typename: 'ImportFile', id: `imf_${'f'.repeat(32)}`, name: '台账.csv', sizeBytes: 2_400_000 }
const SENT = { ...FILE, kind: 'COMPLAINTS' as const, header: [], samples: [], refused: null }
const ID = `imp_${'a'.repeat(32)}`

const count = (dimension: string, value: string | null, rows: number, name: string | null = null) => ({
  __typename: 'ImportCount',
  dimension,
  value,
  nameZh: name,
  nameEn: name,
  rows,
})
const run = (more: object = {}) => ({
  __typename: 'ImportRun',
  id: ID,
  kind: 'COMPLAINTS',
  mapping: 'steward-complaints',
  encoding: 'GB18030',
  dryRun: true,
  status: 'DONE',
  isLost: false,
  refusalZh: null,
  refusalEn: null,
  progress: 100,
  rowsRead: 20_003,
  rowsNew: 20_000,
  rowsChanged: 1,
  rowsUnchanged: 0,
  rowsRefused: 2,
  rowsWarned: 5,
  rowsDuplicate: 0,
  rowsByOne: 100_000,
  appliedAt: null,
  undoneAt: null,
  dryRunOf: null,
  undoes: null,
  categoriesNew: 3,
  departmentsNew: 0,
  cancelRequested: false,
  refusedRowsPath: `/files/imports/${ID}/refused.csv`,
  startedAt: '2026-11-22T03:00:00.000Z',
  finishedAt: '2026-11-22T03:00:04.000Z',
  availableActions: ['APPLY'],
  file: FILE,
  startedBy: { __typename: 'Staff', id: 'stf_1', name: '钟毅' },
  counts: [
    count('STATUS', 'CLOSED', 18_889),
    count('STATUS', 'REGISTERED', 1_112),
    count('CATEGORY', null, 880),
    count('CATEGORY', null, 641, '电梯'),
    count('ISSUE', 'MISSING_KEY', 2),
  ],
  ...more,
})
const connection = (type: string, nodes: object[]) => ({
  __typename: `${type}Connection`,
  edges: nodes.map((node) => ({ __typename: `${type}Edge`, cursor: 'c', node })),
  pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
})
const ISSUE = {
  __typename: 'ImportIssue',
  id: `imi_${'1'.repeat(32)}`,
  line: 105,
  column: '编号',
  value: '',
  level: 'ERROR',
  reason: 'MISSING_KEY',
}

/** A field of the organization's own. */
const OWN_FIELD = {
  __typename: 'CustomField',
  id: `cuf_${'2'.repeat(32)}`,
  key: 'cars',
  labelZh: '车辆数',
  labelEn: 'Cars',
  type: 'NUMBER',
  class: 'INTERNAL',
  choices: [],
  least: '0',
  most: '9',
  retiredAt: null,
}

const open = (path: string, role: Role, answers: Answers = {}) => {
  const permissions = PERMISSIONS.filter((permission) => hasPermission({ roles: [role] }, permission))
  const opened = openPortal(portal, path, {
    person: { roles: [role], permissions },
    answers: {
      ImportRuns: () => ({ importRuns: connection('ImportRun', [run()]) }),
      ImportRun: () => ({ importRun: run() }),
      ImportIssues: () => ({
        importRun: { __typename: 'ImportRun', id: ID, issues: connection('ImportIssue', [ISSUE]) },
      }),
      StartImport: () => ({ startImport: { __typename: 'ImportRun', id: ID } }),
      ApplyImport: () => ({ applyImport: { __typename: 'ImportRun', id: ID } }),
      UndoImport: () => ({ undoImport: { __typename: 'ImportRun', id: ID } }),
      ImportPolicies: () => ({ importPolicies: [] }),
      ImportMappings: () => ({ importMappings: [] }),
      FieldsToImport: () => ({ customFields: [OWN_FIELD] }),
      ...answers,
    },
  })
  const inputs = (operation: string) =>
    opened.sent.filter((it) => it.operation === operation).map(({ variables }) => variables['input'])
  return { ...opened, inputs, user: userEvent.setup() }
}

beforeEach(() => vi.mocked(uploadFile).mockReset())
afterEach(clearPage)

describe('the list of imports', () => {
  it('tells what came of each, and lets an administrator begin; an auditor only looks', async () => {
    open('imports', 'ADMIN')
    const link = await screen.findByRole('link', { name: /台账\.csv/ })
    expect(link.getAttribute('href')).toContain(`imports/${ID}`)
    expect(screen.getByText('试运行')).toBeTruthy()
    expect(screen.getByText('20,001')).toBeTruthy()
    expect(screen.getByRole('button', { name: /导入文件/ })).toBeTruthy()
    clearPage()
    open('imports', 'AUDITOR')
    await screen.findByRole('link', { name: /台账\.csv/ })
    expect(screen.queryByRole('button', { name: /导入文件/ })).toBeNull()
  })

  it('says that a run was interrupted, whatever it says itself', async () => {
    open('imports', 'ADMIN', {
      ImportRuns: () => ({ importRuns: connection('ImportRun', [run({ status: 'WRITING', isLost: true })]) }),
    })
    expect(await screen.findByText('已中断')).toBeTruthy()
    expect(screen.queryByText('写入中')).toBeNull()
  })
})

describe('a new import', () => {
  const choose = async (user: ReturnType<typeof userEvent.setup>, file: File) => {
    await screen.findByText(/把 CSV 或 Excel 文件拖到这里/)
    await user.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, file)
  }
  const csv = new File(['编号,登记时间,摘要'], '台账.csv', { type: 'text/csv' })

  it('is not open to an auditor', async () => {
    open('imports/new', 'AUDITOR')
    expect(await screen.findByText('这里不归您的岗位')).toBeTruthy()
    expect(document.querySelector('input[type=file]')).toBeNull()
  })

  it('hands the file over, takes the format that its columns tell, and only looks', async () => {
    vi.mocked(uploadFile).mockResolvedValue({ file: { ...SENT, mapping: 'nyc-casework' } })
    const { user, inputs, router } = open('imports/new', 'ADMIN')
    await choose(user, csv)
    expect(await screen.findByText('已按列名认出格式')).toBeTruthy()
    expect(screen.getByText('unique_key *')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '试运行' }))
    await waitFor(() => expect(router.state.location.pathname).toContain(`imports/${ID}`))
    expect(inputs('StartImport')).toEqual([
      { fileId: FILE.id, mapping: 'nyc-casework', encoding: null, dryRun: true },
    ])
  })

  it('lets the person choose another format', async () => {
    vi.mocked(uploadFile).mockResolvedValue({ file: { ...SENT, mapping: null } })
    const { user, inputs } = open('imports/new', 'ADMIN')
    await choose(user, csv)
    expect(await screen.findByText(/从列名看不出格式/)).toBeTruthy()
    await user.click(screen.getByText(/纽约市议会/))
    await user.click(screen.getByRole('button', { name: '试运行' }))
    await waitFor(() => expect(inputs('StartImport')).toMatchObject([{ mapping: 'nyc-casework' }]))
  })

  it('puts the columns of clients to our fields, takes corrections, and saves them under a name', async () => {
    const columns = ['业主姓名（必填）', '手机号', '备注', '身份']
    vi.mocked(uploadFile).mockResolvedValue({
      file: {
        ...SENT,
        kind: 'CLIENTS' as const,
        mapping: null,
        header: columns,
        samples: [['欧阳明', '13900001111', '无', '外租客']],
      },
    })
    const { user, inputs } = open('imports/new', 'CR_SUPERVISOR', {
      SaveImportMapping: () => ({
        saveImportMapping: {
          __typename: 'ImportMapping',
          id: `imm_${'1'.repeat(32)}`,
          name: 'x',
          version: 1,
        },
      }),
    })
    await choose(user, csv)
    expect(await screen.findByText('13900001111')).toBeTruthy()
    expect(screen.queryByRole('radio', { name: '投诉' })).toBeNull()
    expect(screen.getByRole('button', { name: '试运行' }).hasAttribute('disabled')).toBe(true)
    await user.type(screen.getByRole('textbox', { name: /来源/ }), '开发商移交')
    await user.click(screen.getByRole('button', { name: '词语对照' }))
    await user.type(screen.getByRole('textbox', { name: '“身份”列中的词' }), '外租客')
    await user.click(screen.getByRole('combobox', { name: '“外租客”的意思' }))
    await user.click(await screen.findByTitle('非业主使用人'))
    await user.click(screen.getByRole('button', { name: '保存列对应' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: '保存列对应' }))
    const record = {
      kind: 'CLIENTS',
      source: '开发商移交',
      columns: ['name', 'phone', null, 'relation'].map((field, at) => ({
        column: columns[at],
        field,
        values: at === 3 ? [{ key: '外租客', value: 'OCCUPANT' }] : [],
      })),
      constants: [
        { key: 'kind', value: 'INDIVIDUAL' },
        { key: 'consentWay', value: 'SIGNED' },
      ],
    }
    await waitFor(() => expect(inputs('SaveImportMapping')).toEqual([{ name: '开发商移交', record }]))
    await user.click(screen.getByRole('button', { name: '试运行' }))
    await waitFor(() => expect(inputs('StartImport')).toEqual([{ fileId: FILE.id, record, dryRun: true }]))
  })

  it('sends no file above the limit, and says in one sentence why a file was not taken', async () => {
    vi.mocked(uploadFile).mockResolvedValue({ problem: null })
    const { user } = open('imports/new', 'ADMIN')
    await choose(
      user,
      Object.defineProperty(new File(['x'], 'a.csv'), 'size', { value: MAXIMUM_IMPORT_BYTES + 1 }),
    )
    expect((await screen.findByRole('alert')).textContent).toContain('50 MB')
    expect(uploadFile).not.toHaveBeenCalled()
    await choose(user, csv)
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('文件没有传上去'))
  })
})

describe('a run', () => {
  it('that only looked tells figures and issues, and is brought in by one button', async () => {
    const { user, inputs } = open(`imports/${ID}`, 'ADMIN')
    expect(await screen.findByText(/将新增 20,000 条、更新 1 条/)).toBeTruthy()
    const states = within(screen.getByRole('list', { name: '按状态' }))
    expect(states.getByText('已结案').closest('li')?.textContent).toContain('18,889')
    expect(within(screen.getByRole('list', { name: '按分类' })).getByText('（无）')).toBeTruthy()
    const issues = within(await screen.findByRole('table', { name: '问题，按行号' }))
    await waitFor(() => expect(issues.getByText('105')).toBeTruthy())
    expect(issues.getByText('没有编号')).toBeTruthy()
    expect(screen.getByRole('link', { name: /下载被拒绝的行/ }).getAttribute('href')).toBe(
      `/files/imports/${ID}/refused.csv`,
    )
    await user.click(screen.getByRole('button', { name: '导入 20,001 行' }))
    await waitFor(() =>
      expect(inputs('ApplyImport')).toEqual([{ importRunId: ID, duplicateChoice: 'LEAVE_OUT' }]),
    )
  })

  it('of clients asks about likely duplicates, and is taken back after a question', async () => {
    const node = {
      __typename: 'ImportDuplicate',
      id: `imd_${'1'.repeat(32)}`,
      line: 7,
      ground: 'SAME_PHONE_AND_NAME',
      nameMasked: '张**',
      choice: null,
      client: {
        __typename: 'Client',
        id: `cli_${'1'.repeat(32)}`,
        code: 'C0001',
        name: '张伟',
        phoneMasked: '138****1111',
      },
    }
    const clients = {
      kind: 'CLIENTS',
      mapping: '开发商',
      rowsNew: 2,
      rowsChanged: 0,
      rowsDuplicate: 1,
      rowsByOne: 2,
    }
    const answers = {
      ImportRun: () => ({ importRun: run(clients) }),
      ImportDuplicates: () => ({
        importRun: { __typename: 'ImportRun', id: ID, duplicates: connection('ImportDuplicate', [node]) },
      }),
      ChooseImportDuplicate: () => ({
        chooseImportDuplicate: { __typename: 'ImportDuplicate', id: node.id, choice: 'MAKE_NEW' },
      }),
    }
    const { user, inputs } = open(`imports/${ID}`, 'CR_SUPERVISOR', answers)
    await user.click(await screen.findByText('补充空白项'))
    await user.click(await screen.findByRole('combobox', { name: '第 7 行的处理' }))
    await user.click(await screen.findByTitle('另建新档案'))
    await waitFor(() =>
      expect(inputs('ChooseImportDuplicate')).toEqual([{ duplicateId: node.id, choice: 'MAKE_NEW' }]),
    )
    await user.click(screen.getByRole('button', { name: '导入 2 行' }))
    await waitFor(() =>
      expect(inputs('ApplyImport')).toEqual([{ importRunId: ID, duplicateChoice: 'FILL_EMPTY' }]),
    )
    clearPage()
    const undo = {
      ...clients,
      rowsDuplicate: 0,
      rowsNew: 0,
      rowsChanged: 3,
      rowsUnchanged: 1,
      rowsByOne: 5_000,
      undoes: { __typename: 'ImportRun', id: `imp_${'b'.repeat(32)}`, startedAt: '2026-11-22T03:00:00.000Z' },
    }
    const second = open(`imports/${ID}`, 'CR_SUPERVISOR', { ImportRun: () => ({ importRun: run(undo) }) })
    expect(await screen.findByText(/撤销会收回 3 行，保留 1 行/)).toBeTruthy()
    await second.user.click(screen.getByRole('button', { name: '撤销 3 行' }))
    expect(second.inputs('ApplyImport')).toEqual([])
    await second.user.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: '撤销 3 行' }),
    )
    await waitFor(() => expect(second.inputs('ApplyImport')).toHaveLength(1))
  })

  it('is told in English to who reads English', async () => {
    open(`imports/${ID}`, 'ADMIN')
    await screen.findByText(/将新增/)
    clearPage()
    openPortal(portal, `imports/${ID}`, {
      locale: 'en',
      person: { roles: ['ADMIN'], permissions: ['portal:admin', 'import:read', 'import:run'] },
      answers: {
        ImportRun: () => ({ importRun: run() }),
        ImportIssues: () => ({ importRun: null }),
      },
    })
    expect(await screen.findByText(/20,000 would be new, 1 changed/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Import 20,001 rows' })).toBeTruthy()
  })

  it('under way shows how far it is, and is cancelled after a question', async () => {
    const running = { status: 'WRITING', progress: 64, availableActions: ['CANCEL'], finishedAt: null }
    const { user, inputs } = open(`imports/${ID}`, 'ADMIN', {
      ImportRun: () => ({ importRun: run(running) }),
      CancelImport: () => ({
        cancelImport: {
          __typename: 'ImportRun',
          id: ID,
          status: 'WRITING',
          cancelRequested: true,
          finishedAt: null,
        },
      }),
    })
    expect(await screen.findByText(/20,003 行已检查，正在写入/)).toBeTruthy()
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('64')
    await user.click(screen.getByRole('button', { name: '取消导入' }))
    expect(inputs('CancelImport')).toEqual([])
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '取消导入' }))
    await waitFor(() => expect(inputs('CancelImport')).toEqual([{ importRunId: ID }]))
  })

  it('is neither started nor cancelled by an auditor', async () => {
    open(`imports/${ID}`, 'AUDITOR', {
      ImportRun: () => ({ importRun: run({ refusedRowsPath: null, availableActions: [] }) }),
    })
    await screen.findByText(/将新增/)
    expect(screen.queryByRole('button', { name: /导入 20,001 行/ })).toBeNull()
    expect(screen.queryByRole('link', { name: /下载被拒绝的行/ })).toBeNull()
  })

  it('that was refused says why, and that is all', async () => {
    open(`imports/${ID}`, 'ADMIN', {
      ImportRun: () => ({
        importRun: run({
          status: 'REFUSED',
          refusalZh: '文件缺少这些列：登记时间。',
          refusalEn: 'The file lacks these columns: Opened.',
        }),
      }),
    })
    expect((await screen.findByRole('alert')).textContent).toContain('文件缺少这些列：登记时间。')
    expect(screen.queryByRole('list', { name: '按状态' })).toBeNull()
    expect(screen.getByRole('link', { name: '重新选择文件' })).toBeTruthy()
  })
})
