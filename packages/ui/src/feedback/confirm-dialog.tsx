import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useWords } from '../theme/ui-context.ts'
import { Dialog } from './dialog.tsx'

export interface ConfirmDialogProps {
  readonly open: boolean
  readonly title: string
  /** What will happen, in one or two sentences. */
  readonly children?: ReactNode
  /** The verb on the button, the same as on the one that opened this: "Withdraw", not "OK". */
  readonly verb: string
  readonly danger?: boolean
  /** The dialog waits for it and stays open when it fails. */
  readonly onConfirm: () => Promise<void> | void
  readonly onCancel: () => void
}

/** Asks once more before something that cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, verb, danger = false, onConfirm, onCancel } = props
  const [busy, setBusy] = useState(false)
  const say = useWords()
  const confirm = async () => {
    setBusy(true)
    try {
      await onConfirm()
    } finally {
      setBusy(false)
    }
  }
  const footer = (
    <>
      <Button onClick={onCancel} disabled={busy}>
        {say('cancel')}
      </Button>
      <Button type="primary" danger={danger} loading={busy} onClick={() => void confirm()}>
        {verb}
      </Button>
    </>
  )
  return (
    <Dialog open={open} title={title} onClose={onCancel} footer={footer} width={420}>
      {children}
    </Dialog>
  )
}
