import { ATTACHMENT_CLASS_LABELS, ATTACHMENT_FORMATS, isPicture, type AttachmentClass } from '@steward/domain'
import type { AttachmentCardFragment as AttachmentFacts } from '@steward/graphql-client'
import { messages, useMay, useMessages, useSay } from '@steward/portal'
import { Button, Card, fileSize, Inline, Instant, StatusTag, useUi, type Tone } from '@steward/ui'
import { contentPath, picturePath } from './attachment-files.ts'

const texts = messages({
  save: { zh: '下载', en: 'Download' },
  show: { zh: '查看', en: 'Show' },
  remove: { zh: '移除', en: 'Remove' },
  nameless: { zh: '（名称不可见）', en: '(name not shown)' },
})

const TONES: Readonly<Record<AttachmentClass, Tone>> = {
  INTERNAL: 'neutral',
  PERSONAL: 'warn',
  SENSITIVE: 'bad',
}

interface AttachmentCardProps {
  readonly attachment: AttachmentFacts
  readonly onReveal: () => void
  readonly onRemove: () => void
}

/** One file: what it is, who attached it, and what may be done with it. */
export function AttachmentCard({ attachment, onReveal, onRemove }: AttachmentCardProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const { locale } = useUi()
  const { id, name, note, format, classification, sizeBytes, addedBy, addedAt } = attachment
  const isSensitive = classification === 'SENSITIVE'
  const called = name ?? say('nameless')
  const shows = !isSensitive && may('attachment:read')
  const actions = [
    shows && (
      <Button key="save" size="small" href={contentPath(id)} download aria-label={`${say('save')} ${called}`}>
        {say('save')}
      </Button>
    ),
    isSensitive && may('attachment:reveal') && (
      <Button key="show" size="small" onClick={onReveal} aria-label={`${say('show')} ${called}`}>
        {say('show')}
      </Button>
    ),
    may('attachment:remove') && (
      <Button key="remove" size="small" onClick={onRemove} aria-label={`${say('remove')} ${called}`}>
        {say('remove')}
      </Button>
    ),
  ].filter(Boolean)
  return (
    <Card
      lead={<span style={{ overflowWrap: 'anywhere' }}>{called}</span>}
      tag={
        <StatusTag tone={TONES[classification]}>{sayWord(ATTACHMENT_CLASS_LABELS[classification])}</StatusTag>
      }
      actions={actions.length > 0 && <Inline gap={2}>{actions}</Inline>}
    >
      {shows && isPicture(format) && (
        <img
          src={picturePath(id)}
          alt={note ?? called}
          loading="lazy"
          style={{
            maxWidth: '100%',
            maxHeight: 160,
            objectFit: 'contain',
            objectPosition: 'left',
            borderRadius: 4,
          }}
        />
      )}
      {note && <span>{note}</span>}
      <span className="st-quiet st-small">
        {sayWord(ATTACHMENT_FORMATS[format].label)} · {fileSize(sizeBytes, locale)} · {addedBy?.name}{' '}
        <Instant at={addedAt} />
      </span>
    </Card>
  )
}
