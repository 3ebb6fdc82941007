import { messages, useMessages, useViewer } from '@steward/portal'
import { absoluteTime, Button, Dialog, useUi } from '@steward/ui'
import { useState } from 'react'

/** Who was faster, where it is known, and when. */
export interface Stale {
  readonly by: string | undefined
  readonly at: string
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
    zh: '您填写的内容会保留：载入最新内容，核对后再提交一次。',
    en: 'What you typed is kept: load the latest, look it over, and submit again.',
  },
  reload: { zh: '载入最新内容', en: 'Load the latest' },
  later: { zh: '先不载入', en: 'Not yet' },
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
          <Button type="primary" loading={busy} onClick={() => void reload()}>
            {say('reload')}
          </Button>
        </>
      }
    >
      {at && <p>{stale.by ? say('by', { name: stale.by, at }) : say('bySomebody', { at })}</p>}
      <p>{say('kept')}</p>
    </Dialog>
  )
}
