/** Somebody calls: the lead goes to the pool, sales claims it and makes a client of it, who says where they came from. */
import { choose, write } from '../src/forms.ts'
import { expect, test } from '../src/people.ts'

test('a lead goes from the phone through the pool to a client', async ({ signedInAs }) => {
  test.setTimeout(240_000)
  const agent = await signedInAs('客服专员', '/admin/customer-service/leads/new')
  const opening = agent.getByRole('form', { name: '登记线索' })
  await write(opening, '姓名/名称', '慕容线')
  await write(opening, '电话', '137 2222 3344')
  await write(opening, '需求', '临街商铺，做早餐')
  await choose(opening, '来源', '来电')
  await agent.keyboard.press('Control+Enter')
  await expect(agent.getByRole('heading', { name: '慕容线' })).toBeVisible()

  const sales = await signedInAs('销售', '/admin/customer-service/leads?view=pool')
  await sales.getByRole('button', { name: '认领 慕容线' }).click()
  await sales.goto('/admin/customer-service/leads?view=mine&layout=list')
  await sales.getByRole('link', { name: /慕容线/ }).click()
  await sales.getByRole('button', { name: '登记联系' }).click()
  const contact = sales.getByRole('form', { name: '登记联系' })
  await write(contact, '谈了什么', '约明天来看铺位')
  await contact.getByRole('button', { name: '登记联系' }).click()
  await sales.getByRole('button', { name: '确认意向' }).click()
  await sales.getByRole('form', { name: '确认意向' }).getByRole('button', { name: '确认意向' }).click()
  await sales.getByRole('button', { name: '转为客户' }).click()
  const form = sales.getByRole('form', { name: '转为客户' })
  await form.getByRole('checkbox', { name: /已向客户说明/ }).check()
  await sales.keyboard.press('Control+Enter')
  await expect(sales).toHaveURL(/clients\/cli_/)
  // Nobody has typed the number again, and where they came from is there.
  await expect(sales.getByText('137****3344')).toBeVisible()
  await expect(sales.getByRole('region', { name: '从哪里来' }).getByText(/由线索 L\d+ 转来/)).toBeVisible()
})
