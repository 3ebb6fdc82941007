import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { useFocusReturn } from './use-focus-return.ts'

export interface DialogProps {
  readonly open: boolean
  readonly title: ReactNode
  /** Absent: the dialog must be answered, Escape and the backdrop do nothing. */
  readonly onClose?: () => void
  /** In px; on a phone it takes what there is. */
  readonly width?: number
  readonly footer?: ReactNode
  readonly children: ReactNode
}

/** A matter that comes before the page. Focus stays inside and returns to where it was. */
export function Dialog({ open, title, onClose, width = 480, footer = null, children }: DialogProps) {
  const closable = onClose !== undefined
  useFocusReturn(open)
  return (
    <Modal
      open={open}
      title={title}
      width={width}
      footer={footer}
      closable={closable}
      keyboard={closable}
      mask={{ closable: false }}
      destroyOnHidden
      {...(onClose ? { onCancel: onClose } : {})}
    >
      {children}
    </Modal>
  )
}
