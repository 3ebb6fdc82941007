/** An archive is opened on the phone, somebody moves in at the door, and whoever picks up the phone next sees it. */
import { choose, write } from '../src/forms.ts'
import { expect, test } from '../src/people.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const

test('an agent opens an archive; who is on file already is named first', async ({ signedInAs }) => {
  test.setTimeout(240_000)
  const agent = await signedInAs('客服专员', '/admin/customer-service/clients/new')
  const form = agent.getByRole('form', { name: '建档' })
  await form.getByText('准业主', { exact: true }).click()
  await write(form, '姓名', '尉迟恭')
  await write(form, '电话', '139 4321 8765')
  await form.getByRole('combobox', { name: '介绍人' }).fill('王女士')
  await choose(form, '介绍人', '“王女士”')
  await form.getByRole('checkbox', { name: /满意度调查/ }).check()
  await agent.keyboard.press('Control+Enter')
  await expect(form.getByText('请先向客户说明建档的用途和好处。')).toBeVisible()
  await form.getByRole('checkbox', { name: /已向客户说明/ }).check()
  await agent.keyboard.press('Control+Enter')
  await expect(agent.getByRole('heading', { name: '尉迟恭' })).toBeVisible()
  await expect(agent.getByText('139****8765')).toBeVisible()
  await expect(agent.getByText('王女士')).toBeVisible()
  await expect(
    agent.getByRole('region', { name: '同意与用途' }).getByText('同意', { exact: true }),
  ).toBeVisible()

  // The same number once more: asked, and the archive that is there is opened instead.
  await agent.goto('/admin/customer-service/clients/new')
  await form.getByText('准业主', { exact: true }).click()
  await write(form, '姓名', '尉迟公')
  await write(form, '电话', '13943218765')
  await form.getByRole('checkbox', { name: /已向客户说明/ }).check()
  await agent.keyboard.press('Control+Enter')
  const asked = agent.getByRole('dialog', { name: '档案里可能已有此人' })
  await expect(asked.getByText('尉迟恭')).toBeVisible()
  await asked.getByRole('link', { name: /打开档案/ }).click()
  await expect(agent.getByRole('heading', { name: '尉迟恭' })).toBeVisible()
})

test('a site manager records a move-in at the door, and the agent sees it', async ({ signedInAs }) => {
  test.setTimeout(240_000)
  const site = await signedInAs('服务中心项目经理', '/admin/property-management/projects', PHONE)
  await site.getByRole('link').filter({ hasText: /\d+栋/ }).first().click()
  await site.getByRole('gridcell').last().getByRole('link').click()
  const occupants = site.getByRole('region', { name: '住户' })
  await occupants.waitFor()
  const label = (await site.getByRole('heading', { level: 1 }).textContent())!.trim()
  await occupants.getByRole('button', { name: '登记入住' }).click()
  const form = site.getByRole('form', { name: '登记入住' })
  await form.getByRole('combobox', { name: '谁搬进来' }).fill('令狐新')
  await choose(form, '谁搬进来', '新住户：令狐新')
  await write(form, '电话', '139 5566 7788')
  await form.getByRole('checkbox', { name: /已当面说明/ }).check()
  await form.getByRole('button', { name: '登记入住' }).click()
  await expect(occupants.getByText('令狐新')).toBeVisible()

  const agent = await signedInAs('客服专员', '/admin/customer-service/clients?q=令狐新')
  await agent.getByRole('link', { name: /令狐新/ }).click()
  await expect(agent.getByRole('region', { name: '房屋' }).getByText(new RegExp(label))).toBeVisible()

  // And out again, with one touch: today is the answer that is there.
  await occupants.getByRole('button', { name: '登记迁出 令狐新' }).click()
  const out = site.getByRole('form', { name: '登记迁出' })
  await out.getByRole('button', { name: '登记迁出' }).click()
  await expect(out).toBeHidden()
})
