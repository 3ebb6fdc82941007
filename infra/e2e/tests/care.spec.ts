/** Somebody's day, found by the rules: recorded from the calendar, read in the client's timeline. */
import { expect, test } from '../src/people.ts'

test('an occasion of care is recorded from its card, and stands in the timeline of the client', async ({
  signedInAs,
}) => {
  const keeper = await signedInAs('客户关系专员', '/admin/customer-service/care?whose=all')
  const card = keeper
    .getByRole('listitem')
    .filter({ has: keeper.getByRole('button', { name: '记录关怀' }) })
    .first()
  await card.waitFor()
  const client = await card.getByRole('link').first().getAttribute('href')
  await card.getByRole('button', { name: '记录关怀' }).click()
  const form = keeper.getByRole('form', { name: '记录关怀' })
  const words = '一早送上祝福，约好下周来坐坐'
  await form.getByRole('textbox', { name: '说了什么、做了什么' }).fill(words)
  // Whether now is a good moment depends on the hour, and on who called them lately.
  const despite = form.getByRole('textbox', { name: '为何仍然联系' })
  if (await despite.isVisible()) await despite.fill('对方先发来了消息')
  await form.getByRole('button', { name: '记录关怀' }).click()
  await expect(keeper.getByText('已记录')).toBeVisible()
  await keeper.goto(`${client}?show=TALKS`)
  await expect(keeper.getByRole('region', { name: '时间线' }).getByText(words)).toBeVisible()
})
