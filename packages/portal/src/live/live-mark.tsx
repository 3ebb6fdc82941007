import { useApolloClient } from '@apollo/client/react'
import { liveOf } from '@steward/graphql-client'
import { StatusTag } from '@steward/ui'
import { useSyncExternalStore } from 'react'
import { messages, useMessages } from '../i18n/messages.ts'

const texts = messages({
  live: { zh: '实时', en: 'Live' },
  reconnecting: { zh: '正在重新连接…', en: 'Reconnecting…' },
})

/** Whether this page is told of changes: nothing need be reloaded by hand while it is live. */
export function LiveMark() {
  const say = useMessages(texts)
  const live = liveOf(useApolloClient())
  const state = useSyncExternalStore(live.subscribe, live.state)
  return (
    <span role="status">
      {state !== 'quiet' && (
        <StatusTag dot tone={state === 'live' ? 'good' : 'warn'}>
          {say(state)}
        </StatusTag>
      )}
    </span>
  )
}
