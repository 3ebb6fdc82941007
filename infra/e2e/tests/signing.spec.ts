/**
 * Above a sum only the signer’s own device will do: what it signed is taken home as a proof and holds there; with another sum it
 * does not, whatever the ledger’s own key says of it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { choose, openRegistered, openVerb, registerCase, send, write } from '../src/forms.ts'
import { checkOffline } from '../src/offline.ts'
import { expect, test } from '../src/people.ts'
import { confirmPasskey, signing, signWithPasskey, withPasskey } from '../src/signing.ts'

const CASES = '/admin/customer-service/complaints'
const SUM = '9000'

/** What the organization asks for large sums from now on. */
const askPasskeyFrom = async (page: Page, sum: string): Promise<void> => {
  await page.getByRole('button', { name: /修改：金额/ }).click()
  const form = page.getByRole('form', { name: '签署验证' })
  await form.getByRole('spinbutton', { name: '起点金额' }).fill(sum)
  await form.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已保存，下一次签署起生效').first()).toBeVisible()
}

test('a large sum is approved by passkey, and its proof holds offline for that sum alone', async ({
  signedInAs,
}, testInfo) => {
  test.setTimeout(300_000)
  const administrator = await signedInAs('系统管理员', '/admin/signing')
  await askPasskeyFrom(administrator, '8000')

  const agent = await signedInAs('客服专员', `${CASES}/new`)
  const number = await registerCase(agent, '地下室返水，家具被泡，要求赔偿。')
  const id = await openRegistered(agent)
  const openCase = (role: string): Promise<Page> => signedInAs(role, `${CASES}/${id}`)

  const acknowledging = await openVerb(await openCase('总经办'), '受理')
  await choose(acknowledging, '承办部门', '客户服务中心')
  await acknowledging.getByText('批评性', { exact: true }).click()
  await send(acknowledging, '受理')
  const investigating = await openVerb(await openCase('品质管理'), '开始调查')
  await write(investigating, '调查结果', '排水泵停机，值班未巡检。')
  await investigating.getByText('属实', { exact: true }).click()
  await investigating.getByRole('spinbutton', { name: '我方责任比例' }).fill('100')
  await choose(investigating, '原因分类', '操作失误')
  await send(investigating, '开始调查')

  const supervisor = await openCase('客户关系主管')
  await withPasskey(supervisor, '主管的电脑')
  await confirmPasskey(administrator, '主管的电脑')
  const proposing = await openVerb(supervisor, '提出方案')
  await choose(proposing, '方式', '维修')
  await write(proposing, '具体内容', '更换地板并清理')
  await proposing
    .getByRole('spinbutton', { name: '金额' })
    .or(proposing.getByRole('textbox', { name: '金额' }))
    .first()
    .fill(SUM)
  await proposing.getByRole('button', { name: '提出方案', exact: true }).last().click()
  await signWithPasskey(supervisor)
  await expect(supervisor.getByText('方案待批').first()).toBeVisible()

  const director = await openCase('客户总监')
  await withPasskey(director, '总监的电脑')
  await confirmPasskey(administrator, '总监的电脑')
  const approving = await openVerb(director, '批准')
  await approving.getByRole('button', { name: '批准', exact: true }).last().click()
  // The sum large, what it means, and no weaker way.
  const dialog = signing(director)
  await expect(dialog.getByText('¥9,000.00').first()).toBeVisible()
  await expect(dialog.getByText('本人批准下列内容，并对这一决定负责。')).toBeVisible()
  await expect(dialog.locator('input')).toHaveCount(0)
  await signWithPasskey(director)
  await expect(director.getByText('已批准').first()).toBeVisible()
  await expect(director.getByText(/以通行密钥证明/).first()).toBeVisible()

  const auditor = await signedInAs('审计', '/admin/ledger')
  const root = (await auditor
    .locator('code')
    .filter({ hasText: /^[0-9a-f]{16}$/ })
    .textContent())!
  const file = testInfo.outputPath('large.proof.json')
  // A checkpoint covers it within a minute.
  await expect(async () => {
    const response = await director.request.get(`/files/proofs/${id}.json`)
    expect(response.status()).toBe(200)
    writeFileSync(file, await response.body())
    expect(readFileSync(file, 'utf8')).toContain('PASSKEY_ADDED')
    expect(readFileSync(file, 'utf8')).toContain('PASSKEY_COUNTERSIGNED')
    expect(readFileSync(file, 'utf8').match(/\\"meaning\\":\\"APPROVED\\"/g)).toHaveLength(1)
  }).toPass({ timeout: 120_000, intervals: [5_000] })
  const whole = checkOffline(file, root)
  expect(whole.stdout).toContain('有效：未发现任何问题')
  expect(whole.status).toBe(0)

  const changed = testInfo.outputPath('changed.proof.json')
  writeFileSync(changed, readFileSync(file, 'utf8').replaceAll('9000.00', '90000.00'))
  const found = checkOffline(changed, root)
  expect(found.stdout).toContain('签署人的设备签的不是这些内容')
  expect(found.status).toBe(1)
  expect(number).toMatch(/^\d{4}-\d+$/)

  await administrator.reload()
  await askPasskeyFrom(administrator, '50000')
})
