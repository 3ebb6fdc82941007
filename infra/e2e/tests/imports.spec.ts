import { readFile } from 'node:fs/promises'
import { expect, test } from '../src/people.ts'

const HEADER = 'Reference,Opened,Closed,Summary,Category'
const file = (...rows: readonly string[]) => ({
  name: '旧台账.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([HEADER, ...rows].join('\n').concat('\n')),
})
/** What came out as a number beside its word on the page of a run. */
const figure = (word: string) => new RegExp(`^${word}`)

test('an old register comes in: looked at first, refused rows taken home, written at once, a second time nothing changes', async ({
  signedInAs,
}) => {
  const page = await signedInAs('系统管理员', '/admin/imports')
  const good = Array.from({ length: 40 }, (_, at) => `E2E-${at},2024-05-06,2024-05-08,电梯停运第${at}次,电梯`)
  const bad = ['E2E-100,2024-13-45,,日期不存在,电梯', ',2024-05-06,,没有编号,电梯']

  const look = async () => {
    await page.getByRole('button', { name: '导入文件' }).first().click()
    await page.locator('input[type=file]').setInputFiles(file(...good, ...bad))
    await page.getByRole('button', { name: '试运行' }).click()
  }
  await look()
  await expect(page.getByText('试运行通过：将新增 40 条、更新 0 条。现在还没有写入任何数据。')).toBeVisible()
  await expect(page.getByText('2024-13-45')).toBeVisible()

  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载被拒绝的行' }).click()
  const refused = await readFile(await (await coming).path(), 'utf8')
  expect(refused).toContain('E2E-100')
  expect(refused).toContain('没有编号')
  expect(refused).not.toContain('E2E-1,')

  await page.getByRole('button', { name: '导入 40 行' }).click()
  await expect(page.getByText('已全部写入：新增 40 条、更新 0 条。')).toBeVisible()

  await page.getByRole('link', { name: '导入', exact: true }).first().click()
  await look()
  await expect(page.getByText('没有可写入的内容：都已在系统中，或都被拒绝。')).toBeVisible()
  await expect(page.getByText(figure('不变')).first()).toBeVisible()

  const manager = await signedInAs('客户服务经理', '/customer-service/complaints?view=all&number=2405-0008')
  await expect(manager.getByText('电梯停运第7次')).toBeVisible()

  const finance = await signedInAs('财务', '/admin/imports')
  await finance.getByRole('link', { name: /旧停车系统未缴清单/ }).click()
  // How many depends on which months the demonstration has charged by today.
  await expect(finance.getByText(/试运行通过：将新增 [1-9] 条/)).toBeVisible()
})

test('an import that runs shows how far it is, and cancelled it leaves nothing', async ({ signedInAs }) => {
  const page = await signedInAs('系统管理员', '/admin/imports/new')
  const rows = Array.from({ length: 30_000 }, (_, at) => `LONG-${at},2024-07-06,,水管漏水第${at}处,给排水`)
  await page.locator('input[type=file]').setInputFiles(file(...rows))
  await page.getByRole('button', { name: '试运行' }).click()
  await page.getByRole('button', { name: '导入 30,000 行' }).click({ timeout: 60_000 })
  await expect(page.getByRole('progressbar')).toBeVisible()
  await page.getByRole('button', { name: '取消导入' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '取消导入' }).click()
  await expect(page.getByText('已取消，没有写入任何数据。')).toBeVisible({ timeout: 60_000 })
  const manager = await signedInAs('客户服务经理', '/customer-service/complaints?view=all&number=2407-')
  await expect(manager.getByText('没有符合条件的投诉')).toBeVisible()
})
