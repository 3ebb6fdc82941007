/** Somebody is on file twice: found, laid side by side, made one by two people, and parted again. */
import { write } from '../src/forms.ts'
import { expect, test } from '../src/people.ts'
import { sign, signWhereAsked } from '../src/signing.ts'

test('two archives of one person become one, by two, and two again', async ({ signedInAs }) => {
  test.setTimeout(180_000)
  const keeper = await signedInAs('客户关系专员', '/admin/customer-service/clients/new')
  const form = keeper.getByRole('form', { name: '建档' })
  const opened = async (name: string, email: string) => {
    await keeper.goto('/admin/customer-service/clients/new')
    await form.getByText('准业主', { exact: true }).click()
    await write(form, '姓名', name)
    await write(form, '电话', '139 2468 1357')
    await write(form, '邮箱', email)
    await form.getByRole('checkbox', { name: /已向客户说明/ }).check()
    await keeper.keyboard.press('Control+Enter')
  }
  await opened('欧阳锋', 'feng@example.com')
  await expect(keeper.getByRole('heading', { name: '欧阳锋' })).toBeVisible()
  await opened('欧阳峰', 'ouyang@example.com')
  await keeper.getByRole('button', { name: '不是同一人，继续建档' }).click()
  await expect(keeper.getByRole('heading', { name: '欧阳峰' })).toBeVisible()

  // Found: the one with the same number is named first.
  await keeper.getByRole('button', { name: '更多', exact: true }).click()
  await keeper.getByRole('menuitem', { name: '合并…' }).click()
  await keeper
    .getByRole('region', { name: '可能是同一位客户' })
    .getByRole('button', { name: /欧阳锋/ })
    .click()
  // Compared: what differs is chosen, what is the same is folded away.
  const differing = keeper.getByRole('table', { name: '不同的项' })
  await expect(differing.getByRole('row', { name: /姓名/ })).toBeVisible()
  await expect(differing.getByRole('row', { name: /电话/ })).toHaveCount(0)
  await differing.getByRole('row', { name: /邮箱/ }).getByRole('radio').last().check()
  const proposal = keeper.getByRole('form', { name: '提请合并' })
  await write(proposal, '为什么是同一位客户', '同一个电话，本人确认')
  await proposal.getByRole('button', { name: '签署并提请' }).click()
  await signWhereAsked(keeper, () => keeper.getByRole('heading', { name: '欧阳锋 并入 欧阳峰' }).waitFor())
  const address = new URL(keeper.url()).pathname

  const manager = await signedInAs('客户服务经理', address)
  const decide = async () => {
    await manager.getByRole('button', { name: '批准' }).click()
    await manager.getByRole('dialog').last().getByRole('button', { name: '批准' }).click()
    await sign(manager)
  }
  await decide()
  await expect(manager.getByText('已合并').first()).toBeVisible()
  await manager.getByRole('link', { name: /欧阳峰/ }).click()
  await expect(manager.getByText('f***@example.com')).toBeVisible()
  await expect(manager.getByRole('region', { name: '时间线' }).getByText(/^原属/).first()).toBeVisible()

  await keeper.getByRole('link', { name: /欧阳锋/ }).click()
  await expect(keeper.getByText(/已并入 欧阳峰/)).toBeVisible()
  await keeper.goto(address)
  await keeper.getByRole('button', { name: '更多操作' }).click()
  await keeper.getByRole('menuitem', { name: '撤销合并' }).click()
  const sheet = keeper.getByRole('dialog').last()
  await expect(sheet.getByText('邮箱')).toBeVisible()
  await write(sheet, '原因', '是兄弟二人')
  await sheet.getByRole('button', { name: '撤销合并' }).click()
  await signWhereAsked(keeper, () => sheet.waitFor({ state: 'hidden' }))
  await manager.goto(address)
  await decide()
  await expect(manager.getByText('已撤销合并').first()).toBeVisible()
  await manager.getByRole('link', { name: /欧阳锋/ }).click()
  await expect(manager.getByText('f***@example.com')).toBeVisible()
  await expect(manager.getByText(/已并入/)).toHaveCount(0)
})
