/**
 * Every page of the three portals against WCAG 2.2 AA, each once, its surrounding another than its neighbour's, and what people
 * open most. All surroundings of all pages, and everything that opens: `npm run drill -w @steward/e2e`.
 */
import type { Page } from '@playwright/test'
import type { Role } from '@steward/domain'
import { examine, nameOf, settled, SURROUNDINGS, turn } from '../src/accessibility.ts'
import { expect, test } from '../src/desks.ts'
import { openVerb } from '../src/forms.ts'
import { walk } from '../src/keyboard.ts'
import { addressOf, PAGES } from '../src/pages.ts'
import { signing } from '../src/signing.ts'

for (const [at, page] of PAGES.entries()) {
  const surrounding = SURROUNDINGS[at % SURROUNDINGS.length]!
  test(`${addressOf(page)} as ${page.role}, ${nameOf(surrounding)}`, async ({ open }) => {
    const shown = await open(page)
    await turn(shown, surrounding)
    expect((await examine(shown)).faults).toEqual([])
  })
}

interface State {
  readonly name: string
  readonly role: Role | undefined
  readonly address: string
  /** In Chinese, at that width. */
  readonly width: 390 | 1440
  readonly bring: (page: Page) => Promise<void>
}
const dialog = (page: Page) => page.getByRole('dialog').filter({ visible: true }).waitFor()

/** Opens the first proposal of the demonstration that waits for this person, its form before them. */
const openProposal = async (page: Page) => {
  await page
    .locator('main .st-card')
    .filter({ hasText: '投诉处理方案 · 批准' })
    .first()
    .locator('a.st-card-lead')
    .click()
  await dialog(page)
}
/** Sends the form on top and waits for what is signed. Nothing is proven: it stays as it was. */
const comeToSign = async (page: Page, verb: string) => {
  await page.getByRole('dialog').last().getByRole('button', { name: verb, exact: true }).last().click()
  await signing(page).waitFor()
  await signing(page)
    .getByRole('region', { name: /签署的内容/ })
    .first()
    .waitFor()
}

const STATES: readonly State[] = [
  {
    name: 'signing in with a name and a wrong password',
    role: undefined,
    address: '/customer-service/',
    width: 390,
    bring: async (page) => {
      await page.getByRole('button', { name: '用登录名和密码登录' }).click()
      await page.getByRole('button', { name: /^登\s*录$/ }).click()
    },
  },
  {
    name: 'the palette with an answer',
    role: 'CR_SUPERVISOR',
    address: '/customer-service/complaints',
    width: 1440,
    bring: async (page) => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('登记')
      await page.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'the sheet of keys',
    role: 'CR_SUPERVISOR',
    address: '/customer-service/',
    width: 1440,
    bring: async (page) => {
      await page.keyboard.press('?')
      await dialog(page)
    },
  },
  {
    name: 'the bell',
    role: 'CR_SUPERVISOR',
    address: '/customer-service/',
    width: 390,
    bring: (page) => page.getByRole('button', { name: /^消息/ }).click(),
  },
  {
    name: 'the whole menu of a phone',
    role: 'ADMIN',
    address: '/admin/people',
    width: 390,
    bring: async (page) => {
      await page.getByRole('navigation').getByRole('button', { name: '更多' }).click()
      await dialog(page)
    },
  },
  {
    name: 'a registration with what is missing',
    role: 'CR_SUPERVISOR',
    address: '/customer-service/complaints/new',
    width: 390,
    bring: async (page) => {
      await page.getByRole('form').getByRole('button', { name: '登记' }).click()
      await page.getByText('请输入客户陈述').waitFor()
    },
  },
  {
    name: 'a view about to be saved',
    role: 'CR_SUPERVISOR',
    address: '/customer-service/complaints?severity=1,2',
    width: 1440,
    bring: async (page) => {
      await page.getByRole('button', { name: '视图' }).click()
      await page.getByRole('menuitem', { name: '把现在的筛选存为视图' }).click()
      await dialog(page)
    },
  },
  {
    name: 'an approval about to be signed',
    role: 'CS_MANAGER',
    address: '/admin/signings',
    width: 1440,
    bring: async (page) => {
      await openProposal(page)
      await comeToSign(page, '批准')
    },
  },
  {
    name: 'an approval about to be signed by password and code',
    role: 'CS_DIRECTOR',
    address: '/admin/signings',
    width: 390,
    bring: async (page) => {
      await openProposal(page)
      await comeToSign(page, '批准')
      const typed = signing(page).locator('input[type=password]')
      const choice = signing(page).getByText('密码和验证码').first()
      await typed.or(choice).first().waitFor()
      if (!(await typed.isVisible())) await choice.click()
    },
  },
  {
    name: 'several to sign, one by one',
    role: 'CS_DIRECTOR',
    address: '/admin/signings',
    width: 390,
    bring: async (page) => {
      const boxes = page.locator('main .st-card').getByRole('checkbox')
      await boxes.first().waitFor()
      await boxes.nth(0).check()
      await boxes.nth(1).check()
      await page.getByRole('button', { name: /逐件查看并签核/ }).click()
      await page
        .getByRole('dialog')
        .getByRole('list', { name: /签核经过/ })
        .waitFor()
    },
  },
  {
    name: 'an oral approval about to be recorded',
    role: 'CR_SPECIALIST',
    address: '/customer-service/complaints?view=all&status=PROPOSED',
    width: 390,
    bring: async (page) => {
      await page
        .getByRole('main')
        .getByRole('link', { name: /\d{4}-\d{4}/ })
        .first()
        .click()
      await openVerb(page, '登记口头批准')
    },
  },
]

for (const [at, { name, role, address, width, bring }] of STATES.entries()) {
  test(name, async ({ at: desk }) => {
    const surroundings = SURROUNDINGS.filter((it) => it.width === width)
    const chinese = surroundings.find(({ locale }) => locale === 'zh-CN')!
    const shown = await desk(role)
    await shown.goto(address)
    await settled(shown)
    await turn(shown, chinese)
    await bring(shown)
    await settled(shown)
    await turn(shown, surroundings[at % surroundings.length]!)
    expect((await examine(shown)).faults).toEqual([])
  })
}

const WALKED = ['complaints', 'complaints/new', 'complaints/:id']
for (const [at, page] of PAGES.filter(
  ({ portal, path }) => portal === 'customer-service' && WALKED.includes(path),
).entries()) {
  test(`${addressOf(page)} by the Tab key alone`, async ({ open }) => {
    const shown = await open(page)
    await turn(shown, SURROUNDINGS[at % 2]!)
    expect(await walk(shown)).toEqual([])
  })
}

test('whoever asks for less motion gets none', async ({ open }) => {
  const shown = await open(PAGES.find(({ portal }) => portal === 'customer-service')!)
  await shown.keyboard.press('Control+k')
  const slow = await shown.evaluate(() =>
    document
      .getAnimations()
      .map((animation) => animation.effect?.getComputedTiming().duration)
      .filter((duration) => Number(duration) > 1),
  )
  expect(slow).toEqual([])
})
