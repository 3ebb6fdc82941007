import { expect, test } from '../src/people.ts'

/** Reserved: no resolver anywhere knows it, so the log of this story is the same on every machine. */
const ADDRESS = 'https://hooks.partner.example/steward'
/** Asking for a name that nobody knows may take a resolver a while. */
const RESOLVING = { timeout: 60_000 }

test('a partner is told: endpoint and secret, a test, a case of its own, replay, pause and removal', async ({
  signedInAs,
}) => {
  const page = await signedInAs('系统管理员', '/admin/partners')
  await page.getByRole('button', { name: '新增合作方' }).first().click()
  await page.getByRole('textbox', { name: '企业或系统名称' }).fill('智慧社区平台')
  await page.getByRole('button', { name: '新增', exact: true }).click()
  await page.getByRole('button', { name: '为智慧社区平台签发凭证' }).click()
  await page.getByRole('textbox', { name: '用途' }).fill('小程序')
  await page.getByRole('button', { name: '签发', exact: true }).click()
  const token = (await page.getByText(/^stw_[0-9a-f]{32}_/).textContent()) ?? ''
  await page.getByRole('button', { name: '已妥善保存' }).click()

  await page.getByRole('button', { name: '为智慧社区平台新增 Webhook 端点' }).click()
  await page.getByRole('textbox', { name: '接收地址' }).fill('https://192.168.1.20/hook')
  await page.getByRole('button', { name: '新增', exact: true }).click()
  await expect(page.getByText('须填写公网域名；不能用 IP 地址、localhost 或内网名称。')).toBeVisible()
  await page.getByRole('textbox', { name: '接收地址' }).fill(ADDRESS)
  await page.getByRole('textbox', { name: '用途' }).fill('社区平台端点')
  await page.getByRole('button', { name: '新增', exact: true }).click()
  await expect(page.getByText(/^whsec_[\w+/]{43}=$/)).toBeVisible()
  await page.getByRole('button', { name: '已妥善保存' }).click()
  const partner = page.getByRole('region', { name: '智慧社区平台' })
  await expect(partner.getByRole('img', { name: '还没有消息' })).toBeVisible()

  await page.getByRole('link', { name: /社区平台端点/ }).click()
  const log = page.getByRole('table', { name: '消息，最新在前' })
  await expect(page.getByText('还没有消息').first()).toBeVisible()
  await page.getByRole('button', { name: '发送测试' }).click()
  // Nobody reloads: the page learns of every attempt.
  const tested = log.getByRole('row', { name: /webhook\.test/ })
  await expect(tested).toContainText('已放弃', RESOLVING)
  await expect(tested).toContainText('域名无法解析')

  const answer = await page.request.post('/graphql', {
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() },
    data: {
      query: `mutation($input: RegisterComplaintInput!) { registerComplaint(input: $input) { ... on Complaint { id number } } }`,
      variables: {
        input: {
          kind: 'COMPLAINT',
          channel: 'API',
          severity: 3,
          contactName: '李伟',
          contactPhone: '13900001111',
          summary: '天花板漏水',
          facts: '昨晚起滴水。',
        },
      },
    },
  })
  const { data } = (await answer.json()) as { data: { registerComplaint: { id: string; number: string } } }
  const registered = log.getByRole('row', { name: /complaint\.registered/ })
  await expect(registered).toContainText('域名无法解析', RESOLVING)
  await registered.getByRole('link').click()
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByText(`"number": "${data.registerComplaint.number}"`)).toBeVisible()
  await expect(sheet.getByText('漏水')).toHaveCount(0)
  const attempts = sheet.getByRole('list', { name: '每次尝试' }).getByRole('listitem')
  const before = await attempts.count()
  await sheet.getByRole('button', { name: '重发' }).click()
  await expect(async () => expect(await attempts.count()).toBeGreaterThan(before)).toPass(RESOLVING)
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()

  const choose = async (verb: string) => {
    await page.getByRole('button', { name: '更多操作' }).click()
    await page.getByRole('menuitem', { name: verb }).click()
  }
  await choose('暂停')
  await page.getByRole('dialog').getByRole('button', { name: '暂停' }).click()
  await expect(page.getByText('已暂停：由管理员暂停。')).toBeInViewport()
  await page.getByRole('button', { name: '恢复' }).click()
  await expect(page.getByText('已暂停：由管理员暂停。')).toBeHidden()
  await choose('移除')
  await page.getByRole('dialog').getByRole('button', { name: '移除' }).click()
  await expect(page.getByText(/不再发送任何消息/).first()).toBeVisible()
  await page.getByRole('link', { name: '合作方' }).last().click()
  await expect(page.getByRole('button', { name: '为智慧社区平台签发凭证' })).toBeVisible()
  await expect(page.getByRole('link', { name: /社区平台端点/ })).toHaveCount(0)
})
