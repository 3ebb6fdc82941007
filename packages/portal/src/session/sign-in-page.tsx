import { useQuery } from '@apollo/client/react'
import { Button, Entrance, Loading, Stack } from '@steward/ui'
import { useState } from 'react'
import { SettingsMenus } from '../frame/settings-menus.tsx'
import { messages, useMessages } from '../i18n/messages.ts'
import { DemonstrationPeople } from './demonstration-people.tsx'
import { ForgottenPassword } from './forgotten-password.tsx'
import { NewPassword, resetToken } from './new-password-page.tsx'
import { PasskeySignIn } from './passkey-sign-in.tsx'
import { useSession } from './session.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { DemonstrationSignInsQuery } from './viewer-documents.ts'

const texts = messages({
  brand: { zh: '管家 Steward', en: 'Steward 管家' },
  motto: { zh: '每一件事，都有人负责到底', en: 'Every matter has someone who answers for it' },
  title: { zh: '登录', en: 'Sign in' },
  who: { zh: '今天以谁的身份工作？', en: 'Who are you today?' },
  whoHint: {
    zh: '这是演示环境：点一个名字即可进入，数据可以放心修改。',
    en: 'This is a demonstration: click a name to come in, and change whatever you like.',
  },
  withPassword: { zh: '用登录名和密码登录', en: 'Sign in with name and password' },
  newPassword: { zh: '设置新密码', en: 'Set a new password' },
  forgotten: { zh: '忘记密码？', en: 'Password forgotten?' },
  forgottenTitle: { zh: '找回密码', en: 'Password forgotten' },
  withName: { zh: '返回演示人员列表', en: 'Back to the list of people' },
})

/** The way in: a name to click in a demonstration, else name and password. */
export function SignInPage() {
  const say = useMessages(texts)
  const session = useSession()
  const [typing, setTyping] = useState(false)
  const [forgotten, setForgotten] = useState(false)
  const [token, setToken] = useState(() => resetToken(location.hash))
  const [signInName, setSignInName] = useState<string>()
  const { data, loading } = useQuery(DemonstrationSignInsQuery)
  const people = data?.demonstrationSignIns ?? []
  const clicking = people.length > 0 && !typing
  const passwordSet = (name: string) => {
    history.replaceState(null, '', location.pathname)
    setToken(undefined)
    setTyping(true)
    setSignInName(name)
  }
  if (token || forgotten)
    return (
      <Entrance
        brand={say('brand')}
        motto={say('motto')}
        title={say(token ? 'newPassword' : 'forgottenTitle')}
        tools={<SettingsMenus />}
      >
        {token ? (
          <NewPassword token={token} onSet={passwordSet} />
        ) : (
          <ForgottenPassword name={signInName} onBack={() => setForgotten(false)} />
        )}
      </Entrance>
    )
  return (
    <Entrance
      brand={say('brand')}
      motto={say('motto')}
      title={say(clicking ? 'who' : 'title')}
      hint={clicking && say('whoHint')}
      tools={<SettingsMenus />}
    >
      {loading && !data ? (
        <Loading />
      ) : (
        <Stack gap={6}>
          {clicking ? (
            <DemonstrationPeople people={people} onSignedIn={session.begin} />
          ) : (
            <>
              <SignInForm key={signInName} name={signInName} onSignedIn={session.begin} />
              <PasskeySignIn onSignedIn={session.begin} />
              <div>
                <Button type="link" onClick={() => setForgotten(true)}>
                  {say('forgotten')}
                </Button>
              </div>
            </>
          )}
          {people.length > 0 && (
            <div>
              <Button type="link" onClick={() => setTyping(!typing)}>
                {say(typing ? 'withName' : 'withPassword')}
              </Button>
            </div>
          )}
        </Stack>
      )}
    </Entrance>
  )
}
