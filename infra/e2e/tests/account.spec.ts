import { expect, test } from '../src/people.ts'

test('a passkey: added on the page of one’s account, then it alone lets in', async ({ signedInAs }) => {
  const page = await signedInAs('品质管理')
  // An authenticator of the browser's own, as a laptop with a fingerprint reader has one.
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

  await page.getByRole('button', { name: /的账户$/ }).click()
  await page.getByRole('menuitem', { name: '账号安全' }).click()
  await expect(page.getByText('现在仅凭密码登录')).toBeVisible()
  await page.getByRole('button', { name: '添加通行密钥' }).click()
  await page.getByLabel('给这台设备起个名字').fill('前台电脑')
  await page.getByRole('button', { name: /继\s*续/ }).click()
  const codes = page.getByRole('dialog', { name: '请保存备用码' })
  await expect(codes.getByRole('listitem')).toHaveCount(10)
  // A press while the dialog still comes in can miss its button: whoever sees it stay presses again.
  await expect(async () => {
    await page.getByRole('button', { name: '已经保存好了' }).click({ timeout: 2_000 })
    await expect(codes).toBeHidden({ timeout: 2_000 })
  }).toPass()
  await expect(page.getByText('前台电脑')).toBeVisible()
  await expect(page.getByText('本机')).toBeVisible()

  await page.getByRole('button', { name: /的账户$/ }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await page.getByRole('button', { name: '用登录名和密码登录' }).click()
  await page.getByRole('button', { name: '用通行密钥登录' }).click()
  await expect(page.getByText('前台电脑')).toBeVisible()
})
