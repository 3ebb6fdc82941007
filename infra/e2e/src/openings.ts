/** What opens on a page when its buttons, lists and menus are pressed: dialogs, sheets, menus, editors in place. */
import { expect, type Locator, type Page } from '@playwright/test'
import { settled, turn, type Surrounding } from './accessibility.ts'

/** What may lie over a page. */
export const LAYERS = '.ant-modal, .ant-drawer-section, .ant-dropdown, .ant-popover, .ant-select-dropdown'
const TRIGGERS = 'main button:visible:enabled, main [role="combobox"]:visible'
/** More of a kind on one page, such as one button a row, tell nothing new. */
const AT_MOST = 14

const wordsOf = (trigger: Locator): Promise<string> =>
  trigger.evaluate((it) => (it.getAttribute('aria-label') ?? it.textContent ?? '').trim())

/** The triggers of a page by their words, those that differ in figures and ids alone counted once. */
const triggersOf = async (page: Page, selector: string): Promise<{ words: string; nth: number }[]> => {
  const all = page.locator(selector)
  const kinds = new Map<string, { words: string; nth: number }>()
  for (let nth = 0; nth < (await all.count()); nth += 1) {
    const words = await wordsOf(all.nth(nth))
    const kind = await all
      .nth(nth)
      .evaluate((it, said) => `${it.className}${said.replace(/[\d\-:.¥,]+/g, '').slice(0, 4)}`, words)
    if (!kinds.has(kind)) kinds.set(kind, { words, nth })
  }
  return [...kinds.values()].slice(0, AT_MOST)
}

export interface Opening {
  readonly name: string
  /** Brings the page to that state anew; false where nothing opens. */
  readonly open: () => Promise<boolean>
}

/** Every trigger that the page has in this surrounding, and every entry of the menus behind them. */
export const openingsOf = async (
  page: Page,
  address: string,
  surrounding: Surrounding,
): Promise<Opening[]> => {
  const anew = async () => {
    await page.goto(address)
    await settled(page)
    await turn(page, surrounding)
  }
  await anew()
  const press = async (selector: string, nth: number): Promise<boolean> => {
    const layers = page.locator(LAYERS).filter({ visible: true })
    const before = await layers.count()
    // What was done at an earlier opening may have taken the trigger away.
    const there = await page
      .locator(selector)
      .nth(nth)
      .click({ timeout: 3_000 })
      .then(
        () => true,
        () => false,
      )
    await settled(page)
    return there && new URL(page.url()).pathname === address && (await layers.count()) > before
  }
  const openings: Opening[] = []
  for (const { words, nth } of await triggersOf(page, TRIGGERS)) {
    const open = async () => (await anew(), press(TRIGGERS, nth))
    openings.push({ name: words, open })
    if (!(await page.locator(TRIGGERS).nth(nth).getAttribute('aria-haspopup'))) continue
    if (!(await open())) continue
    const entries = await triggersOf(page, '[role="menuitem"]:visible')
    for (const entry of entries)
      openings.push({
        name: `${words} › ${entry.words}`,
        open: async () => (await open()) && press('[role="menuitem"]:visible', entry.nth),
      })
    await anew()
  }
  return openings
}

/** Escape closes what is open, and the focus is where the next key does something. */
export const closes = async (page: Page, name: string): Promise<void> => {
  const dialogs = page.locator('[role="dialog"]').filter({ visible: true })
  const before = await dialogs.count()
  if (before === 0) return
  // One without a way to close it must be answered first, such as a password that is shown once.
  if ((await dialogs.last().locator('.ant-modal-close, .ant-drawer-close').count()) === 0) return
  await page.keyboard.press('Escape')
  await settled(page)
  // The focus is given back a moment after the layer has gone.
  await page.waitForTimeout(100)
  // A form that was typed into may ask first; nothing was typed here.
  await expect.soft(dialogs, `Escape closes “${name}”`).toHaveCount(before - 1)
  const focus = await page.evaluate(() => document.activeElement?.localName)
  expect.soft(focus, `the focus returns after “${name}”`).not.toBe('body')
}
