import { ROLE_LABELS } from '@steward/domain'
import {
  KeyIcon,
  BellIcon,
  MenuButton,
  PermissionIcon,
  PersonIcon,
  SignOutIcon,
  useIsPhone,
  useNotify,
} from '@steward/ui'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useList } from '../i18n/use-list.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { accountPath } from '../account/account-path.ts'
import { NoticePreferences } from '../notices/notice-preferences.tsx'
import { ChangePassword } from '../session/change-password.tsx'
import { useSession } from '../session/session.tsx'
import { useMay, useViewer } from '../session/viewer.tsx'

const texts = messages({
  account: { zh: '{{name}}的账户', en: 'Account of {{name}}' },
  password: { zh: '修改密码', en: 'Change the password' },
  security: { zh: '账号安全', en: 'Account security' },
  notices: { zh: '消息接收设定', en: 'How I am told' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  signOutEverywhere: { zh: '在所有设备上退出', en: 'Sign out everywhere' },
})

/** Who one is, one's password, and the way out. */
export function AccountMenu({ home = '/' }: { readonly home?: string }) {
  const navigate = useNavigate()
  const say = useMessages(texts)
  const sayRole = useSay()
  const list = useList()
  const phone = useIsPhone()
  const notify = useNotify()
  const { signOut } = useSession()
  const { staff, roles } = useViewer()
  const may = useMay()
  const [changing, setChanging] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const leave = async (everywhere: boolean) => {
    const refused = await signOut(everywhere)
    if (refused?.message) notify.failed(refused.message)
  }
  const title = [staff.position, ...roles.map((role) => sayRole(ROLE_LABELS[role]))]
  return (
    <>
      <MenuButton
        label={say('account', { name: staff.name })}
        icon={<PersonIcon aria-hidden />}
        {...(phone ? {} : { text: staff.name })}
        groups={[
          {
            title: `${staff.name} · ${list([...new Set(title.flatMap((it) => (it ? [it] : [])))])}`,
            choices: [
              {
                key: 'security',
                label: say('security'),
                icon: <KeyIcon />,
                onChoose: () => void navigate(accountPath(home)),
              },
              ...(may('staff:changePassword')
                ? [
                    {
                      key: 'password',
                      label: say('password'),
                      icon: <PermissionIcon />,
                      onChoose: () => setChanging(true),
                    },
                  ]
                : []),
              ...(may('notice:changePreferences')
                ? [
                    {
                      key: 'notices',
                      label: say('notices'),
                      icon: <BellIcon />,
                      onChoose: () => setChoosing(true),
                    },
                  ]
                : []),
              { key: 'out', label: say('signOut'), icon: <SignOutIcon />, onChoose: () => void leave(false) },
              {
                key: 'everywhere',
                label: say('signOutEverywhere'),
                icon: <SignOutIcon />,
                danger: true,
                onChoose: () => void leave(true),
              },
            ],
          },
        ]}
      />
      <NoticePreferences open={choosing} onClose={() => setChoosing(false)} />
      <ChangePassword open={changing} onClose={() => setChanging(false)} />
    </>
  )
}
