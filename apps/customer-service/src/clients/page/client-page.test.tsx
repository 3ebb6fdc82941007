import { CONSENT_PURPOSES, type Permission } from '@steward/domain'
import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../../portal.tsx'
import { AT, givenClient, givenContact, idOf, LI_NA, page, SEES_ALL } from '../../testing/given.ts'

afterEach(clearPage)

const KEEPS: readonly Permission[] = [
  ...SEES_ALL,
  'client:revealPhone',
  'client:readParticulars',
  'client:amend',
  'client:amendIdentity',
  'client:archive',
  'client:restore',
  'client:addContact',
  'client:amendContact',
  'client:removeContact',
  'client:recordConsent',
  'client:withdrawConsent',
  'client:endOccupancy',
]
const done = (mutation: string) => ({ [mutation]: { __typename: 'Client', id: idOf('cli', 1), version: 4 } })

async function openPage(client: object = {}, answers: Answers = {}, permissions = KEEPS) {
  const shown = openPortal(portal, `clients/${idOf('cli', 1)}`, {
    person: { permissions },
    answers: {
      ClientPage: () => ({ client: givenClient(client), complaints: page('Complaint', []) }),
      AmendContact: () => done('amendContact'),
      WithdrawConsent: () => done('withdrawConsent'),
      RestoreClient: () => done('restoreClient'),
      RevealPhoneOfContact: () => ({
        revealPhoneOfContact: { __typename: 'RevealedPhone', phone: '13900005678' },
      }),
      ...answers,
    },
  })
  await screen.findByRole('heading', { name: '王小明' })
  return { ...shown, user: userEvent.setup({ delay: null }) }
}
const region = (name: string) => within(screen.getByRole('region', { name }))
const inputOf = (sent: readonly { operation: string; variables: object }[], operation: string) =>
  sent
    .filter((it) => it.operation === operation)
    .map(({ variables }) => (variables as { input: object }).input)

describe('the archive of a client', () => {
  it('amends a contact without anybody typing a number that they see masked', async () => {
    const { user, sent } = await openPage()
    await user.click(region('联系人').getByRole('button', { name: '修改 王芳' }))
    const form = within(await screen.findByRole('form', { name: '修改联系人' }))
    const position = form.getByLabelText('职务')
    await user.clear(position)
    await user.type(position, '总经理')
    await user.click(form.getByRole('button', { name: '修改联系人' }))
    await waitFor(() => expect(inputOf(sent, 'AmendContact')).toHaveLength(1))
    const [input] = inputOf(sent, 'AmendContact')
    expect(input).toMatchObject({
      contactId: idOf('ctc', 1),
      expectedVersion: 1,
      name: '王芳',
      position: '总经理',
    })
    expect(input).not.toHaveProperty('phone')
  })

  it('shows the number of a contact for a reason', async () => {
    const { user, sent } = await openPage()
    await user.click(region('联系人').getByRole('button', { name: '查看号码' }))
    await user.click(await screen.findByRole('button', { name: '告知处理进展' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '查看号码' }))
    await screen.findByText('13900005678')
    expect(inputOf(sent, 'RevealPhoneOfContact')).toEqual([
      { contactId: idOf('ctc', 1), reason: '告知处理进展' },
    ])
  })

  it('tells what is agreed to, purpose by purpose, and takes a withdrawal down', async () => {
    const word = { __typename: 'ClientConsent', way: 'SIGNED', at: AT, note: null, recordedBy: LI_NA }
    const { user, sent } = await openPage({
      consents: [{ ...word, id: idOf('cns', 1), purpose: 'SURVEY', decision: 'GIVEN' }],
    })
    const consents = region('同意与用途')
    expect(consents.getAllByText('未征得')).toHaveLength(CONSENT_PURPOSES.length - 1)
    await user.click(consents.getByRole('button', { name: /登记撤回 满意度调查/ }))
    const form = within(await screen.findByRole('form', { name: '登记撤回' }))
    await user.click(form.getByRole('button', { name: '登记撤回' }))
    await waitFor(() =>
      expect(inputOf(sent, 'WithdrawConsent')).toEqual([
        { clientId: idOf('cli', 1), purpose: 'SURVEY', way: 'SPOKEN' },
      ]),
    )
  })

  it('says when it is out of use, and then has nothing to change but that', async () => {
    const { user, sent } = await openPage({ archivedAt: AT, archiveReason: '已搬离' })
    expect(screen.getByText(/已搬离/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /新增联系人|变更资料|为此客户登记/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: /恢\s?复/ }))
    await waitFor(() => expect(inputOf(sent, 'RestoreClient')).toHaveLength(1))
  })

  it('shows who may only read it no button, and no household that it does not answer', async () => {
    await openPage({ members: null, contacts: [givenContact(1, { phoneMasked: null })] }, {}, SEES_ALL)
    expect(screen.queryByRole('region', { name: '家庭成员' })).toBeNull()
    expect(screen.queryByRole('button', { name: /修改|移除|新增|变更|登记撤回|登记同意/ })).toBeNull()
  })
})
