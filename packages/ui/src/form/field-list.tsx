import { PlusOutlined } from '@ant-design/icons'
import { Button, Form as KitForm } from 'antd'
import type { ReactNode } from 'react'

export interface ListedItem {
  /** Place in the list, from 0. Fields inside are named from it: `${at}.amount`. */
  readonly at: number
  readonly count: number
  readonly remove: () => void
  /** To another place; the others make room. */
  readonly move: (to: number) => void
}

export interface FieldListProps {
  readonly name: string
  readonly most: number
  /** One below the other also where there is room: their order says something. */
  readonly column?: boolean
  readonly children: (item: ListedItem) => ReactNode
  /** On the button that adds one. */
  readonly addLabel: string
  /** What a new one holds; a function where each holds something of its own. */
  readonly fresh?: object | (() => object)
}

/** A list of like parts inside a Form; refusals find their way to `options.1.amount` as to any other field. */
export function FieldList({ name, most, column = false, addLabel, fresh = {}, children }: FieldListProps) {
  return (
    <KitForm.List name={name}>
      {(items, { add, remove, move }, { errors }) => (
        <div className="st-field-items" data-column={column}>
          {items.map(({ key, name: at }) => (
            <div key={key} className="st-field-item">
              {children({
                at,
                count: items.length,
                remove: () => remove(at),
                move: (to) => move(at, to),
              })}
            </div>
          ))}
          {items.length < most && (
            <Button
              type="dashed"
              block
              icon={<PlusOutlined aria-hidden />}
              onClick={() => add(typeof fresh === 'function' ? (fresh as () => object)() : fresh)}
            >
              {addLabel}
            </Button>
          )}
          <KitForm.ErrorList errors={errors} />
        </div>
      )}
    </KitForm.List>
  )
}
