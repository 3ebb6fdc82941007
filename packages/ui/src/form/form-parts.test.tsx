import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Button, Input } from 'antd'
import { describe, expect, it, vi } from 'vitest'
import { Choice } from '../controls/choice.tsx'
import { UiProvider } from '../theme/ui-provider.tsx'
import { FieldList } from './field-list.tsx'
import { Field } from './field.tsx'
import { useFieldValue, useFillFields } from './form-values.ts'
import { Form, type FormProps } from './form.tsx'

interface Values {
  readonly answer?: boolean | null
  readonly name?: string
  readonly lines?: readonly { readonly text: string }[]
}

function show(props: Partial<FormProps<Values>>) {
  const onSubmit = vi.fn(async () => undefined)
  render(
    <UiProvider locale="en" mode="light">
      <Form<Values> label="Visit" verb="Send" onSubmit={onSubmit} {...props}>
        {props.children}
      </Form>
    </UiProvider>,
  )
  return { onSubmit, user: userEvent.setup({ delay: null }) }
}

const answers = [
  { value: true, label: 'Yes' },
  { value: false, label: 'No' },
  { value: null, label: 'Neither' },
]

describe('a choice', () => {
  it('tells "neither" from "nothing chosen"', async () => {
    const { onSubmit, user } = show({
      children: (
        <Field name="answer" label="Satisfied">
          <Choice<boolean | null> options={answers} />
        </Field>
      ),
    })
    expect(screen.queryByRole('radio', { checked: true })).toBeNull()
    await user.click(screen.getByText('Neither'))
    await user.click(screen.getByRole('button', { name: 'Send' }))
    await waitFor(() => expect(onSubmit).toHaveBeenCalledWith({ answer: null }))
  })
})

describe('a form', () => {
  it('is sent with Ctrl+Enter, also from a field of several lines', async () => {
    const { onSubmit, user } = show({
      children: (
        <Field name="name" label="Name">
          <Input.TextArea />
        </Field>
      ),
    })
    await user.type(screen.getByLabelText('Name'), 'Sun{Enter}Li{Control>}{Enter}{/Control}')
    await waitFor(() => expect(onSubmit).toHaveBeenCalledWith({ name: 'Sun\nLi' }))
  })

  it('tells what was filled in for somebody, as if they had typed it', async () => {
    function Known() {
      const fill = useFillFields<Values>()
      return (
        <>
          <Field name="name" label="Name">
            <Input />
          </Field>
          <Button onClick={() => fill({ name: 'Sun Li' })}>Fill</Button>
          <output>{useFieldValue<string>('name')}</output>
        </>
      )
    }
    const onChange = vi.fn()
    const { user } = show({ onChange, children: <Known /> })
    await user.click(screen.getByRole('button', { name: 'Fill' }))
    expect(onChange).toHaveBeenLastCalledWith({ name: 'Sun Li' })
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Sun Li'))
  })

  it('has lists that grow to their limit, can be reordered, and are refused line by line', async () => {
    const { onSubmit, user } = show({
      initial: { lines: [{ text: 'one' }] },
      check: ({ lines }) => (lines?.some(({ text }) => text === 'two') ? { 'lines.0.text': 'Not two' } : {}),
      children: (
        <FieldList name="lines" most={2} addLabel="Add a line">
          {({ at, move }) => (
            <>
              <Field name={`${at}.text`} label={`Line ${at + 1}`}>
                <Input />
              </Field>
              <Button onClick={() => move(0)}>{`First ${at + 1}`}</Button>
            </>
          )}
        </FieldList>
      ),
    })
    await user.click(screen.getByRole('button', { name: /Add a line/ }))
    expect(screen.queryByRole('button', { name: /Add a line/ })).toBeNull()
    await user.type(screen.getByLabelText('Line 2'), 'two')
    await user.click(screen.getByRole('button', { name: 'First 2' }))
    await user.click(screen.getByRole('button', { name: 'Send' }))
    await screen.findByText('Not two')
    expect(onSubmit).not.toHaveBeenCalled()
    const first = screen.getByLabelText('Line 1')
    expect(first.getAttribute('aria-invalid')).toBe('true')
    await user.clear(first)
    await user.type(first, 'three')
    await user.click(screen.getByRole('button', { name: 'Send' }))
    await waitFor(() =>
      expect(onSubmit).toHaveBeenCalledWith({ lines: [{ text: 'three' }, { text: 'one' }] }),
    )
  })
})
