import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { clearPage, openPage, viewerOf } from '../../testing/index.tsx'
import { AccountPage } from './account-page.tsx'

afterEach(clearPage)

const FACTOR = 'fac_0193ac2d00007000800000000000abcd'

const app = {
  __typename: 'SecondFactor',
  id: FACTOR,
  kind: 'ONE_TIME_CODE',
  name: '我的手机',
  confirmedAt: '2026-11-01T08:00:00.000Z',
  lastUsedAt: null,
  countersignedAt: null,
}
const notFresh = { __typename: 'NotEligibleError', code: 'NOT_ELIGIBLE', message: '…', reason: 'freshProof' }
const code = (index: number) => ({ __typename: 'RecoveryCode', id: `rec_${index}`, usedAt: null })

describe('the second step of signing in', () => {
  it('asks for the code after the password, and says beside it that it is wrong', async () => {
    let codes = 0
    openPage('/', <p>里面</p>, {
      person: null,
      answers: {
        SignIn: () => ({
          signIn: {
            __typename: 'SecondFactorRequiredError',
            code: 'NOT_ELIGIBLE',
            message: '…',
            methods: ['ONE_TIME_CODE'],
          },
        }),
        CompleteSignIn: () => ({
          completeSignIn:
            ++codes === 1
              ? {
                  __typename: 'NotEligibleError',
                  code: 'NOT_ELIGIBLE',
                  message: '验证码不正确',
                  reason: 'codeFits',
                }
              : viewerOf(),
        }),
      },
    })
    await userEvent.type(await screen.findByLabelText('登录名'), 'sunli@jinxiu')
    await userEvent.type(screen.getByLabelText('密码'), 'secret{Enter}')
    const field = await screen.findByLabelText('验证码')
    expect(screen.queryByLabelText('密码')).toBeNull()
    await userEvent.type(field, '123456{Enter}')
    await screen.findByText('验证码不正确')
    await userEvent.clear(field)
    await userEvent.type(field, '654321{Enter}')
    expect(await screen.findByText('里面')).toBeTruthy()
  })
})

describe('setting up an app', () => {
  it('asks for a proof, shows code and key, and the recovery codes once', async () => {
    let proved = false
    let factors: object[] = []
    const { sent } = openPage('/', <AccountPage />, {
      answers: {
        Account: () => ({ mySecondFactors: factors, myRecoveryCodes: factors.map((_, at) => code(at)) }),
        ProveIdentity: () => {
          proved = true
          return { proveIdentity: { __typename: 'IdentityProved', provedAt: '2026-11-23T08:00:00.000Z' } }
        },
        SetUpOneTimeCode: () => ({
          setUpOneTimeCode: proved
            ? {
                __typename: 'OneTimeCodeSetUp',
                factorId: FACTOR,
                uri: 'otpauth://totp/x?secret=ABCD',
                secret: 'ABCDEFGH',
              }
            : notFresh,
        }),
        ConfirmOneTimeCode: () => {
          factors = [app]
          return {
            confirmOneTimeCode: {
              __typename: 'FactorAdded',
              factorId: FACTOR,
              recoveryCodes: ['k3xh-9mpa-w7rt'],
            },
          }
        },
      },
    })
    await screen.findByText('现在仅凭密码登录')
    await userEvent.click(screen.getByRole('button', { name: /用手机验证器/ }))
    await userEvent.click(await screen.findByRole('button', { name: '下一步' }))
    await userEvent.click(await screen.findByRole('button', { name: '是我本人' }))
    await screen.findByText('ABCD EFGH')
    await userEvent.type(screen.getByRole('textbox'), '123456')
    await userEvent.click(screen.getByRole('button', { name: /启\s*用/ }))
    const dialog = await screen.findByRole('dialog', { name: '请保存备用码' })
    expect(within(dialog).getByText('k3xh-9mpa-w7rt')).toBeTruthy()
    await userEvent.click(within(dialog).getByRole('button', { name: '已经保存好了' }))
    await screen.findByText('我的手机')
    await waitFor(() => expect(screen.queryByText('k3xh-9mpa-w7rt')).toBeNull())
    expect(sent.filter(({ operation }) => operation === 'SetUpOneTimeCode')).toHaveLength(2)
  })
})

describe('a passkey', () => {
  it('waits for an administrator to confirm it, and says what it is good for until then', async () => {
    const passkey = (id: string, name: string, countersignedAt: string | null) => ({
      ...app,
      id,
      kind: 'PASSKEY',
      name,
      countersignedAt,
    })
    openPage('/', <AccountPage />, {
      answers: {
        Account: () => ({
          mySecondFactors: [passkey('fac_1', '新电脑', null), passkey('fac_2', '旧电脑', app.confirmedAt)],
          myRecoveryCodes: [code(0), code(1), code(2)],
        }),
      },
    })
    await screen.findByText('新电脑')
    expect(screen.getAllByText('待管理员确认')).toHaveLength(1)
    expect(screen.getByText(/可以用来登录/)).toBeTruthy()
  })
})

describe('a second factor that is owed', () => {
  const soon = '2030-01-01T00:00:00.000Z'

  it('and overdue is all that one sees', async () => {
    openPage('/', <p>里面</p>, {
      person: { roles: [], secondFactorDueAt: soon },
      answers: { Account: () => ({ mySecondFactors: [], myRecoveryCodes: [] }) },
    })
    await screen.findByText('请先设置登录验证')
    await screen.findByRole('button', { name: /用手机验证器/ })
    expect(screen.queryByText('里面')).toBeNull()
  })

  it('and not yet due lets one work', async () => {
    openPage('/', <p>里面</p>, { person: { secondFactorDueAt: soon } })
    expect(await screen.findByText('里面')).toBeTruthy()
  })
})
