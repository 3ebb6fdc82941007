/** How a person fills in our forms: by the labels that they read. */
import { expect, type Locator, type Page } from '@playwright/test'
import { sign, signWhereAsked } from './signing.ts'

/** Chooses an option of a drop-down by its words; again, where the list was still being filled. */
export const choose = async (form: Locator, label: string, option: string): Promise<void> => {
  const box = form.getByRole('combobox', { name: label })
  const list = form.page().locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
  await expect(async () => {
    if ((await box.getAttribute('aria-expanded')) !== 'true') await box.click({ timeout: 2_000 })
    await list
      .locator('.ant-select-item-option')
      .filter({ hasText: option })
      .first()
      .click({ timeout: 2_000 })
    await expect(box).toHaveAttribute('aria-expanded', 'false', { timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
}

export const write = (form: Locator, label: string | RegExp, words: string): Promise<void> =>
  form.getByRole('textbox', { name: label }).fill(words)

/** Opens the sheet of a verb on a case's page, from its button or from the menu of further ones. */
export const openVerb = async (page: Page, verb: string): Promise<Locator> => {
  const actions = page.getByRole('group', { name: '可办理' })
  await actions.waitFor()
  const button = actions.getByRole('button', { name: verb, exact: true })
  if (await button.isVisible()) await button.click()
  else {
    await actions.getByRole('button', { name: /更多/ }).click()
    await page.getByRole('menuitem', { name: verb, exact: true }).click()
  }
  const sheet = page.getByRole('dialog').last()
  await sheet.waitFor()
  return sheet
}

/** Sends the sheet's form, signs where the verb does, and waits until it is gone. */
export const send = async (sheet: Locator, verb: string): Promise<void> => {
  await sheet.getByRole('button', { name: verb, exact: true }).last().click()
  await signWhereAsked(sheet.page(), () => sheet.waitFor({ state: 'hidden' }))
}

/** What an agent types while the client talks, sent by the keyboard; answers the number of the case. */
export const registerCase = async (page: Page, told: string): Promise<string> => {
  const form = page.getByRole('main')
  await form.getByRole('textbox', { name: '联系人' }).fill('王女士')
  await form.getByRole('textbox', { name: '联系电话' }).fill('138 1234 5678')
  await form
    .getByRole('textbox', { name: /客户怎么说|陈述|经过|内容/ })
    .first()
    .fill(told)
  await page.keyboard.press('Control+Enter')
  await sign(page)
  await expect(page.getByText('登记成功')).toBeVisible()
  return (await page
    .getByText(/^\d{4}-\d{4,5}$/)
    .first()
    .textContent())!.trim()
}

/** From the page that says so to the case itself; answers its id. */
export const openRegistered = async (page: Page): Promise<string> => {
  await page
    .getByRole('link', { name: '打开此单' })
    .or(page.getByRole('button', { name: '打开此单' }))
    .first()
    .click()
  await expect(page).toHaveURL(/cmp_[0-9a-f]{32}/)
  return /(cmp_[0-9a-f]{32})/.exec(page.url())![1]!
}
