/** Signing at the screen, as the people of the demonstration do it. */
import type { Locator, Page } from '@playwright/test'

/** What the demonstration shows to everybody. */
const PIN = '135790'
const PASSWORD = 'welcome-to-steward'
const CODE = '246810'

/** The dialog that shows what is signed. */
export const signing = (page: Page): Locator => page.getByRole('dialog', { name: /^(签署|Sign)/ })

/** Proves the signature that is being asked for, in the quickest way that is enough, and waits until the dialog is gone. */
export const sign = async (page: Page): Promise<void> => {
  const dialog = signing(page)
  await dialog.waitFor()
  await dialog
    .getByRole('region', { name: /签署的内容|What is signed/ })
    .first()
    .waitFor()
  // The ways to prove come a moment after what is signed; what was proven in the meantime needs none.
  const secret = dialog.locator('.st-pin input, input.st-pin, input[type=password]').first()
  const byPasskey = dialog.getByRole('button', { name: '用通行密钥签署' })
  await Promise.race([secret.or(byPasskey).first().waitFor(), dialog.waitFor({ state: 'hidden' })])
  if (!(await dialog.isVisible())) return
  // Whoever has a passkey is offered it first; these people type what they know.
  if (await byPasskey.isVisible())
    await dialog
      .getByText(/^(签名 PIN 码|密码和验证码)$/)
      .first()
      .click()
  await secret.waitFor()
  const pin = dialog.locator('.st-pin input, input.st-pin').first()
  if (await pin.isVisible()) await pin.fill(PIN)
  else {
    await dialog.locator('input[type=password]').fill(PASSWORD)
    await dialog.locator('input[autocomplete="one-time-code"]').fill(CODE)
  }
  await dialog.getByRole('button', { name: /^(签\s*署|Sign)$/ }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Waits until what was sent is done; signs where that is asked for first. */
export const signWhereAsked = async (page: Page, done: () => Promise<unknown>): Promise<void> => {
  const asked = signing(page)
    .waitFor()
    .then(() => true)
  // Whichever comes first; the other may well never come.
  asked.catch(() => undefined)
  const finished = done().then(() => false)
  finished.catch(() => undefined)
  if (await Promise.race([asked, finished])) {
    await sign(page)
    await done()
  }
}

/** Gives the browser an authenticator of its own, as a laptop with a fingerprint reader has one, and its person a passkey on it. */
export const withPasskey = async (page: Page, name: string): Promise<void> => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const back = page.url()
  await page.getByRole('button', { name: /的账户$/ }).click()
  await page.getByRole('menuitem', { name: '账号安全' }).click()
  await page.getByRole('button', { name: '添加通行密钥' }).click()
  await page.getByLabel('给这台设备起个名字').fill(name)
  await page.getByRole('button', { name: /继\s*续/ }).click()
  await page.getByRole('button', { name: '已经保存好了' }).click()
  await page.getByText(name).waitFor()
  await page.goto(back)
}

/** The administrator, at the page of signature proofs, says that the passkey of that name is its person's. */
export const confirmPasskey = async (administrator: Page, name: string): Promise<void> => {
  await administrator.reload()
  await administrator.getByRole('button', { name: `“${name}”` }).click()
  const dialog = administrator.getByRole('dialog', { name: `“${name}”` })
  await dialog.getByRole('button', { name: /^确\s*认$/ }).click()
  const again = administrator.getByRole('button', { name: '是我本人' })
  const done = administrator.getByText('已确认').first()
  await again.or(done).first().waitFor()
  if (await again.isVisible()) await again.click()
  await done.waitFor()
}

/** Signs with the passkey, which must be the one way that is enough. */
export const signWithPasskey = async (page: Page): Promise<void> => {
  const dialog = signing(page)
  await dialog.getByRole('button', { name: '用通行密钥签署' }).click()
  await dialog.waitFor({ state: 'hidden' })
}
