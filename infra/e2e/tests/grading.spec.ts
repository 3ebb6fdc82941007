/** A grading goes its whole road: scored by the worker, prepared, reviewed, approved and published by different people; then the client's page says the grade and why. */
import type { Page } from '@playwright/test'
import { write } from '../src/forms.ts'
import { expect, test } from '../src/people.ts'
import { signWhereAsked } from '../src/signing.ts'

const CYCLES = '/admin/customer-service/grading/cycles'
/** Of the cycle of the demonstration that is under way: only one goes on at a time. */
const UNDER_WAY = /已计分/

const confirm = async (page: Page, verb: string, reason?: string): Promise<void> => {
  const sheet = page.getByRole('dialog').last()
  await sheet.waitFor()
  if (reason) await write(sheet, '原因', reason)
  await sheet.getByRole('button', { name: verb, exact: true }).click()
  await signWhereAsked(page, () => sheet.waitFor({ state: 'hidden' }))
}
const does = async (page: Page, verb: string): Promise<void> => {
  await page.getByRole('button', { name: verb, exact: true }).click()
  await confirm(page, verb)
}

test('a grading is scored, signed by three and published; the client’s page shows the grade and why', async ({
  signedInAs,
}) => {
  test.setTimeout(120_000)
  const supervisor = await signedInAs('客户关系主管', CYCLES)
  await supervisor.getByRole('row', { name: UNDER_WAY }).getByRole('link').first().click()
  await supervisor.getByRole('button', { name: '更多操作' }).click()
  await supervisor.getByRole('menuitem', { name: '取消周期' }).click()
  await confirm(supervisor, '取消周期', '标准下月修订，届时重评')

  await supervisor.goto(CYCLES)
  await supervisor.getByRole('button', { name: '开启评估周期' }).first().click()
  const form = supervisor.getByRole('dialog').last()
  await write(form, '名称', '年终客户评级')
  await form.getByRole('button', { name: '开启评估周期' }).click()
  await expect(supervisor.getByRole('heading', { name: /年终客户评级/ })).toBeVisible()
  await does(supervisor, '开始计分')
  await expect(supervisor.getByRole('button', { name: '编制目录' })).toBeVisible({ timeout: 30_000 })
  const address = new URL(supervisor.url()).pathname

  await does(await signedInAs('客户关系专员', address), '编制目录')
  await does(await signedInAs('品质管理', address), '审核通过')
  await does(await signedInAs('客户服务经理', address), '批准')
  await supervisor.goto(address)
  await does(supervisor, '发布')
  await expect(supervisor.getByText('已发布').first()).toBeVisible()

  await supervisor.getByRole('table').last().getByRole('row').nth(1).getByRole('link').first().click()
  await supervisor.waitForURL(/evaluations/)
  const evaluation = new URL(supervisor.url()).pathname
  await supervisor.getByRole('link', { name: /^C/ }).first().click()
  await supervisor.waitForURL(/clients\//)
  const grade = supervisor.getByRole('region', { name: '客户等级' })
  await expect(grade).toBeVisible()
  await grade.getByRole('link', { name: '为什么' }).click()
  await supervisor.waitForURL(`**${evaluation}`)
})
