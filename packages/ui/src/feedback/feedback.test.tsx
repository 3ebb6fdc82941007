import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { UiProvider } from '../theme/ui-provider.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { ErrorState } from './error-state.tsx'

describe('an error', () => {
  it('is announced, with the number to quote and a way on', async () => {
    const retry = vi.fn()
    render(
      <UiProvider locale="zh-CN" mode="light">
        <ErrorState title="暂时打不开" requestId="req-7" onRetry={retry} />
      </UiProvider>,
    )
    expect(screen.getByRole('alert').textContent).toContain('req-7')
    await userEvent.click(screen.getByRole('button', { name: /重试/ }))
    expect(retry).toHaveBeenCalledOnce()
  })
})

describe('asking once more', () => {
  it('waits for the act, and cannot be pressed twice meanwhile', async () => {
    let finish = () => {}
    const act = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)))
    render(
      <UiProvider locale="en" mode="light">
        <ConfirmDialog
          open
          title="Withdraw this complaint?"
          verb="Withdraw"
          onConfirm={act}
          onCancel={() => {}}
        >
          The client will be told.
        </ConfirmDialog>
      </UiProvider>,
    )
    const button = screen.getByRole('button', { name: 'Withdraw' })
    await userEvent.click(button)
    await userEvent.click(button)
    expect(act).toHaveBeenCalledOnce()
    finish()
    await waitFor(() => expect(button.className).not.toContain('loading'))
  })
})
