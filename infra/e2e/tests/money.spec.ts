/** A month is charged as previewed, a payment settles what is oldest; a disputed line is not asked for until it is answered. */
import { choose, write } from '../src/forms.ts'
import { expect, test } from '../src/people.ts'

test('fees are charged, paid, disputed and answered', async ({ signedInAs }) => {
  test.setTimeout(240_000)
  const finance = await signedInAs('财务', '/admin/customer-service/finance/charge')
  const charge = finance.getByRole('form', { name: '批量计费' })
  await choose(charge, '项目', '翠湖花园')
  await choose(charge, '种类', '公摊水电费')
  await charge.getByRole('spinbutton', { name: '单价（每平方米）' }).fill('0.35')
  // Long due: it would be asked for.
  await charge.getByLabel('到期日').fill('2026-01-05')
  await charge.getByRole('button', { name: '预览' }).click()
  const preview = finance.getByRole('table', { name: '每户金额' })
  const who = preview.getByRole('row').nth(1).getByRole('cell').nth(1)
  const [name = ''] = (await who.innerText()).split(' · ')
  await finance.getByRole('button', { name: /^写入 \d+ 笔/ }).click()
  await expect(finance.getByText(/已写入 \d+ 笔应收/)).toBeVisible()

  await finance.goto('/admin/customer-service/finance/payments?record')
  const payment = finance.getByRole('form', { name: '登记收款' })
  await payment.getByRole('combobox', { name: '客户' }).fill(name)
  await choose(payment, '客户', name)
  await payment.getByRole('spinbutton', { name: '金额' }).fill('1')
  await expect(payment.getByText('将这样核销')).toBeVisible()
  await payment.getByRole('button', { name: '登记收款' }).click()
  await expect(finance.getByText('收款已登记')).toBeVisible()

  await finance.goto('/admin/customer-service/finance/reconciliations')
  await finance.getByRole('button', { name: '生成对账单' }).click()
  const issue = finance.getByRole('form', { name: '生成对账单' })
  await issue.getByRole('combobox', { name: '客户' }).fill(name)
  await choose(issue, '客户', name)
  await issue.getByRole('button', { name: '生成对账单' }).click()
  await expect(finance.getByRole('heading', { name: /S\d{4}-\d{5}/ })).toBeVisible()
  const step = async (verb: string, fill: (form: ReturnType<typeof finance.getByRole>) => Promise<void>) => {
    const button = finance.getByRole('button', { name: verb, exact: true })
    const others = finance.getByRole('button', { name: /更多/ })
    await button.or(others).first().waitFor()
    if (!(await button.isVisible())) await others.click()
    await finance
      .getByRole('button', { name: verb, exact: true })
      .or(finance.getByRole('menuitem', { name: verb, exact: true }))
      .first()
      .click()
    const form = finance.getByRole('form', { name: verb })
    await fill(form)
    await form.getByRole('button', { name: verb, exact: true }).click()
    await expect(form).toBeHidden()
  }
  await step('发送', (form) => form.getByText('上门送达').click())
  await step('登记异议', async (form) => {
    await form.getByRole('combobox', { name: '明细' }).click()
    await finance.locator('.ant-select-item-option').first().click()
    await finance.keyboard.press('Escape')
    await write(form, '异议理由', '这个月没有人住')
  })
  await expect(finance.getByText('待答复')).toBeVisible()
  const statement = finance.url()
  await finance.goto('/admin/customer-service/finance/dunning?state=DISPUTED')
  await expect(finance.getByRole('link', { name, exact: true }).first()).toBeVisible()
  await finance.goto(statement)
  await step('答复异议', (form) => write(form, '说明', '公摊按面积，不论是否入住'))
  await expect(finance.getByText(/核对无误，应收有效/)).toBeVisible()

  // Nobody was asked while the line was in dispute; now somebody is again.
  await finance.goto('/admin/customer-service/finance/dunning?state=DUE')
  await expect(finance.getByRole('link', { name, exact: true }).first()).toBeVisible()
})
