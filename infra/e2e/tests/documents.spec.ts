/** The authority matrix is amended: drafted, signed by three people, in force at last; until then the old one holds. */
import type { Page } from '@playwright/test'
import { expect, test } from '../src/people.ts'
import { send, write } from '../src/forms.ts'

const cell = (page: Page, name: RegExp) => page.getByRole('button', { name })
const ofManagers = (page: Page) => page.getByRole('row', { name: /^客户服务经理/ })
const holds = (page: Page, amount: string) => expect(ofManagers(page)).toContainText(amount)

/** The page of the matrix, at the revision that is on its way. */
const openDraft = async (page: Page): Promise<void> => {
  await page.goto('/admin/documents?kind=AUTHORITY_LIMITS')
  await page.getByRole('link', { name: /^AL-001/ }).click()
  await page.getByRole('link', { name: '查看 A/2' }).click()
  await expect(page.getByRole('table', { name: '版次对照' })).toBeVisible()
}

const step = async (page: Page, verb: string): Promise<void> => {
  await page.getByRole('button', { name: verb, exact: true }).click()
  await send(page.getByRole('dialog').last(), verb)
}

test('an amendment of the authority matrix, from the draft until it is in force', async ({ signedInAs }) => {
  test.setTimeout(300_000)
  const manager = await signedInAs('客户服务经理', '/admin/limits')
  await holds(manager, '¥2,000')
  await openDraft(manager)
  await manager.getByRole('button', { name: '修改草稿' }).click()
  await cell(manager, /客户服务经理，客户自身失误/).click()
  const amount = manager.getByRole('spinbutton', { name: /客户自身失误的限额/ })
  await amount.fill('2500')
  await amount.press('Enter')
  await expect(manager.getByText('与 A/1 相比修改 3 处')).toBeVisible()
  await write(
    manager.getByRole('form', { name: '文件内容' }),
    '修改说明',
    '不可抗力补偿下放至主管；总监权限随物价调整；客户自身失误的善意补偿略提高。',
  )
  await manager.getByRole('button', { name: '保存草稿' }).click()
  await expect(manager.getByRole('button', { name: '提交会签' })).toBeVisible()
  await step(manager, '提交会签')
  await expect(manager.getByLabel('文件表头')).toContainText('会签中')

  const quality = await signedInAs('品质管理', '/admin/documents')
  await openDraft(quality)
  const comparison = quality.getByRole('table', { name: '版次对照' })
  await expect(comparison.locator('del').filter({ hasText: '2,000.00' })).toBeVisible()
  await expect(comparison.locator('ins').filter({ hasText: '2,500.00' })).toBeVisible()
  await quality.getByText('合并标注').click()
  await expect(
    quality
      .getByRole('list', { name: '版次对照' })
      .getByText(/客户服务经理 · 客户自身失误/)
      .first(),
  ).toBeVisible()
  await step(quality, '审核通过')
  await manager.goto('/admin/limits')
  await holds(manager, '¥2,000')

  const general = await signedInAs('总经理', '/admin/documents')
  await openDraft(general)
  await step(general, '批准')
  const head = general.getByLabel('文件表头')
  await expect(head).toContainText('有效')
  for (const meaning of ['编制', '审核', '批准']) await expect(head).toContainText(meaning)
  await expect(general.getByRole('list', { name: '版次沿革' })).toContainText('A/1 已被替代')
  await manager.reload()
  await holds(manager, '¥2,500')

  // On paper, and from its code back to what was signed.
  const print = general.getByRole('link', { name: '打印', exact: true })
  const file = await general.request.get((await print.getAttribute('href'))!)
  expect(file.headers()['content-type']).toBe('application/pdf')
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-')
  const revision = new URL(general.url()).searchParams.get('revision')
  const answer = await general.request.post('/graphql', {
    data: {
      query: 'query($id: ID!) { documentRevision(id: $id) { signings { id contentHash } } }',
      variables: { id: revision },
    },
  })
  const { data } = (await answer.json()) as {
    data: { documentRevision: { signings: { id: string; contentHash: string }[] } }
  }
  const [signing] = data.documentRevision.signings
  await general.goto(`/admin/printed/${signing!.id}#${signing!.contentHash}`)
  await expect(general.getByText('打印件的内容摘要与签署内容一致')).toBeVisible()
  await general.goto('about:blank')
  await general.goto(`/admin/printed/${signing!.id}#${'0'.repeat(64)}`)
  await expect(general.getByText('打印件的内容摘要与签署内容不一致')).toBeVisible()
})
