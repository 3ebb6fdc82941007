import { messages, useMessages, useViewer } from '@steward/portal'
import { absoluteTime, Button, Dialog, useUi } from '@steward/ui'
import { useState } from 'react'

/** Who was faster, where it is known, and when. */
export interface Stale {
  readonly by: string | undefined
  readonly at: string
  /** Sends what was typed once more, on the state that the case is in now; absent where that is not known. */
  readonly again?: (() => Promise<{ readonly message?: string | undefined } | undefined>) | undefined
}

const texts = messages({
  title: { zh: '此单刚刚有变动', en: 'This case has just changed' },
  by: {
    zh: '{{name}}在 {{at}} 更新了此单，您看到的内容已不是最新。',
    en: '{{name}} changed this case at {{at}}; what you see is no longer the latest.',
  },
  bySomebody: {
    zh: '此单在 {{at}} 有更新，您看到的内容已不是最新。',
    en: 'This case was changed at {{at}}; what you see is no longer the latest.',
  },
  kept: {
    zh: '您填写的内容会保留：先看看变动，核对后再提交；或确认无碍，直接按最新状态提交。',
    en: 'What you typed is kept: look at the change and submit again, or send it on the new state as it is.',
  },
  reload: { zh: '载入最新内容', en: 'Look at the change' },
  again: { zh: '按最新状态提交', en: 'Send again on the new state' },
  later: { zh: '先不处理', en: 'Not yet' },
})

interface StaleDialogProps {
  readonly stale: Stale | undefined
  readonly onReload: () => Promise<unknown>
  readonly onClose: () => void
}

/** Somebody else changed the case while a form was being filled in. */
export function StaleDialog({ stale, onReload, onClose }: StaleDialogProps) {
  const say = useMessages(texts)
  const { locale } = useUi()
  const { timeZone } = useViewer().organization
  const [busy, setBusy] = useState(false)
  const reload = async () => {
    setBusy(true)
    try {
      await onReload()
      onClose()
    } finally {
      setBusy(false)
    }
  }
  const [refused, setRefused] = useState<string>()
  const sendAgain = async () => {
    setBusy(true)
    setRefused(undefined)
    try {
      const refusal = await stale?.again?.()
      if (!refusal) onClose()
      setRefused(refusal?.message)
    } finally {
      setBusy(false)
    }
  }
  const at = stale && absoluteTime(new Date(stale.at), locale, timeZone)
  return (
    <Dialog
      open={stale !== undefined}
      title={say('title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose} disabled={busy}>
            {say('later')}
          </Button>
          {stale?.again && (
            <Button disabled={busy} onClick={() => void sendAgain()}>
              {say('again')}
            </Button>
          )}
          <Button type="primary" loading={busy} onClick={() => void reload()}>
            {say('reload')}
          </Button>
        </>
      }
    >
      {at && <p>{stale.by ? say('by', { name: stale.by, at }) : say('bySomebody', { at })}</p>}
      <p>{say('kept')}</p>
      {refused && <p role="alert">{refused}</p>}
    </Dialog>
  )
}
