import { readFileSync, writeFileSync } from 'node:fs'
import { checkOffline } from '../src/offline.ts'
import { expect, test } from '../src/people.ts'

/**
 * What was closed of cases registered until that day is the demonstration's: signed before anybody came, hence under a
 * checkpoint. Cases of other specs were registered today, or years ago without any signature.
 */
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

test('an auditor verifies the ledger, takes it home and finds there whatever is changed', async ({
  signedInAs,
}, testInfo) => {
  const page = await signedInAs('审计', '/admin/ledger')
  await page.getByRole('button', { name: '核验' }).click()
  await expect(page.getByText(/台账完好：[\d,]+ 条签核逐条核对，没有发现问题/)).toBeVisible({
    timeout: 60_000,
  })
  const root = (await page
    .locator('code')
    .filter({ hasText: /^[0-9a-f]{16}$/ })
    .textContent())!

  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出台账' }).click()
  const file = testInfo.outputPath('taken.ledger.jsonl')
  await (await coming).saveAs(file)
  const whole = checkOffline(file, root)
  expect(whole.stdout).toContain('有效：未发现任何问题')
  expect(whole.status).toBe(0)

  const changed = testInfo.outputPath('changed.ledger.jsonl')
  writeFileSync(changed, readFileSync(file, 'utf8').replace('APPROVED', 'APPROVEE'))
  const found = checkOffline(changed, root)
  expect(found.stdout).toContain('散列与内容不符')
  expect(found.status).toBe(1)
})

test('a manager takes the proof of one case, which holds without the system', async ({
  signedInAs,
}, testInfo) => {
  const auditor = await signedInAs('审计', '/admin/ledger')
  const root = (await auditor
    .locator('code')
    .filter({ hasText: /^[0-9a-f]{16}$/ })
    .textContent())!
  const page = await signedInAs(
    '客户服务经理',
    `/customer-service/complaints?view=all&status=CLOSED&to=${daysAgo(2)}`,
  )
  await page
    .getByRole('main')
    .getByRole('link', { name: /\d{4}-\d{4}/ })
    .first()
    .click()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出签核证明' }).click()
  const file = testInfo.outputPath('case.proof.json')
  await (await coming).saveAs(file)
  await expect(page.getByText(/签核证明已下载/)).toBeVisible()
  expect(checkOffline(file, root).status).toBe(0)

  const changed = testInfo.outputPath('changed.proof.json')
  writeFileSync(
    changed,
    readFileSync(file, 'utf8').replace(/"seq":(\d+)/, (_, seq) => `"seq":${Number(seq) + 1}`),
  )
  expect(checkOffline(changed, root).status).toBe(1)
})
