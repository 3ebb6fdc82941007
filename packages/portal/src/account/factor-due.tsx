import { Alert, AppLink, Instant } from '@steward/ui'
import { useLocation } from 'react-router'
import { messages, useMessages } from '../i18n/messages.ts'
import { useViewer } from '../session/viewer.tsx'
import { accountPath } from './account-path.ts'

const texts = messages({
  due: { zh: '您的岗位须设置登录验证，期限：', en: 'Your role must have a second factor by: ' },
  go: { zh: '现在设置', en: 'Set it up now' },
})

/** Says on every page that a second factor is owed, and by when. */
export function FactorDue({ home }: { readonly home: string }) {
  const say = useMessages(texts)
  const { secondFactorDueAt } = useViewer()
  const { pathname } = useLocation()
  const path = accountPath(home)
  if (!secondFactorDueAt || pathname === path) return null
  return (
    <Alert
      type="warning"
      banner
      showIcon
      title={
        <>
          {say('due')}
          <Instant at={secondFactorDueAt} show="absolute" /> · <AppLink to={path}>{say('go')}</AppLink>
        </>
      }
    />
  )
}
