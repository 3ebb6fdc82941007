import { CheckOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import type { ReactNode } from 'react'

export interface MenuChoice {
  readonly key: string
  readonly label: string
  readonly icon?: ReactNode
  /** For choices of which one is in force. */
  readonly chosen?: boolean
  readonly danger?: boolean
  readonly onChoose: () => void
}

export interface MenuButtonProps {
  /** Said to those who see only the icon. */
  readonly label: string
  readonly icon?: ReactNode
  /** Shown on the button; without it there is the icon alone. */
  readonly text?: string
  /** With an outline, beside other buttons. */
  readonly outlined?: boolean
  /** Groups, divided by a line; a group may have a heading of text only. */
  readonly groups: readonly { readonly title?: ReactNode; readonly choices: readonly MenuChoice[] }[]
}

/** A button that opens a short menu. */
export function MenuButton({ label, icon, text, outlined = false, groups }: MenuButtonProps) {
  const items = groups.flatMap(({ title, choices }, at) => {
    const children = choices.map(({ key, label: name, icon: sign, chosen, danger = false }) => ({
      key,
      label: name,
      danger,
      icon:
        chosen === undefined ? sign : <CheckOutlined style={{ visibility: chosen ? 'visible' : 'hidden' }} />,
    }))
    return [
      ...(at > 0 ? [{ type: 'divider' as const }] : []),
      ...(title ? [{ type: 'group' as const, key: `group-${at}`, label: title, children }] : children),
    ]
  })
  const choose = (key: string) =>
    groups
      .flatMap(({ choices }) => choices)
      .find((choice) => choice.key === key)
      ?.onChoose()
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{ items, onClick: ({ key }) => choose(key) }}
      autoFocus
    >
      <Button type={outlined ? 'default' : 'text'} icon={icon} aria-label={label} aria-haspopup="menu">
        {text}
      </Button>
    </Dropdown>
  )
}
