import { AppLink, EmptyState, Loading } from '@steward/ui'
import { useEffect } from 'react'
import { messages, useMessages } from '../i18n/messages.ts'

const texts = messages({
  notFound: { zh: '没有这个页面', en: 'There is no such page' },
  notFoundHint: {
    zh: '地址可能写错了，或者页面已经搬走。',
    en: 'The address may be mistyped, or the page has moved.',
  },
  forbidden: { zh: '这里不归您的岗位', en: 'This is not for your role' },
  forbiddenHint: {
    zh: '如果工作需要，请联系系统管理员。',
    en: 'If your work needs it, ask your administrator.',
  },
  home: { zh: '回到首页', en: 'Go to the first page' },
})

export function NotFoundPage() {
  const say = useMessages(texts)
  return (
    <EmptyState
      whole
      title={say('notFound')}
      hint={say('notFoundHint')}
      action={<AppLink to="/">{say('home')}</AppLink>}
    />
  )
}

export function ForbiddenPage() {
  const say = useMessages(texts)
  return (
    <EmptyState
      whole
      title={say('forbidden')}
      hint={say('forbiddenHint')}
      action={<AppLink to="/">{say('home')}</AppLink>}
    />
  )
}

/** A portal alone was led out of its own place: the server knows what is there. */
export function ElsewherePage() {
  useEffect(() => window.location.reload(), [])
  return <Loading />
}
