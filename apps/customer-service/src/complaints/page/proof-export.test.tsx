import { clearPage } from '@steward/portal/testing'
import { screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { AT, CASE_ID, givenCase, idOf, LI_NA, SEES_ALL } from '../../testing/given.ts'
import { openCase } from '../../testing/open-case.ts'
import { saveProof } from './save-proof.ts'

vi.mock('./save-proof.ts', () => ({ saveProof: vi.fn() }))
afterEach(() => {
  clearPage()
  vi.mocked(saveProof).mockReset()
})

const SIGNED = givenCase({
  signOffs: [
    {
      __typename: 'SignOff',
      id: idOf('sgn', 1),
      meaning: 'RECORDED',
      role: 'CS_MANAGER',
      at: AT,
      comment: null,
      revision: 1,
      contentHash: 'a'.repeat(64),
      proofMethod: 'SESSION',
      signer: LI_NA,
    },
  ],
})

const openProver = (it: object) => openCase([it], {}, [...SEES_ALL, 'signOff:prove'])

describe('the proof of a case’s signatures', () => {
  it('is downloaded by a button beside them', async () => {
    vi.mocked(saveProof).mockResolvedValue({ saved: true })
    const { user } = await openProver(SIGNED)
    await user.click(screen.getByRole('button', { name: '导出签核证明' }))
    expect(vi.mocked(saveProof)).toHaveBeenCalledWith(CASE_ID, '2611-0042', 'zh-CN')
    expect(await screen.findByText(/签核证明已下载/)).toBeTruthy()
  })

  it('is refused in the words of the server while no checkpoint covers it, and the page stays', async () => {
    const why = '该案件的签核还没有进入检查点，请一分钟后再试。'
    vi.mocked(saveProof).mockResolvedValue({ saved: false, why })
    const { user } = await openProver(SIGNED)
    await user.click(screen.getByRole('button', { name: '导出签核证明' }))
    expect(await screen.findByText(why)).toBeTruthy()
    await waitFor(() =>
      expect(screen.getByRole('button', { name: '导出签核证明' }).hasAttribute('disabled')).toBe(false),
    )
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('2611-0042')
  })

  it('is offered to nobody who may not take it, and not where nothing was signed', async () => {
    await openCase([SIGNED])
    expect(screen.queryByRole('button', { name: '导出签核证明' })).toBeNull()
    clearPage()
    await openProver(givenCase())
    expect(screen.queryByRole('button', { name: '导出签核证明' })).toBeNull()
  })
})
