/** Three portals, alone and inside the shell, on a desk and in a hand, in two languages. */
import { expect, test } from '../src/people.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const

test('the shell brings the other portals in by their manifest', async ({ signedInAs }) => {
  const page = await signedInAs('总经理')
  const menu = page.getByRole('navigation')
  for (const portal of ['客户服务', '物业管理']) await expect(menu.getByText(portal).first()).toBeVisible()
  await page.goto('/admin/customer-service/complaints')
  await expect(page.getByRole('heading', { name: '投诉处理' })).toBeVisible()
  await expect(page.getByText(/\d{4}-\d{4}/).first()).toBeVisible()
})

test('one signature at the door serves the shell and both portals alone', async ({ signedInAs }) => {
  const page = await signedInAs('总经理')
  await page.goto('/customer-service/complaints')
  await expect(page.getByRole('heading', { name: '投诉处理' })).toBeVisible()
  await page.goto('/property-management/')
  await expect(page.getByRole('main')).toBeVisible()
  await expect(page.getByRole('region', { name: '总经理' })).toHaveCount(0)
})

test('customer service alone: an agent works through the queue without a mouse', async ({ signedInAs }) => {
  const page = await signedInAs('客服专员', '/customer-service/complaints')
  await expect(page.getByText(/\d{4}-\d{4}/).first()).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/complaints\/cmp_[0-9a-f]{32}/)
})

test('property management alone, on a phone: a technician sees the orders', async ({ signedInAs }) => {
  const page = await signedInAs('维修人员', '/property-management/', PHONE)
  await expect(page.getByRole('main')).toBeVisible()
  const width = await page.evaluate('document.documentElement.scrollWidth')
  expect(width).toBeLessThanOrEqual(390)
})

test('the language switch changes every portal and is remembered', async ({ signedInAs }) => {
  const page = await signedInAs('总经理', '/admin/customer-service/complaints')
  await expect(page.getByRole('heading', { name: '投诉处理' })).toBeVisible()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Cases' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Cases' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('a stranger sees nothing but the door', async ({ page }) => {
  await page.goto('/admin/customer-service/complaints')
  await expect(page.getByRole('heading', { name: '今天以谁的身份工作？' })).toBeVisible()
  await expect(page.getByText(/\d{4}-\d{4}/)).toHaveCount(0)
})
