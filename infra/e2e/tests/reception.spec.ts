/** A word that a client says in passing: written down from anywhere, seen by whoever has the client open, made a case. */
import { expect, test } from '../src/people.ts'

test('from the palette to a written word, live on another screen, and into the form of a case', async ({
  signedInAs,
}) => {
  test.setTimeout(120_000)
  const agent = await signedInAs('客服专员', '/admin/customer-service/')
  // The palette asks the finders of the portals that are there when it opens.
  await agent.getByRole('heading', { name: /您好/ }).waitFor()
  await agent.keyboard.press('Control+k')
  await agent.keyboard.type('记一笔 王')
  const first = agent.getByRole('option', { name: /^记一笔 王/ }).first()
  await first.waitFor()
  await agent.keyboard.press('Enter')
  await agent.getByRole('textbox', { name: '说了什么' }).waitFor()
  const client = new URL(agent.url()).searchParams.get('client')!

  const colleague = await signedInAs('客户关系主管', `/admin/customer-service/clients/${client}?show=TALKS`)
  const timeline = colleague.getByRole('region', { name: '时间线' })
  await timeline.waitFor()

  await agent.keyboard.type('问地下车位还有没有空的')
  await agent.keyboard.press('Enter')
  await expect(agent.getByText(/已记到.*名下/)).toBeVisible()
  await expect(timeline.getByText('问地下车位还有没有空的')).toBeVisible()

  await agent.getByRole('link', { name: '看客户' }).click()
  await agent.getByRole('button', { name: '转为投诉或诉求' }).first().click()
  const form = agent.getByRole('form', { name: '登记' })
  await expect(form.locator('textarea').first()).toHaveValue('问地下车位还有没有空的')
})
