import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { clearPage, openPage } from '../../testing/index.tsx'
import { AcceptHandover } from '../handovers/handover-verb-documents.ts'
import { useAct } from '../acts/use-act.ts'
import { SignDesk } from './sign-desk.tsx'

afterEach(clearPage)

const REQUEST = 'sgr_00000000000070008000000000000001'
const request = (more: object = {}) => ({
  __typename: 'SignatureRequest',
  id: REQUEST,
  meaning: 'APPROVED',
  sentence: '本人批准下列内容，并对这一决定负责。',
  consequence: '签署后立即生效。',
  finality: '不能撤回。',
  subject: '2611-0042',
  role: 'CS_MANAGER',
  comment: '同意',
  amountMinor: 120_000,
  contentHash: 'a1b2c3d4'.repeat(8),
  level: 'PIN',
  passkeyWaits: false,
  wanted: ['PIN', 'PASSKEY', 'PASSWORD_AND_CODE'],
  open: ['PIN', 'PASSWORD_AND_CODE'],
  expiresAt: '2026-11-20T02:05:00.000Z',
  demonstration: null,
  lines: [
    line('/options/0/description', '方案 1', '内容', '重做防水'),
    line('/complaint/version', '客诉单', 'version', '7', true),
  ],
  ...more,
})
function line(path: string, part: string, label: string, value: string, isTechnical = false) {
  return {
    __typename: 'SignedLine',
    path,
    part,
    label,
    value,
    isInstant: false,
    isAmount: false,
    isTechnical,
  }
}
const required = (why: string | null = null) => ({
  acceptHandover: {
    __typename: 'SignatureRequired',
    code: 'SIGNATURE_REQUIRED',
    message: why ? '内容有变化，请核对新的内容再签署。' : '请先确认',
    requestIds: [REQUEST],
    why,
  },
})
const refusal = (reason: string, message: string) => ({
  proveSignature: { __typename: 'NotEligibleError', code: 'NOT_ELIGIBLE', message, reason },
})
const proven = {
  proveSignature: { __typename: 'SignatureProven', method: 'PIN', provedAt: '2026-11-20T02:00:00.000Z' },
}
const done = { acceptHandover: { __typename: 'Handover', id: 'hov_1' } }

/** A page with one act that signs. */
function Page() {
  const act = useAct(AcceptHandover)
  const [outcome, setOutcome] = useState('')
  const press = async () => {
    const { done: it, refused } = await act({ handoverId: 'hov_1', expectedVersion: 1, checked: [] } as never)
    setOutcome(it ? '办好了' : (refused?.message ?? ''))
  }
  return (
    <>
      <button type="button" onClick={() => void press()}>
        批准
      </button>
      <p>{outcome}</p>
    </>
  )
}

/** @param answers of the verb, one after the other */
const open = (
  answers: readonly object[],
  shown: object = request(),
  proofs: readonly object[] = [proven],
) => {
  const verb = [...answers]
  const proof = [...proofs]
  return openPage(
    '/',
    <SignDesk home="/">
      <Page />
    </SignDesk>,
    {
      answers: {
        AcceptHandover: () => verb.shift()!,
        SignatureRequests: () => ({ signatureRequests: [shown] }),
        ProveSignature: () => proof.shift()!,
      },
    },
  )
}
const asked = async () => {
  await userEvent.click(await screen.findByRole('button', { name: '批准' }))
  const dialog = await screen.findByRole('dialog', { name: '签署：批准 · 2611-0042' })
  await within(dialog).findByText('重做防水')
  return dialog
}
const pinOf = (dialog: HTMLElement) => dialog.querySelector<HTMLInputElement>('input[inputmode=numeric]')!

describe('an act that must be signed', () => {
  it('shows the sum, the sentence and every value, and goes on by itself once it is proven', async () => {
    const { sent } = open([required(), done])
    const dialog = await asked()
    expect(dialog.textContent).toContain('¥1,200.00')
    expect(dialog.textContent).toContain('本人批准下列内容')
    expect(dialog.textContent).toContain('签署后立即生效。')
    expect(dialog.textContent).toContain('同意')
    // What is for machines is signed too, and a press away.
    await userEvent.click(within(dialog).getByRole('button', { name: /技术数据（1 项）/ }))
    expect(dialog.textContent).toContain('version')
    await userEvent.type(pinOf(dialog), '482913{Enter}')
    expect(await screen.findByText('办好了')).toBeTruthy()
    const calls = sent.filter(({ operation }) => operation === 'AcceptHandover')
    expect(calls).toHaveLength(2)
    expect(calls[1]!.variables).toEqual(calls[0]!.variables)
    expect(sent.find(({ operation }) => operation === 'ProveSignature')!.variables).toEqual({
      input: { requestIds: [REQUEST], pin: '482913' },
    })
  })

  it('keeps a wrong PIN in the dialog, beside its field', async () => {
    open([required(), done], request(), [refusal('pinFits', 'PIN 码不正确。'), proven])
    const dialog = await asked()
    await userEvent.type(pinOf(dialog), '111222{Enter}')
    await within(dialog).findByText('PIN 码不正确。')
    await userEvent.clear(pinOf(dialog))
    await userEvent.type(pinOf(dialog), '482913{Enter}')
    expect(await screen.findByText('办好了')).toBeTruthy()
  })

  it('changes nothing where the person turns away, and says so', async () => {
    const { sent } = open([required()])
    const dialog = await asked()
    await userEvent.click(within(dialog).getByRole('button', { name: /取\s*消/ }))
    expect(await screen.findByText(/还没有签署，什么都没有改动/)).toBeTruthy()
    expect(sent.filter(({ operation }) => operation === 'AcceptHandover')).toHaveLength(1)
  })

  it('is shown anew, with the reason, where it changed meanwhile', async () => {
    open([required(), required('STALE'), done], request(), [proven, proven])
    const dialog = await asked()
    await userEvent.type(pinOf(dialog), '482913{Enter}')
    await screen.findByText('内容有变化，请核对新的内容再签署。')
    const again = await screen.findByRole('dialog')
    await within(again).findByText('重做防水')
    await userEvent.type(pinOf(again), '482913{Enter}')
    expect(await screen.findByText('办好了')).toBeTruthy()
  })

  it('offers password and code as well, and shows what a demonstration lets everybody know', async () => {
    const demonstration = {
      __typename: 'DemonstrationSecrets',
      pin: null,
      password: 'welcome',
      code: '246810',
    }
    const { sent } = open([required(), done], request({ demonstration }))
    const dialog = await asked()
    await userEvent.click(within(dialog).getByText('密码和验证码'))
    expect(dialog.textContent).toContain('密码 welcome · 验证码 246810')
    await userEvent.type(dialog.querySelector('input[type=password]')!, 'welcome')
    await userEvent.type(dialog.querySelector('input[autocomplete="one-time-code"]')!, '246810{Enter}')
    expect(await screen.findByText('办好了')).toBeTruthy()
    await waitFor(() =>
      expect(sent.find(({ operation }) => operation === 'ProveSignature')!.variables).toEqual({
        input: { requestIds: [REQUEST], password: 'welcome', code: '246810' },
      }),
    )
  })

  it('says of a passkey that nobody has confirmed yet that it waits for that', async () => {
    open([required()], request({ wanted: ['PASSKEY'], open: [], passkeyWaits: true }))
    const dialog = await asked()
    await within(dialog).findByText('您的通行密钥还在等待管理员确认')
    expect(within(dialog).queryByRole('link', { name: '去账号安全设置' })).toBeNull()
  })

  it('leads whoever has no way of proof that is enough to where one is set up', async () => {
    open([required()], request({ wanted: ['PASSKEY'], open: [] }))
    const dialog = await asked()
    await within(dialog).findByText('您还没有这项签署所需的验证方式')
    expect(within(dialog).getByRole('link', { name: '去账号安全设置' }).getAttribute('href')).toBe('/account')
    expect(dialog.querySelector('input[inputmode=numeric]')).toBeNull()
  })
})
