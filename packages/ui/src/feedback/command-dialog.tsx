import { Modal } from 'antd'
import type { ReactNode } from 'react'

export interface CommandDialogProps {
  readonly open: boolean
  /** Said to those who cannot see it. */
  readonly label: string
  readonly onClose: () => void
  /** Whether the focus goes back to where it was; not when something else has been opened meanwhile. */
  readonly returnsFocus?: boolean
  readonly children: ReactNode
}

/** A field to ask in and what it finds, over the page; a click beside it or Escape ends it. On a phone it takes the whole width. */
export function CommandDialog({ open, label, onClose, returnsFocus = true, children }: CommandDialogProps) {
  return (
    <Modal
      open={open}
      title={<span className="st-hidden">{label}</span>}
      width={640}
      footer={null}
      closable={false}
      mask={{ closable: true }}
      onCancel={onClose}
      destroyOnHidden
      rootClassName="st-command"
      focusable={{ trap: true, focusTriggerAfterClose: returnsFocus }}
    >
      {children}
    </Modal>
  )
}
