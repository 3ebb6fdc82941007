/** Whoever keeps checkpoints outside is appointed and dismissed by an administrator; the audit trail proves itself without the system. */
import { readFileSync, writeFileSync } from 'node:fs'
import { checkOffline } from '../src/offline.ts'
import { expect, test } from '../src/people.ts'

const MAILBOX = 'audit@outside.example'

test('a mailbox becomes a witness, an auditor sees how far each has seen, and it is dismissed', async ({
  signedInAs,
}) => {
  const administrator = await signedInAs('系统管理员', '/admin/witnesses')
  const cards = administrator.getByRole('list', { name: '台账见证' }).getByRole('listitem')
  await expect(
    cards
      .filter({ hasText: '只增文件' })
      .getByText(/已看到/)
      .first(),
  ).toBeVisible()
  await administrator.getByRole('button', { name: '委任审计邮箱' }).click()
  const form = administrator.getByRole('form', { name: '委任审计邮箱' })
  await form.getByLabel('邮箱地址').fill('nobody')
  await form.getByRole('button', { name: /委\s*任/ }).click()
  await expect(form.locator('[aria-invalid="true"]')).toHaveCount(1)
  await form.getByLabel('邮箱地址').fill(MAILBOX)
  await form.getByRole('button', { name: /委\s*任/ }).click()
  const appointed = cards.filter({ hasText: MAILBOX })
  await expect(appointed).toBeVisible()

  const auditor = await signedInAs('审计', '/admin/witnesses')
  await expect(auditor.getByRole('listitem').filter({ hasText: MAILBOX })).toBeVisible()
  await expect(auditor.getByRole('button', { name: /委任|解除|立即通报/ })).toHaveCount(0)

  await appointed.getByRole('button', { name: /解\s*除/ }).click()
  const asked = administrator.getByRole('dialog', { name: `解除见证“${MAILBOX}”？` })
  await asked.getByRole('button', { name: /解\s*除/ }).click()
  await expect(appointed).toHaveCount(0)
})

test('the audit trail is taken home and holds there; one changed byte is found', async ({
  signedInAs,
}, testInfo) => {
  const page = await signedInAs('审计', '/admin/ledger')
  const root = (await page
    .locator('code')
    .filter({ hasText: /^[0-9a-f]{16}$/ })
    .textContent())!
  await page.goto('/admin/audit')
  await page.getByRole('button', { name: '核验' }).click()
  await expect(page.getByText(/逐条核对，没有发现问题/)).toBeVisible({ timeout: 60_000 })

  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出审计记录' }).click()
  const file = testInfo.outputPath('taken.audit.jsonl')
  await (await coming).saveAs(file)
  const whole = checkOffline(file, root)
  expect(whole.stdout).toContain('有效：未发现任何问题')
  expect(whole.status).toBe(0)

  // Somebody did something else: one byte of the verb that a row tells.
  const bytes = readFileSync(file)
  const verb = String.raw`\"verb\":\"complaint:`
  const at = bytes.indexOf(verb)
  expect(at).toBeGreaterThan(0)
  bytes[at + verb.length]! += 1
  const changed = testInfo.outputPath('changed.audit.jsonl')
  writeFileSync(changed, bytes)
  const found = checkOffline(changed, root)
  expect(found.stdout).not.toContain('有效：未发现任何问题')
  expect(found.status).toBe(1)
})
