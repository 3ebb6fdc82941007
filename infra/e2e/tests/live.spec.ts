/** Two people at one case: each sees the other, what one does the other sees, and nothing that anybody typed is lost. */
import type { Page, WebSocketRoute } from '@playwright/test'
import { choose, openRegistered, openVerb, registerCase, send, write } from '../src/forms.ts'
import { expect, test } from '../src/people.ts'

const CASES = '/admin/customer-service/complaints'

const shows = (page: Page, status: string) =>
  expect(page.getByRole('main').getByText(status, { exact: true }).first()).toBeVisible()

const acknowledge = async (office: Page): Promise<void> => {
  const acknowledging = await openVerb(office, '受理')
  await choose(acknowledging, '承办部门', '客户服务中心')
  await acknowledging.getByText('批评性', { exact: true }).click()
  await send(acknowledging, '受理')
}

/** A page whose connection for changes can be cut; what it asks for itself still gets through. */
const withCord = async (page: Page) => {
  const open = new Set<WebSocketRoute>()
  let cut = false
  await page.routeWebSocket(/graphql/, (socket) => {
    if (cut) return void socket.close({ code: 1013 })
    open.add(socket)
    socket.connectToServer()
  })
  return {
    cut: async () => {
      cut = true
      for (const socket of open) await socket.close({ code: 1013 })
      open.clear()
    },
    mend: () => {
      cut = false
    },
  }
}

test('whoever looks at the same case is seen, and what one does stands on the other’s screen by itself', async ({
  signedInAs,
}) => {
  const agent = await signedInAs('客服专员', `${CASES}/new`)
  await registerCase(agent, '楼道灯坏了三天，两次报修无人来。')
  const id = await openRegistered(agent)
  await shows(agent, '已登记')
  const office = await signedInAs('总经办', `${CASES}/${id}`)
  await expect(agent.getByText(/也在查看/)).toBeVisible()
  await expect(office.getByText(/也在查看/)).toBeVisible()

  await acknowledge(office)
  await shows(agent, '已受理')

  await office.close()
  await expect(agent.getByText(/也在查看/)).toHaveCount(0)
})

test('after its connection was cut a page fetches what it missed', async ({ signedInAs }) => {
  const agent = await signedInAs('客服专员', `${CASES}/new`)
  const cord = await withCord(agent)
  await agent.reload()
  await registerCase(agent, '电梯门夹人，物业说会修。')
  const id = await openRegistered(agent)
  await expect(agent.getByText('实时', { exact: true }).first()).toBeVisible()
  await cord.cut()
  await expect(agent.getByText('正在重新连接…').first()).toBeVisible()
  await acknowledge(await signedInAs('总经办', `${CASES}/${id}`))
  await shows(agent, '已登记')
  cord.mend()
  await shows(agent, '已受理')
  await expect(agent.getByText('实时', { exact: true }).first()).toBeVisible()
})

test('a step on what is no longer the latest meets a clear question, and what was typed is sent in the end', async ({
  signedInAs,
}) => {
  const agent = await signedInAs('客服专员', `${CASES}/new`)
  await registerCase(agent, '车位被占，找门岗无人管。')
  const id = await openRegistered(agent)
  // The form that is open keeps the version that it was opened with.
  const attempt = await openVerb(agent, '登记联系')
  await write(attempt, '备注', '占线，十分钟后再打')
  const office = await signedInAs('总经办', `${CASES}/${id}`)
  await acknowledge(office)

  await attempt.getByRole('button', { name: '登记联系', exact: true }).click()
  const question = agent.getByRole('dialog', { name: '此单刚刚有变动' })
  await expect(question).toBeVisible()
  await question.getByRole('button', { name: '载入最新内容' }).click()
  await expect(question).toBeHidden()
  await expect(attempt.getByRole('textbox', { name: '备注' })).toHaveValue('占线，十分钟后再打')
  await send(attempt, '登记联系')
  await expect(office.getByText('占线，十分钟后再打').first()).toBeVisible()
})

test('what was typed survives a page that dies', async ({ signedInAs }) => {
  const agent = await signedInAs('客服专员', `${CASES}/new`)
  const told = agent
    .getByRole('main')
    .getByRole('textbox', { name: /客户怎么说|陈述|经过|内容/ })
    .first()
  await told.fill('地库漏水，已经滴到车上。')
  const context = agent.context()
  await agent.close()
  const again = await context.newPage()
  await again.goto(`${CASES}/new`)
  await expect(
    again
      .getByRole('main')
      .getByRole('textbox', { name: /客户怎么说|陈述|经过|内容/ })
      .first(),
  ).toHaveValue('地库漏水，已经滴到车上。')
})
