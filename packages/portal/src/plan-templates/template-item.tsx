import { Button, DeleteIcon } from '@steward/ui'
import { messages, useMessages } from '../i18n/messages.ts'

const texts = messages({ remove: { zh: '删除', en: 'Remove' } })

/** One of the like parts of a template's form. */
export interface ItemProps {
  readonly at: number
  readonly onRemove: (() => void) | undefined
}

/** Takes the part out; not there where it is the last that has to be. */
export function Remove({ onRemove }: Pick<ItemProps, 'onRemove'>) {
  const say = useMessages(texts)
  return onRemove ? (
    <Button type="text" icon={<DeleteIcon aria-hidden />} onClick={onRemove}>
      {say('remove')}
    </Button>
  ) : null
}
