import { useApolloClient } from '@apollo/client/react'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Field, Form, Input } from '@steward/ui'
import { afterEach, describe, expect, it } from 'vitest'
import { clearPage, failing, openPage, viewerOf } from '../../testing/index.tsx'
import { useAct } from '../acts/use-act.ts'
import { AccountMenu } from '../frame/account-menu.tsx'
import { SignInAsMutation } from './viewer-documents.ts'
import { useViewer } from './viewer.tsx'

afterEach(clearPage)

const people = {
  demonstrationSignIns: [
    ['chen@jinxiu', '陈伟', 'GENERAL_MANAGER', '总经理'],
    ['sunli@jinxiu', '孙丽', 'SERVICE_AGENT', '前台客服'],
    ['heyan@jinxiu', '何燕', 'SERVICE_AGENT', '客服专员'],
    ['baijie@peer', '白洁', 'SERVICE_AGENT', '前台'],
  ].map(([signInName, name, role, position]) => ({
    __typename: 'DemonstrationSignIn',
    signInName,
    name,
    position,
    organization: signInName!.endsWith('peer') ? '邻里之家' : '锦绣物业',
    roles: [role],
  })),
}

function Inside() {
  return <p>里面是{useViewer().staff.name}</p>
}

describe('signing in', () => {
  it('in a demonstration is one click on a name, under its role', async () => {
    const { sent } = openPage('/', <Inside />, {
      person: null,
      answers: {
        DemonstrationSignIns: () => people,
        SignInAs: () => ({ signInAs: viewerOf({ name: '何燕' }) }),
      },
    })
    const agents = await screen.findByRole('region', { name: '客服专员' })
    expect(agents.textContent).toContain('孙丽前台客服')
    expect(screen.getByRole('region', { name: '总经理' }).textContent).toContain('陈伟')
    await userEvent.click(screen.getByRole('button', { name: /何燕/ }))
    await screen.findByText('里面是何燕')
    expect(sent.at(-1)).toMatchObject({
      operation: 'SignInAs',
      variables: { input: { signInName: 'heyan@jinxiu' } },
    })
  })

  it('shows the other organization of the demonstration when somebody opens it', async () => {
    openPage('/', <Inside />, { person: null, answers: { DemonstrationSignIns: () => people } })
    const main = await screen.findByRole('region', { name: '锦绣物业' })
    expect(main.textContent).not.toContain('白洁')
    expect(screen.queryByRole('button', { name: /白洁/ })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: '邻里之家' }))
    expect(screen.getByRole('region', { name: '邻里之家' }).textContent).toContain('白洁')
  })

  it('helps who forgot the password with a link by mail, and says the same to everybody', async () => {
    const { sent } = openPage('/', <Inside />, {
      person: null,
      locale: 'en',
      answers: {
        RequestPasswordReset: () => ({
          requestPasswordReset: { __typename: 'PasswordResetRequested', requested: true },
        }),
      },
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Password forgotten?' }))
    await screen.findByRole('heading', { name: 'Password forgotten' })
    await userEvent.type(screen.getByLabelText('Sign-in name'), ' sunli@jinxiu ')
    await userEvent.click(screen.getByRole('button', { name: 'Send the link' }))
    const answer = await screen.findByRole('status')
    expect(answer.textContent).toMatch(/If there is an account sunli@jinxiu with a mail address/)
    expect(sent.at(-1)).toMatchObject({
      operation: 'RequestPasswordReset',
      variables: { input: { signInName: 'sunli@jinxiu' } },
    })
    await userEvent.click(screen.getByRole('button', { name: 'Back to signing in' }))
    await screen.findByRole('heading', { name: 'Sign in' })
  })

  it('elsewhere is name and password; a refusal keeps the name and says why', async () => {
    let attempts = 0
    openPage('/', <Inside />, {
      person: null,
      locale: 'en',
      answers: {
        SignIn: () =>
          ++attempts === 1
            ? {
                signIn: {
                  __typename: 'NotEligibleError',
                  code: 'NOT_ELIGIBLE',
                  message: 'Name or password is wrong.',
                },
              }
            : { signIn: viewerOf({ name: 'Sun Li' }) },
      },
    })
    const name = await screen.findByLabelText('Sign-in name')
    await userEvent.type(name, 'sunli@jinxiu')
    await userEvent.type(screen.getByLabelText('Password'), 'wrong')
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    await screen.findByText('Name or password is wrong.')
    expect(name).toHaveProperty('value', 'sunli@jinxiu')
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    await screen.findByText('里面是Sun Li')
  })

  it('tells that the server cannot be reached, and tries again', async () => {
    let up = false
    openPage('/', <Inside />, {
      answers: { Viewer: () => (up ? { viewer: viewerOf() } : failing('UNAVAILABLE')) },
    })
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('系统正在重启')
    expect(alert.textContent).toContain('req-1')
    up = true
    await userEvent.click(screen.getByRole('button', { name: /重试/ }))
    await screen.findByText('里面是孙丽')
  })
})

/** A page with something typed on it, and a mutation that needs a session. */
function Desk() {
  const act = useAct(SignInAsMutation)
  return (
    <Form<{ signInName: string }>
      label="登记"
      verb="提交"
      onSubmit={async (values) => (await act(values)).refused}
    >
      <Field name="signInName" label="内容">
        <Input />
      </Field>
    </Form>
  )
}

describe('a session that ends in the middle of work', () => {
  const open = (onSubmit: () => object) => {
    let calls = 0
    return openPage('/', <Desk />, {
      answers: {
        SignInAs: () => (++calls === 1 ? failing('UNAUTHENTICATED') : onSubmit()),
        SignIn: () => ({ signIn: viewerOf() }),
        Viewer: () => ({ viewer: calls === 0 ? viewerOf() : null }),
      },
    })
  }
  const submit = async () => {
    await userEvent.type(await screen.findByLabelText('内容'), '三楼漏水')
    await userEvent.click(screen.getByRole('button', { name: '提交' }))
    return screen.findByRole('dialog')
  }

  it('asks for the password over the page, then goes on with what was sent', async () => {
    const { sent } = open(() => ({ signInAs: viewerOf() }))
    const dialog = await submit()
    expect(dialog.textContent).toContain('孙丽，您填写的内容都还在')
    await userEvent.type(screen.getByLabelText('密码'), 'secret{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(screen.getByLabelText('内容')).toHaveProperty('value', '三楼漏水')
    const input = { signInName: '三楼漏水' }
    expect(
      sent.filter(({ operation }) => operation === 'SignInAs').map(({ variables }) => variables),
    ).toEqual([{ input }, { input }])
    expect(sent.find(({ operation }) => operation === 'SignIn')?.variables).toEqual({
      input: { signInName: 'sunli@jinxiu', password: 'secret' },
    })
  })

  it('lets somebody else take the seat, and forgets what the first one saw', async () => {
    open(() => ({ signInAs: viewerOf() }))
    await submit()
    await userEvent.click(screen.getByRole('button', { name: /换人登录/ }))
    await screen.findByRole('heading', { name: '登录' })
    expect(screen.queryByLabelText('内容')).toBeNull()
  })
})

/** The people that the cache of the page knows. */
function Memory() {
  const known = Object.keys(useApolloClient().extract() as object).filter((key) => key.startsWith('Staff:'))
  return <p>记得：{known.join()}</p>
}

describe('signing out', () => {
  it('leaves nothing in memory for the next person', async () => {
    let viewer: object | null = null
    const page = (
      <>
        <AccountMenu />
        <Memory />
      </>
    )
    openPage('/', page, {
      answers: {
        Viewer: () => ({ viewer }),
        DemonstrationSignIns: () => people,
        SignInAs: ({ input }) => {
          const { signInName } = input as { signInName: string }
          viewer = viewerOf({ name: signInName })
          return { signInAs: viewer }
        },
        SignOut: () => {
          viewer = null
          return { signOut: { __typename: 'SignOutSuccess', signedOut: 1 } }
        },
      },
    })
    await userEvent.click(await screen.findByRole('button', { name: /孙丽/ }))
    await screen.findByText('记得：Staff:stf_sunli@jinxiu')
    await userEvent.click(screen.getByRole('button', { name: 'sunli@jinxiu的账户' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: /退出登录/ }))
    await userEvent.click(await screen.findByRole('button', { name: /陈伟/ }))
    expect(await screen.findByText('记得：Staff:stf_chen@jinxiu')).toBeTruthy()
  })
})
