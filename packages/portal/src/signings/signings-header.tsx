import { PageHeader, ViewTabs } from '@steward/ui'
import type { ReactNode } from 'react'
import { messages, useMessages } from '../i18n/messages.ts'
import { LiveMark } from '../live/live-mark.tsx'
import { usePortalPath } from '../routing/routes.tsx'
import { useMay } from '../session/viewer.tsx'

const texts = messages({
  title: { zh: '待签', en: 'To sign' },
  subtitle: {
    zh: '等您签核的，您送签的，谁替谁签',
    en: 'What waits for your signature, what you sent on, who signs for whom',
  },
  views: { zh: '签核', en: 'Signatures' },
  awaiting: { zh: '等我签', en: 'Waiting for me' },
  sent: { zh: '我送签的', en: 'Sent by me' },
  delegations: { zh: '授权代签', en: 'Delegations' },
})

export type SigningsView = 'awaiting' | 'sent' | 'delegations'

/** The head of the pages around signing, and the way from one to the other. */
export function SigningsHeader({
  current,
  actions,
}: {
  readonly current: SigningsView
  readonly actions?: ReactNode
}) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const may = useMay()
  const views = [
    ...(may('signing:readAwaited')
      ? [
          { key: 'awaiting', label: say('awaiting'), to: path('signings') },
          { key: 'sent', label: say('sent'), to: path('signings/sent') },
        ]
      : []),
    ...(may('delegation:read')
      ? [{ key: 'delegations', label: say('delegations'), to: path('signings/delegations') }]
      : []),
  ]
  return (
    <>
      <PageHeader title={say('title')} subtitle={say('subtitle')} actions={actions ?? <LiveMark />} />
      <ViewTabs label={say('views')} views={views} current={current} />
    </>
  )
}
