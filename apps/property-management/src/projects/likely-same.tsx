import { useQuery } from '@apollo/client/react'
import { messages, useMessages } from '@steward/portal'
import { Button, Dialog, Inline, Stack } from '@steward/ui'
import { SiteKnownClient } from './move-in.ts'

const texts = messages({
  title: { zh: '档案里可能已有此人', en: 'They may be on file already' },
  hint: {
    zh: '电话相同，或同一房号有同名客户。请当面核对。',
    en: 'The number is the same, or the name at this door. Ask them.',
  },
  them: { zh: '就是这位', en: 'It is them' },
  other: { zh: '不是同一人', en: 'Somebody else' },
})

interface LikelySameProps {
  readonly id: string | undefined
  readonly onThem: (id: string) => void
  readonly onOther: (id: string) => void
  readonly onClose: () => void
}

/** Asked of the person at the door, before they get a second archive. */
export function SiteLikelySame({ id, onThem, onOther, onClose }: LikelySameProps) {
  const say = useMessages(texts)
  const { data } = useQuery(SiteKnownClient, { variables: { id: id ?? '' }, skip: !id })
  const known = data?.client
  return (
    <Dialog
      open={id !== undefined}
      title={say('title')}
      onClose={onClose}
      footer={
        id && (
          <Inline gap={2} justify="flex-end">
            <Button onClick={() => onOther(id)}>{say('other')}</Button>
            <Button type="primary" onClick={() => onThem(id)}>
              {say('them')}
            </Button>
          </Inline>
        )
      }
    >
      <Stack gap={2}>
        <p>{say('hint')}</p>
        {known && (
          <span className="st-strong">
            {[known.name ?? known.code, known.phoneMasked].filter(Boolean).join(' · ')}
          </span>
        )}
      </Stack>
    </Dialog>
  )
}
