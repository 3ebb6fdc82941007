import { Button, Entrance, Stack } from '@steward/ui'
import { SettingsMenus } from '../frame/settings-menus.tsx'
import { messages, useMessages } from '../i18n/messages.ts'
import { useSession } from '../session/session.tsx'
import { AccountPage } from './lazy-account-page.tsx'

const texts = messages({
  brand: { zh: '管家 Steward', en: 'Steward 管家' },
  motto: { zh: '每一件事，都有人负责到底', en: 'Every matter has someone who answers for it' },
  title: { zh: '请先设置登录验证', en: 'Set up a second factor first' },
  hint: {
    zh: '您的岗位须有登录验证，期限已过。设置好以后即可继续工作。',
    en: 'Your role must have one and its time is up. Once it is set up you go on with your work.',
  },
  leave: { zh: '退出登录', en: 'Sign out' },
})

/** All that a person sees whose second factor is overdue: the server gives them no role until it is set up. */
export function SetUpFirst() {
  const say = useMessages(texts)
  const { signOut } = useSession()
  return (
    <Entrance
      brand={say('brand')}
      motto={say('motto')}
      title={say('title')}
      hint={say('hint')}
      tools={<SettingsMenus />}
    >
      <Stack gap={5}>
        <AccountPage />
        <div>
          <Button onClick={() => void signOut(false)}>{say('leave')}</Button>
        </div>
      </Stack>
    </Entrance>
  )
}
