import type { Permission } from '@steward/domain'
import { clearPage, openPortal, type Answers } from '@steward/portal/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../../portal.tsx'
import { CHOICES, givenClient, idOf, page, SEES_ALL } from '../../testing/given.ts'

afterEach(clearPage)

const OPENS: readonly Permission[] = [...SEES_ALL, 'client:open', 'client:addMember']
const opened = { openClient: { __typename: 'Client', id: idOf('cli', 9), name: '陈建国' } }

async function openForm(answers: Answers = {}, name = '孙丽') {
  const shown = openPortal(portal, 'clients/new', {
    person: { name, permissions: OPENS },
    answers: {
      CaseChoices: () => CHOICES,
      ClientPage: () => ({
        client: givenClient({ id: idOf('cli', 9), name: '陈建国' }),
        complaints: page('Complaint', []),
      }),
      OpenClient: () => opened,
      ...answers,
    },
  })
  await screen.findByRole('form', { name: '建档' })
  return { ...shown, user: userEvent.setup({ delay: null }) }
}
const form = () => within(screen.getByRole('form', { name: '建档' }))
const sentBy = (sent: readonly { operation: string; variables: object }[]) =>
  sent.filter(({ operation }) => operation === 'OpenClient').map(({ variables }) => variables)

/** A prospect: the shortest archive that there is. */
const fillIn = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.click(form().getByText('准业主'))
  await user.type(form().getByLabelText('姓名'), '陈建国')
  await user.type(form().getByLabelText('电话'), '139 0000 5678')
}

describe('opening an archive with the client on the phone', () => {
  it('needs that it was explained, asks each purpose, and is sent by the keyboard', async () => {
    const { user, sent, router } = await openForm()
    await fillIn(user)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText('请先向客户说明建档的用途和好处。')
    expect(sentBy(sent)).toEqual([])
    await user.click(form().getByRole('checkbox', { name: /已向客户说明/ }))
    await user.click(form().getByRole('checkbox', { name: /满意度调查/ }))
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('heading', { name: '陈建国' })
    expect(router.state.location.pathname).toBe(`/customer-service/clients/${idOf('cli', 9)}`)
    expect(sentBy(sent)).toEqual([
      {
        input: expect.objectContaining({
          kind: 'HOUSEHOLD',
          relation: 'PROSPECT',
          name: '陈建国',
          phone: '139 0000 5678',
          explained: true,
          consentPurposes: ['SURVEY'],
          occupancies: [],
          knownNotToBeThem: [],
        }),
      },
    ])
  })

  it('asks a company for a contact, and not for a household', async () => {
    const { user } = await openForm()
    expect(form().getByRole('button', { name: /加一位家庭成员/ })).toBeTruthy()
    await user.click(form().getByText('企业'))
    await waitFor(() => expect(form().queryByRole('button', { name: /加一位家庭成员/ })).toBeNull())
    expect(form().getByLabelText('企业名称')).toBeTruthy()
    expect(form().getByLabelText('职务')).toBeTruthy()
  })

  it('shows who is on file already, and goes on when it is somebody else', async () => {
    const known = givenClient({ name: '陈建国（旧）' })
    const { user, sent } = await openForm({
      LikelySameClient: () => ({ client: known }),
      OpenClient: ({ input }) =>
        (input as { knownNotToBeThem: string[] }).knownNotToBeThem.includes(known.id)
          ? opened
          : {
              openClient: {
                __typename: 'DuplicateError',
                code: 'DUPLICATE',
                message: '已存在相同的记录。',
                existingId: known.id,
              },
            },
    })
    await fillIn(user)
    await user.click(form().getByRole('checkbox', { name: /已向客户说明/ }))
    await user.keyboard('{Control>}{Enter}{/Control}')
    const dialog = within(await screen.findByRole('dialog', { name: '档案里可能已有此人' }))
    await dialog.findByText('陈建国（旧）')
    await user.click(dialog.getByRole('button', { name: '不是同一人，继续建档' }))
    await screen.findByRole('heading', { name: '陈建国' })
    expect(sentBy(sent)).toHaveLength(2)
  })

  it('keeps what was typed for the next time, for the same person only', async () => {
    const { user } = await openForm()
    await fillIn(user)
    const kept = { ...localStorage }
    const comeBack = async (name: string) => {
      clearPage()
      for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, String(value))
      await openForm({}, name)
    }
    await comeBack('赵磊')
    expect(screen.queryByText('已恢复上次未提交的内容。')).toBeNull()
    await comeBack('孙丽')
    expect(screen.getByText('已恢复上次未提交的内容。')).toBeTruthy()
    expect(form().getByLabelText('姓名')).toHaveProperty('value', '陈建国')
  })
})
