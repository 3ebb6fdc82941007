import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { useIsPhone } from '../theme/use-media.ts'
import { useFocusReturn } from './use-focus-return.ts'

export interface SheetProps {
  readonly open: boolean
  readonly title: ReactNode
  /** For things to be compared side by side. */
  readonly wide?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A form over its page: from the side of a desk, from the bottom of a phone. A click beside it does not lose what was typed. */
export function Sheet({ open, title, wide = false, onClose, children }: SheetProps) {
  const phone = useIsPhone()
  useFocusReturn(open)
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={title}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? 'auto' : wide ? 960 : 520}
      mask={{ closable: false }}
      rootClassName="st-sheet"
      destroyOnHidden
    >
      {children}
    </Drawer>
  )
}
