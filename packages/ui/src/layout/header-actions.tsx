import { MoreOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { MenuButton, type MenuChoice } from '../controls/menu-button.tsx'
import { useWords } from '../theme/ui-context.ts'
import { useIsPhone } from '../theme/use-media.ts'

/** What is done with a record, in the header of its page: one row of buttons at every width. */
export function HeaderActions(props: {
  /** What people mostly come for. */
  readonly first?: MenuChoice | undefined
  /** Buttons beside it; on a phone they lie in the menu. */
  readonly usual?: readonly MenuChoice[]
  /** Always in the menu. */
  readonly seldom?: readonly MenuChoice[]
}) {
  const { first, usual = [], seldom = [] } = props
  const say = useWords()
  const phone = useIsPhone()
  const groups = [phone ? usual : [], seldom].filter(({ length }) => length > 0)
  return (
    <>
      {first && (
        <Button type="primary" icon={first.icon} onClick={first.onChoose}>
          {first.label}
        </Button>
      )}
      {!phone &&
        usual.map(({ key, label, icon, onChoose }) => (
          <Button key={key} icon={icon} onClick={onChoose}>
            {label}
          </Button>
        ))}
      {groups.length > 0 && (
        <MenuButton
          label={say('more')}
          icon={<MoreOutlined aria-hidden />}
          outlined
          groups={groups.map((choices) => ({ choices }))}
        />
      )}
    </>
  )
}
