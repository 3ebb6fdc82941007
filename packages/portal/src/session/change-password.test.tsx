import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { clearPage, openPage } from '../../testing/index.tsx'
import { ChangePassword } from './change-password.tsx'

afterEach(clearPage)

const NEW = 'a sentence that is long enough'

const open = (answer: object) => {
  const onClose = vi.fn()
  const { sent } = openPage('/', <ChangePassword open onClose={onClose} />, {
    locale: 'en',
    answers: { ChangePassword: () => ({ changePassword: answer }) },
  })
  const fill = async (present: string, next: string, again = next) => {
    const user = userEvent.setup()
    const fields = { 'Present password': present, 'New password': next, 'New password once more': again }
    for (const [label, text] of Object.entries(fields)) {
      await user.click(await screen.findByLabelText(label))
      await user.paste(text)
    }
    await user.click(screen.getByRole('button', { name: 'Change the password' }))
  }
  const inputs = () =>
    sent.filter(({ operation }) => operation === 'ChangePassword').map((it) => it.variables)
  return { onClose, fill, inputs }
}

describe('changing one’s own password', () => {
  it('sends the present and the new one, and closes', async () => {
    const { fill, inputs, onClose } = open({ __typename: 'Staff', id: 'stf_1' })
    await fill('my present password', NEW)
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(inputs()).toEqual([{ input: { currentPassword: 'my present password', newPassword: NEW } }])
  })

  it('does not bother the server with one that is short or typed differently', async () => {
    const { fill, inputs } = open({})
    await fill('my present password', 'short', 'shorter')
    await screen.findByText('The two new passwords differ.')
    expect(screen.getByText('Use at least 15 characters; a sentence will do.')).toBeTruthy()
    expect(inputs()).toEqual([])
  })

  it('says beside its field that the present one is wrong', async () => {
    const { fill, onClose } = open({ __typename: 'NotEligibleError', code: 'NOT_ELIGIBLE', message: 'no' })
    await fill('not mine at all', NEW)
    await screen.findByText('This is not your present password.')
    expect(onClose).not.toHaveBeenCalled()
  })
})
