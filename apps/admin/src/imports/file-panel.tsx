import { MAXIMUM_IMPORT_BYTES } from '@steward/domain'
import { messages, useMessages } from '@steward/portal'
import { Alert, Button, CheckIcon, ImportIcon, Panel, Progress, Stack, Upload, useUi } from '@steward/ui'
import { useState } from 'react'
import { fileSize } from './file-size.ts'
import { uploadFile, type Uploaded } from './upload.ts'

const texts = messages({
  file: { zh: '一、选择文件', en: '1. Choose the file' },
  drop: {
    zh: '把 CSV 或 Excel 文件拖到这里，或点击选择',
    en: 'Drop a CSV or Excel file here, or click to choose one',
  },
  dropHint: {
    zh: 'CSV（UTF-8 或 GB18030）或 XLSX，最大 50 MB；加密存放',
    en: 'CSV (UTF-8 or GB18030) or XLSX, up to 50 MB; stored encrypted',
  },
  another: { zh: '换一个文件', en: 'Another file' },
  tooLarge: { zh: '文件超过 50 MB，请分成几个文件。', en: 'The file is larger than 50 MB; divide it.' },
  noAnswer: {
    zh: '文件没有传上去，请检查网络后重试。',
    en: 'The file did not arrive. Check the network and try again.',
  },
})

type Sending = { readonly name: string; readonly part: number }

interface FilePanelProps {
  readonly file: Uploaded | undefined
  readonly onFile: (file: Uploaded | undefined) => void
}

/** A file is chosen, sent and shown as sent. */
export function FilePanel({ file, onFile }: FilePanelProps) {
  const say = useMessages(texts)
  const { locale } = useUi()
  const [sending, setSending] = useState<Sending>()
  const [problem, setProblem] = useState<string>()

  const send = async (chosen: File): Promise<void> => {
    onFile(undefined)
    setProblem(undefined)
    if (chosen.size > MAXIMUM_IMPORT_BYTES) return setProblem(say('tooLarge'))
    setSending({ name: chosen.name, part: 0 })
    const outcome = await uploadFile(chosen, locale, (part) => setSending({ name: chosen.name, part }))
    setSending(undefined)
    if (outcome.file) onFile(outcome.file)
    else setProblem(outcome.problem ?? say('noAnswer'))
  }
  return (
    <Panel
      title={say('file')}
      actions={
        file && (
          <Button size="small" onClick={() => onFile(undefined)}>
            {say('another')}
          </Button>
        )
      }
    >
      <Stack gap={3}>
        {file ? (
          <span>
            <CheckIcon aria-hidden /> <span className="st-strong">{file.name}</span>{' '}
            <span className="st-quiet">{fileSize(file.sizeBytes, locale)}</span>
          </span>
        ) : sending ? (
          <div role="status">
            <span className="st-strong">{sending.name}</span>
            <Progress percent={Math.round(sending.part * 100)} />
          </div>
        ) : (
          <Upload.Dragger
            accept=".csv,.txt,.tsv,.xlsx,text/csv"
            showUploadList={false}
            beforeUpload={(chosen) => {
              void send(chosen)
              return false
            }}
          >
            <p style={{ fontSize: 28 }}>
              <ImportIcon aria-hidden />
            </p>
            <p className="st-strong">{say('drop')}</p>
            <p className="st-quiet">{say('dropHint')}</p>
          </Upload.Dragger>
        )}
        {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      </Stack>
    </Panel>
  )
}
