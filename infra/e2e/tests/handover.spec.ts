/** A shift changes: in the evening an agent hands over, at night another one accepts, and the promise is theirs. */
import { choose, write } from '../src/forms.ts'
import { expect, test } from '../src/people.ts'
import { sign } from '../src/signing.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const
const PORTAL = '/admin/customer-service'

test('the evening agent hands over, the night agent accepts, and the promise is hers', async ({
  signedInAs,
}) => {
  test.setTimeout(240_000)
  const evening = await signedInAs('客服专员', `${PORTAL}/complaints/new`, {}, '李思琪')
  const form = evening.getByRole('main')
  await form.getByRole('textbox', { name: '联系人' }).fill('周先生')
  await form.getByRole('textbox', { name: '联系电话' }).fill('139 8765 4321')
  await form
    .getByRole('textbox', { name: /客户怎么说|陈述|经过|内容/ })
    .first()
    .fill('地下车库照明全部熄灭，请尽快来人。')
  await evening.keyboard.press('Control+Enter')
  await sign(evening)
  await expect(evening.getByText('登记成功')).toBeVisible()
  const number = (await evening
    .getByText(/^\d{4}-\d{4,5}$/)
    .first()
    .textContent())!.trim()

  // The end of her shift: what she answers for is listed already.
  await evening.goto(`${PORTAL}/handovers/new`)
  const shift = evening.getByRole('form', { name: '交班' })
  await choose(shift, '交给同事', '陈浩')
  await write(shift, '交接说明', '车库门禁卡在前台。')
  await write(shift, `${number} 的说明`, '已报电工，二十分钟内到。')
  await shift.getByRole('button', { name: '交班', exact: true }).click()
  await expect(evening.getByText('接收之前仍由 李思琪 负责。')).toBeVisible()

  // At the gate, with a phone: it waits on the first page.
  const night = await signedInAs('客服专员', PORTAL, PHONE, '陈浩')
  await night
    .getByRole('region', { name: '待我接收的交接' })
    .getByRole('link', { name: /李思琪/ })
    .click()
  await expect(night.getByText('车库门禁卡在前台。')).toBeVisible()
  await expect(night.getByText(/二十分钟内到/)).toBeVisible()
  const accept = night.getByRole('button', { name: '接收', exact: true })
  await accept.click()
  await expect(night.getByRole('alert').filter({ hasText: '没有核对' })).toBeVisible()
  const all = night.getByRole('button', { name: '全部核对' })
  if (await all.isVisible()) await all.click()
  else await night.getByRole('checkbox').check()
  await accept.click()
  await sign(night)
  await expect(night.getByText('已转由接收人负责').first()).toBeVisible()

  // The other browser learns of it by itself.
  await expect(evening.getByText('接收之前仍由 李思琪 负责。')).toBeHidden()
  await night.getByRole('link', { name: number }).click()
  const promises = night.getByRole('region', { name: '对客户的承诺' })
  await expect(promises.getByText(/陈浩/)).toBeVisible()
  await expect(promises.getByText(/李思琪/)).toBeHidden()
})
