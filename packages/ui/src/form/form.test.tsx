import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Input } from 'antd'
import { describe, expect, it, vi } from 'vitest'
import { UiProvider } from '../theme/ui-provider.tsx'
import { Field } from './field.tsx'
import { Form, type Refused } from './form.tsx'
import { MoneyInput } from './money-input.tsx'

interface Values {
  readonly name: string
  readonly contacts: readonly { readonly phone: string }[]
}

function show(
  onSubmit: (values: Values) => Promise<Refused | undefined>,
  check?: (values: Values) => Record<string, string>,
) {
  render(
    <UiProvider locale="en" mode="light">
      <Form<Values> label="Client" verb="Register" onSubmit={onSubmit} {...(check ? { check } : {})}>
        <Field name="name" label="Name" required>
          <Input />
        </Field>
        <Field name="contacts.0.phone" label="Phone">
          <Input />
        </Field>
      </Form>
    </UiProvider>,
  )
  return userEvent.setup()
}

const register = () => screen.getByRole('button', { name: 'Register' })
const type = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.type(screen.getByLabelText('Name'), 'Sun Li')
  await user.type(screen.getByLabelText('Phone'), '138')
}

describe('a form', () => {
  it('hands over what was typed, lists included', async () => {
    const onSubmit = vi.fn(async () => undefined)
    const user = show(onSubmit)
    await type(user)
    await user.click(register())
    await waitFor(() =>
      expect(onSubmit).toHaveBeenCalledWith({ name: 'Sun Li', contacts: [{ phone: '138' }] }),
    )
  })

  it('does not bother the server while a required field is empty, and goes to it', async () => {
    const onSubmit = vi.fn(async () => undefined)
    const user = show(onSubmit)
    await user.click(register())
    await screen.findByText(/please enter Name/i)
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Name')))
    expect(onSubmit).not.toHaveBeenCalled()
  })

  it('puts the sentence of the server beside its field, moves there and keeps what was typed', async () => {
    const user = show(async () => ({ message: 'Not valid', fields: { 'contacts.0.phone': 'Too short' } }))
    await type(user)
    await user.click(register())
    await screen.findByText('Too short')
    const phone = screen.getByLabelText('Phone')
    await waitFor(() => expect(document.activeElement).toBe(phone))
    expect(phone).toHaveProperty('value', '138')
    expect(phone.getAttribute('aria-invalid')).toBe('true')
    expect(screen.queryByText(/Not valid/)).toBeNull()
  })

  it('says at the top what belongs to no field', async () => {
    const user = show(async () => ({
      message: 'Somebody was faster',
      fields: { version: 'Changed at 10:02' },
    }))
    await type(user)
    await user.click(register())
    const alert = await screen.findByText(/Somebody was faster.*Changed at 10:02/)
    await waitFor(() => expect(document.activeElement?.contains(alert)).toBe(true))
  })

  it('checks the rules that need no server first', async () => {
    const onSubmit = vi.fn(async () => undefined)
    const user = show(onSubmit, () => ({ name: 'Two words, please' }))
    await type(user)
    await user.click(register())
    await screen.findByText('Two words, please')
    expect(onSubmit).not.toHaveBeenCalled()
  })
})

describe('an amount', () => {
  it.each([
    ['CNY', '12.5', 1250],
    ['JPY', '300', 300],
    ['CNY', '0.29', 29],
  ])('in %s typed as %s is kept in minor units', async (currency, typed, minor) => {
    const changed = vi.fn()
    render(<MoneyInput currency={currency} onChange={changed} />)
    await userEvent.type(screen.getByRole('spinbutton'), typed)
    expect(changed).toHaveBeenLastCalledWith(minor)
  })
})
