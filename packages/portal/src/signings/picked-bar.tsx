import { ActionBar, Button } from '@steward/ui'
import { useState } from 'react'
import { messages, useMessages } from '../i18n/messages.ts'
import { SignSeveral } from './sign-several.tsx'

const texts = messages({
  bar: { zh: '选中的', en: 'What is chosen' },
  sign: {
    zh: '逐件查看并签核（{{count}} 件）',
    en: { one: 'Look at it and sign', other: 'Look at each and sign {{count}}' },
  },
  clear: { zh: '取消选择', en: 'Choose none' },
})

interface PickedBarProps {
  readonly chosen: readonly string[]
  readonly onClear: () => void
  readonly onSigned: () => Promise<unknown>
}

/** What can be done with several signings at once; nothing while none is chosen. */
export function PickedBar({ chosen, onClear, onSigned }: PickedBarProps) {
  const say = useMessages(texts)
  // What is signed leaves the list behind; the sheet keeps what it was opened for.
  const [signing, setSigning] = useState<readonly string[]>()
  return (
    <>
      {chosen.length > 0 && (
        <div className="st-picked">
          <ActionBar label={say('bar')}>
            <Button type="primary" onClick={() => setSigning(chosen)}>
              {say('sign', { count: chosen.length })}
            </Button>
            <Button onClick={onClear}>{say('clear')}</Button>
          </ActionBar>
        </div>
      )}
      {signing && (
        <SignSeveral
          ids={signing}
          onSigned={onSigned}
          onClose={() => {
            setSigning(undefined)
            onClear()
          }}
        />
      )}
    </>
  )
}
