import { ATTACHMENT_ACCEPT } from '@steward/domain'
import { messages, useMessages } from '@steward/portal'
import { AttachmentIcon, Button, fileSize, Inline, Upload, useUi } from '@steward/ui'

const texts = messages({
  drop: { zh: '把文件拖到这里，或点击选择', en: 'Drop a file here, or click to choose one' },
  formats: {
    zh: '图片、PDF、Word、Excel、PPT、文本，最大 20 MB。图片中的拍摄地点等信息会被清除。',
    en: 'Pictures, PDF, Word, Excel, PowerPoint, text; up to 20 MB. Where a picture was taken is removed from it.',
  },
  another: { zh: '换一个', en: 'Another' },
})

interface FileFieldProps {
  readonly id?: string
  readonly value?: File
  readonly onChange?: (file: File | undefined) => void
}

/** One file, dropped or chosen. */
export function FileField({ id, value, onChange }: FileFieldProps) {
  const say = useMessages(texts)
  const { locale } = useUi()
  if (value)
    return (
      <Inline gap={2}>
        <AttachmentIcon aria-hidden />
        <span className="st-strong" style={{ overflowWrap: 'anywhere' }}>
          {value.name}
        </span>
        <span className="st-quiet">{fileSize(value.size, locale)}</span>
        <Button size="small" onClick={() => onChange?.(undefined)}>
          {say('another')}
        </Button>
      </Inline>
    )
  return (
    <Upload.Dragger
      {...(id === undefined ? {} : { id })}
      accept={ATTACHMENT_ACCEPT}
      showUploadList={false}
      beforeUpload={(chosen) => {
        onChange?.(chosen)
        return false
      }}
    >
      <p style={{ fontSize: 24 }}>
        <AttachmentIcon aria-hidden />
      </p>
      <p className="st-strong">{say('drop')}</p>
      <p className="st-quiet st-small">{say('formats')}</p>
    </Upload.Dragger>
  )
}
