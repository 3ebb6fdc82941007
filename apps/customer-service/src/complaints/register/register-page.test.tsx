import { clearPage, failing, openPortal, type Answers } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../../portal.tsx'
import {
  CASE_ID,
  CHOICES,
  givenCase,
  givenClient,
  idOf,
  page,
  PROJECT,
  SEES_ALL,
  SERVICE,
  UNIT,
} from '../../testing/given.ts'

afterEach(clearPage)

const registered = {
  registerComplaint: {
    __typename: 'Complaint',
    id: CASE_ID,
    number: '2611-0043',
    track: 'QUICK',
    severity: 3,
    summary: '漏水',
    handlingDepartment: SERVICE,
  },
}

async function openForm(answers: Answers = {}, name = '孙丽', permissions = SEES_ALL) {
  const opened = openPortal(portal, 'complaints/new', {
    person: { name, permissions },
    answers: {
      CaseChoices: () => CHOICES,
      ClientLookup: () => ({ findClients: [givenClient()] }),
      ClientOfCase: () => ({ client: givenClient(), complaints: page('Complaint', []) }),
      ComplaintPage: () => ({ complaint: givenCase() }),
      ...answers,
    },
  })
  await screen.findByRole('form', { name: '登记' })
  return { ...opened, user: userEvent.setup({ delay: null }) }
}

const form = () => within(screen.getByRole('form', { name: '登记' }))
const facts = () => form().getByLabelText(/客户陈述/)
const sentBy = (sent: readonly { operation: string; variables: object }[], operation: string) =>
  sent.filter((it) => it.operation === operation).map(({ variables }) => variables)
const takeFirstClient = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.click(form().getByLabelText('客户'))
  await user.keyboard('王')
  await user.click(await screen.findByText('翠湖花园 3-1802 · 138****1234'))
}

/** Far away, so that the words are the same whenever the test runs. */
const owed = (kind: string, dueAt: string) => ({
  __typename: 'PromiseOutlook',
  kind,
  dueAt,
  explainDueTime: {
    __typename: 'DueTimeExplanation',
    policyRevision: 3,
    ruleSeverity: null,
    calendarRevision: 2,
    lines: [],
  },
})

describe('registering with a client on the phone', () => {
  it('says what may be promised, anew for every severity, and why', async () => {
    const { user, sent } = await openForm({
      PromiseOutlook: ({ severity }) => ({
        promiseOutlook:
          severity === 1
            ? [owed('ANSWER', '2061-05-06T02:00:00Z'), owed('ARRIVAL', '2061-05-06T01:45:00Z')]
            : [owed('ANSWER', '2061-05-06T09:30:00Z')],
      }),
    })
    await screen.findByText('“我们会在5月6日 周五 17:30 之前答复您。”')
    await user.click(form().getByText('一级（重大）'))
    await screen.findByText('“我们会在5月6日 周五 10:00 之前答复您。”')
    await screen.findByText('“我们会在5月6日 周五 09:45 之前到现场。”')
    await user.click(screen.getAllByRole('button', { name: '为什么是这个时间' })[0]!)
    expect(await screen.findByText('承诺规则第 3 版')).toBeTruthy()
    // It may be asked again while the clock goes on.
    const asked = sentBy(sent, 'PromiseOutlook')
    expect(asked[0]).toEqual({ severity: 3, purpose: null, categoryId: null, clientId: null })
    expect(asked.at(-1)).toEqual({ severity: 1, purpose: null, categoryId: null, clientId: null })
  })

  it('is possible also while nobody can say by when', async () => {
    const { user, sent } = await openForm({
      PromiseOutlook: () => failing('INTERNAL'),
      RegisterComplaint: () => registered,
    })
    await screen.findByText(/暂时算不出期限/)
    await takeFirstClient(user)
    await user.type(facts(), '天花板滴水')
    await user.click(form().getByRole('button', { name: '登记' }))
    await screen.findByText('2611-0043')
    expect(sentBy(sent, 'RegisterComplaint')).toHaveLength(1)
  })

  it('takes a few keys: who, what, read back, done', async () => {
    const { user, sent } = await openForm({ RegisterComplaint: () => registered })
    await takeFirstClient(user)
    await user.type(facts(), '昨晚十点起天花板滴水。今早吊顶鼓起。')
    await user.click(form().getByRole('checkbox', { name: '已复述，客户确认无误' }))
    await user.click(facts())
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText('2611-0043')).toBeTruthy()
    expect(sentBy(sent, 'RegisterComplaint')).toEqual([
      {
        input: {
          kind: 'COMPLAINT',
          channel: 'PHONE',
          severity: 3,
          clientId: givenClient().id,
          contactName: '王小明',
          unitId: UNIT.id,
          facts: '昨晚十点起天花板滴水。今早吊顶鼓起。',
          summary: '昨晚十点起天花板滴水',
          anonymous: false,
          readBack: true,
        },
      },
    ])
  })

  it('composes what is read aloud from what was written', async () => {
    const { user } = await openForm()
    await takeFirstClient(user)
    await user.type(facts(), '天花板滴水')
    await user.type(form().getByLabelText('客户要求'), '修好')
    const quote = await waitFor(() => document.querySelector('blockquote')?.textContent ?? '')
    expect(quote).toMatch(/地点是翠湖花园 3-1802。.*天花板滴水.*您的要求是：修好.*我记得对吗？/s)
  })

  it('warns of a matter that is open already', async () => {
    const { user } = await openForm({
      ClientOfCase: () => ({ client: givenClient(), complaints: page('Complaint', [givenCase()]) }),
    })
    await takeFirstClient(user)
    const link = await screen.findByRole('link', { name: '2611-0042 卫生间漏水' })
    expect(link.getAttribute('href')).toBe(`/customer-service/complaints/${CASE_ID}`)
  })

  it('asks what the kind of matter needs, and nothing else', async () => {
    const { user, sent } = await openForm({ RegisterComplaint: () => registered })
    expect(form().getByLabelText('客户要求')).toBeTruthy()
    await user.click(form().getByText('表扬'))
    await waitFor(() => expect(form().queryByLabelText('客户要求')).toBeNull())
    expect(form().queryByRole('radio', { name: '三级（一般）' })).toBeNull()
    await user.type(form().getByLabelText('联系人'), '李先生')
    await user.type(form().getByLabelText(/表扬内容/), '保安帮忙搬东西')
    await user.click(form().getByRole('button', { name: '登记' }))
    await screen.findByText('2611-0043')
    expect(sentBy(sent, 'RegisterComplaint')).toMatchObject([
      { input: { kind: 'PRAISE', severity: 4, contactName: '李先生', facts: '保安帮忙搬东西' } },
    ])
  })

  it('looks four digits up as the end of a phone only when asked, and only for those who may', async () => {
    const caller = givenClient({ id: idOf('cli', 9), name: '来电人' })
    const { user, sent } = await openForm({
      LookupClientsByPhone: () => ({
        lookupClientsByPhone: {
          __typename: 'PhoneLookup',
          id: idOf('phl', 1),
          tail: '1234',
          clients: [caller],
        },
      }),
    })
    await user.click(form().getByLabelText('客户'))
    await user.keyboard('1234')
    const offer = await screen.findByRole('button', { name: '查手机尾号 1234 的客户' })
    expect(sentBy(sent, 'LookupClientsByPhone')).toEqual([])
    await user.click(offer)
    await screen.findByText('来电人')
    expect(sentBy(sent, 'LookupClientsByPhone')).toMatchObject([{ input: { tail: '1234' } }])
    clearPage()
    const other = await openForm(
      {},
      '周瑜',
      SEES_ALL.filter((it) => it !== 'client:lookupByPhone'),
    )
    await other.user.click(form().getByLabelText('客户'))
    await other.user.keyboard('1234')
    await waitFor(() => expect(sentBy(other.sent, 'ClientLookup').at(-1)).toMatchObject({ words: '1234' }))
    expect(screen.queryByRole('button', { name: /尾号/ })).toBeNull()
  })
})

describe('a registration that is refused', () => {
  it('by the rules of the domain, never reaches the server', async () => {
    const { user, sent } = await openForm()
    await user.type(facts(), '无人应门')
    await user.type(form().getByLabelText('联系电话'), '打不通')
    await user.click(form().getByRole('button', { name: '登记' }))
    expect(await screen.findByText('电话号码无效。')).toBeTruthy()
    expect(sentBy(sent, 'RegisterComplaint')).toEqual([])
  })

  it('names the client or a contact, or is anonymous', async () => {
    const { user } = await openForm({ RegisterComplaint: () => registered })
    await user.type(facts(), '楼道灯不亮')
    await user.click(form().getByRole('button', { name: '登记' }))
    expect(await screen.findByText('请填写客户或联系人，或注明匿名。')).toBeTruthy()
    await user.click(form().getByRole('checkbox', { name: /匿名/ }))
    await user.click(form().getByRole('button', { name: '登记' }))
    expect(await screen.findByText('2611-0043')).toBeTruthy()
  })

  it('by the server, says so beside the field and loses nothing', async () => {
    const { user } = await openForm({
      RegisterComplaint: () => ({
        registerComplaint: {
          __typename: 'InvalidInputError',
          code: 'INVALID_INPUT',
          message: '填写的内容有误。',
          fields: [{ __typename: 'FieldError', path: 'contactPhone', message: '该号码已停用。' }],
        },
      }),
    })
    await user.type(form().getByLabelText('联系人'), '李先生')
    await user.type(form().getByLabelText('联系电话'), '13800001234')
    await user.type(facts(), '楼道灯不亮')
    await user.click(form().getByRole('button', { name: '登记' }))
    const sentence = await screen.findByText('该号码已停用。')
    expect(sentence.closest('.ant-form-item')?.querySelector('label')?.textContent).toBe('联系电话')
    expect(facts()).toHaveProperty('value', '楼道灯不亮')
  })
})

describe('what was not sent', () => {
  const leave = () => document.body.replaceChildren()

  it('is there again after the page was left, for the same person only', async () => {
    const first = await openForm()
    await takeFirstClient(first.user)
    await first.user.type(facts(), '天花板滴水')
    const kept = { ...localStorage }
    clearPage()
    leave()
    for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, String(value))
    await openForm()
    expect(screen.getByText('已恢复上次未提交的内容。')).toBeTruthy()
    expect(facts()).toHaveProperty('value', '天花板滴水')
    expect(form().getByLabelText('联系人')).toHaveProperty('value', '王小明')
    expect(await form().findByRole('radio', { name: `${PROJECT.name} ${UNIT.label}` })).toHaveProperty(
      'checked',
      true,
    )
    clearPage()
    leave()
    for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, String(value))
    await openForm({}, '周瑜')
    expect(screen.queryByText('已恢复上次未提交的内容。')).toBeNull()
    expect(facts()).toHaveProperty('value', '')
  })

  it('is gone once it was sent, and can be thrown away', async () => {
    const { user } = await openForm({ RegisterComplaint: () => registered })
    await user.type(form().getByLabelText('联系人'), '李先生')
    await user.type(facts(), '楼道灯不亮')
    const drafts = () => Object.keys(localStorage).filter((key) => key.includes('draft'))
    expect(drafts()).toHaveLength(1)
    await user.click(form().getByRole('button', { name: '登记' }))
    await screen.findByText('2611-0043')
    expect(drafts()).toEqual([])
    await user.click(screen.getByRole('button', { name: '登记下一件' }))
    expect(facts()).toHaveProperty('value', '')
  })
})
