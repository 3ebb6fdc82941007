/**
 * A complaint's whole road through the shell, each step by the person whose role takes it, each in a browser of their own. No
 * step is taken past the screen.
 */
import type { Page } from '@playwright/test'
import { choose, openRegistered, openVerb, registerCase, send, write } from '../src/forms.ts'
import { expect, test } from '../src/people.ts'
import { sign } from '../src/signing.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const
const CASES = '/admin/customer-service/complaints'

test('registered, investigated, proposed, approved, confirmed, carried out, visited, closed', async ({
  signedInAs,
}) => {
  test.setTimeout(300_000)
  const agent = await signedInAs('客服专员', `${CASES}/new`)
  const number = await registerCase(agent, '昨晚十点起卫生间天花板滴水，楼上无人应门。')
  const id = await openRegistered(agent)
  const openCase = (role: string): Promise<Page> => signedInAs(role, `${CASES}/${id}`)
  const shows = (page: Page, status: string) =>
    expect(page.getByRole('main').getByText(status, { exact: true }).first()).toBeVisible()

  const office = await openCase('总经办')
  await expect(office.getByRole('heading', { name: new RegExp(number) })).toBeVisible()
  const acknowledging = await openVerb(office, '受理')
  await choose(acknowledging, '承办部门', '客户服务中心')
  await acknowledging.getByText('批评性', { exact: true }).click()
  await send(acknowledging, '受理')
  await shows(office, '已受理')

  const quality = await openCase('品质管理')
  const investigating = await openVerb(quality, '开始调查')
  await write(investigating, '调查结果', '现场查看：楼上卫生间地漏返水，防水层开裂。')
  await investigating.getByText('属实', { exact: true }).click()
  await investigating.getByRole('spinbutton', { name: '我方责任比例' }).fill('60')
  await choose(investigating, '原因分类', '操作失误')
  await send(investigating, '开始调查')
  await shows(quality, '调查中')

  const supervisor = await openCase('客户关系主管')
  const proposing = await openVerb(supervisor, '提出方案')
  await choose(proposing, '方式', '维修')
  await write(proposing, '具体内容', '重做防水并修复吊顶')
  await proposing
    .getByRole('spinbutton', { name: '金额' })
    .or(proposing.getByRole('textbox', { name: '金额' }))
    .first()
    .fill('1200')
  await send(proposing, '提出方案')
  await shows(supervisor, '方案待批')

  const manager = await openCase('客户服务经理')
  await send(await openVerb(manager, '批准'), '批准')
  await shows(manager, '已批准')

  await supervisor.reload()
  const offering = await openVerb(supervisor, '向客户提出')
  await send(offering, '向客户提出')
  const confirming = await openVerb(supervisor, '客户确认')
  await write(confirming, /原话/, '业主同意维修方案')
  await send(confirming, '客户确认')
  await shows(supervisor, '客户已确认')

  const dispatching = await openVerb(supervisor, '派单')
  await choose(dispatching, '执行部门', '工程维修部')
  await choose(dispatching, '承办人', '曹磊')
  await write(dispatching, '要做什么', `重做防水 ${number}`)
  await send(dispatching, '派单')
  await shows(supervisor, '执行中')

  // In the stairwell: the technician of the department, with a phone.
  const technician = await signedInAs('维修人员', '/admin/property-management/tasks', PHONE, '曹磊')
  await expect(technician.getByText(`重做防水 ${number}`)).toBeVisible()
  await technician.getByRole('link', { name: number }).click()
  await technician.getByRole('button', { name: '接单', exact: true }).click()
  await sign(technician)
  const done = technician.getByRole('button', { name: '完成', exact: true })
  await done.click()
  const report = technician.getByRole('dialog').last()
  await write(report, '做了什么', '防水重做，闭水 48 小时不漏。')
  await send(report, '完成')

  await supervisor.reload()
  const resolving = await openVerb(supervisor, '办结')
  await write(resolving, '办理结果', '防水重做完成，吊顶已修复。')
  await write(resolving, '预防再发的措施', '列入年度防水检查。')
  await send(resolving, '办结')
  await shows(supervisor, '已解决')

  await agent.reload()
  const visiting = await openVerb(agent, '回访')
  await visiting.getByText('满意', { exact: true }).click()
  await write(visiting, '回访记录', '王女士说不漏了，很满意。')
  await send(visiting, '回访')
  await shows(agent, '已回访')

  await manager.reload()
  await send(await openVerb(manager, '结案'), '结案')
  await shows(manager, '已结案')

  // How each was proven stands beside it.
  await expect(manager.getByText(/以签名 PIN 码证明/).first()).toBeVisible()
  await expect(manager.getByText(/以密码和验证码证明/).first()).toBeVisible()

  // Who answered for what stands on the case, in the other language too.
  await manager.getByRole('button', { name: 'English' }).click()
  for (const meaning of ['Recorded', 'Prepared', 'Approved', 'Confirmed', 'Verified', 'Closed']) {
    await expect(manager.getByText(meaning).first()).toBeVisible()
  }
})
