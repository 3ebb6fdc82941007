/** A maintenance plan: drafted for a client, returned with a comment at a field, changed, reviewed, approved and in force, each by another person. */
import type { Page } from '@playwright/test'
import { choose, send, write } from '../src/forms.ts'
import { expect, test } from '../src/people.ts'

const TITLE = '年度走访（端到端）'

const step = async (page: Page, verb: string, reason?: string): Promise<void> => {
  await page.getByRole('button', { name: verb, exact: true }).click()
  const sheet = page.getByRole('dialog').last()
  if (reason) await write(sheet, '原因', reason)
  await send(sheet, verb)
}

const openAwaited = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: new RegExp(TITLE.replace(/[（）]/g, '.')) }).click()
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
}

test('a plan is drafted, returned with a comment, changed, and signed by three', async ({ signedInAs }) => {
  test.setTimeout(180_000)
  const writer = await signedInAs('客户关系主管', '/customer-service/plans')
  await writer.getByRole('link', { name: /挽回方案/ }).click()
  await writer.locator('aside a[href*="/clients/"]').click()
  await writer.getByRole('region', { name: '维护方案' }).getByRole('link', { name: '起草方案' }).click()
  const draft = writer.getByRole('form', { name: '起草方案' })
  await write(draft, '方案名称', TITLE)
  await draft.getByLabel('开始日期').fill('2031-01-01')
  await draft.getByLabel('结束日期').fill('2031-12-31')
  await choose(draft, '指标', '满意度')
  await draft.getByRole('spinbutton', { name: '目标值' }).fill('95')
  await draft.getByRole('button', { name: '增加预算行' }).click()
  await choose(draft, '费用类别', '礼品')
  await write(draft, '用途', '走访礼品')
  await draft.getByRole('spinbutton', { name: '金额' }).fill('600')
  await write(draft, '措施', '月度走访')
  await choose(draft, '方式', '走访')
  await choose(draft, '几号', '5')
  await draft.getByRole('spinbutton', { name: '每次费用' }).fill('50')
  await choose(draft, '从哪一预算行支出', '走访礼品')
  await expect(draft.getByText(/^每月5日/)).toBeVisible()
  await draft.getByRole('button', { name: '保存草稿' }).click()
  await step(writer, '提交审核')

  const manager = await signedInAs('客户服务经理', '/customer-service/plans?view=awaits')
  await openAwaited(manager)
  await manager.getByRole('button', { name: /^批注：措施/ }).click()
  const remark = manager.getByRole('dialog').last()
  await choose(remark, '位置', '执行人')
  await write(remark, '批注内容', '请指定执行人。')
  await remark.getByRole('button', { name: '批注', exact: true }).click()
  await expect(manager.getByText('批注 1').first()).toBeVisible()
  await step(manager, '退回修改', '没有落实到人。')

  await expect(writer.getByText(/没有落实到人/).first()).toBeVisible()
  await writer.getByRole('button', { name: '修改草稿' }).click()
  await expect(writer.getByText('请指定执行人。')).toBeVisible()
  const change = writer.getByRole('form', { name: '修改草稿' })
  await choose(change, '执行人', '主管')
  await change.getByRole('button', { name: '保存草稿' }).click()
  await expect(writer.getByRole('table', { name: '与前一版的差异' })).toContainText('执行人')
  await step(writer, '提交审核')

  await manager.goto('/customer-service/plans?view=awaits')
  await openAwaited(manager)
  await step(manager, '审核通过')
  const director = await signedInAs('客户总监', '/customer-service/plans?view=awaits')
  await openAwaited(director)
  await step(director, '批准')
  await expect(director.getByText('实施中').first()).toBeVisible()
  await expect(director.getByRole('link', { name: /第 2 版 · 生效/ })).toBeVisible()
})
