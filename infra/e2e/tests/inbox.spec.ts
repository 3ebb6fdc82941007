/** The list of what to sign: a manager signs from it and another one's count goes down by itself; a delegate signs for who is away. */
import type { Page } from '@playwright/test'
import { send } from '../src/forms.ts'
import { expect, test } from '../src/people.ts'
import { sign } from '../src/signing.ts'

const entry = (page: Page) =>
  page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: /^待签/ })
/** The card of one in the list. */
const cardOf = (page: Page, number: string) => page.locator('main .st-card').filter({ hasText: number })
const counted = async (page: Page): Promise<number> =>
  Number(/\d+/.exec((await entry(page).textContent()) ?? '')?.[0] ?? 0)

/** A proposal of the demonstration that this person can approve; its card's words. */
const firstToApprove = async (page: Page): Promise<string> => {
  const card = page
    .locator('main .st-card')
    .filter({ hasText: '投诉处理方案 · 批准' })
    .first()
    .locator('a.st-card-lead')
  await card.waitFor()
  const words = (await card.textContent())!
  return /\d{4}-\d{4}/.exec(words)![0]
}

test('a manager signs from the list, is led back to it, and a colleague’s count goes down by itself', async ({
  signedInAs,
}) => {
  const director = await signedInAs('客户总监', '/admin/signings')
  const manager = await signedInAs('客户服务经理', '/admin/signings')
  const number = await firstToApprove(manager)
  await expect(cardOf(director, number)).toBeVisible()
  const before = [await counted(manager), await counted(director)] as const
  // As the keyboard has it: to the first one, and open it.
  await manager.keyboard.press('j')
  await expect(manager.locator('main a.st-card-lead').first()).toBeFocused()
  await cardOf(manager, number).locator('a.st-card-lead').click()
  const form = manager.getByRole('dialog', { name: `批准 · ${number}`, exact: true })
  await send(form, '批准')
  await expect(manager).toHaveURL(/\/signings$/)
  await expect(cardOf(manager, number)).toHaveCount(0)
  await expect.poll(() => counted(manager)).toBe(before[0] - 1)
  // Nobody touched the other browser.
  await expect.poll(() => counted(director)).toBe(before[1] - 1)
  await expect(cardOf(director, number)).toHaveCount(0)
})

test('two are looked at in turn and signed with one proof', async ({ signedInAs }) => {
  const director = await signedInAs('客户总监', '/admin/signings')
  const boxes = director
    .locator('main .st-card')
    .filter({ hasText: '投诉处理方案 · 批准' })
    .getByRole('checkbox')
  await boxes.first().waitFor()
  const before = await counted(director)
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await director.getByRole('button', { name: '逐件查看并签核（2 件）' }).click()
  for (const at of [1, 2]) {
    const sheet = director.getByRole('dialog', { name: new RegExp(`第 ${at} / 2 件`) })
    await expect(sheet.getByRole('list', { name: /签核经过/ })).toBeVisible()
    await sheet.getByRole('button', { name: '同意，看下一件' }).click()
  }
  await director.getByRole('button', { name: '签核这 2 件' }).click()
  await sign(director)
  await expect(director.getByRole('heading', { name: '签核结果' })).toBeVisible()
  await director.getByRole('button', { name: '关闭', exact: true }).last().click()
  await expect.poll(() => counted(director)).toBe(before - 2)
})

test('a delegate approves for the manager who is away, it says for whom, and ends with the delegation', async ({
  signedInAs,
}) => {
  const office = await signedInAs('总经办', '/admin/signings')
  const behalf = office.locator('main .st-card').filter({ hasText: '代 顾明远' })
  await behalf.first().waitFor()
  const link = behalf.first().locator('a.st-card-lead')
  const number = /\d{4}-\d{4}/.exec((await link.textContent())!)![0]
  const href = (await link.getAttribute('href'))!
  await link.click()
  const form = office.getByRole('dialog', { name: `批准 · ${number}`, exact: true })
  await expect(form.getByRole('radio', { name: /代 顾明远/ })).toBeChecked()
  await send(form, '批准')
  await expect(cardOf(office, number)).toHaveCount(0)

  // On the case, to whoever looks.
  const manager = await signedInAs('客户服务经理', href.replace(/\?.*/, ''))
  await expect(manager.getByRole('list', { name: /签核经过/ }).getByText('林婉清 代 顾明远')).toBeVisible()
  // And under the delegation itself, which its giver ends.
  await manager.goto('/admin/signings/delegations')
  const card = manager.locator('main .st-card').filter({ hasText: '林婉清 代 顾明远 签' })
  await card.getByText(/据此签过 \d+ 次/).click()
  await expect(card.getByText(new RegExp(`批准 · ${number} · 林婉清`))).toBeVisible()
  await card.getByRole('button', { name: '撤销' }).click()
  await manager.getByRole('dialog').getByRole('button', { name: '撤销' }).click()
  await sign(manager)
  await expect(card.getByText('已撤销')).toBeVisible()
  await expect(behalf).toHaveCount(0)
})
