import { useApolloClient } from '@apollo/client/react'
import { messages, useFailure, useMessages } from '@steward/portal'
import { Alert, Button, DescriptionList, Field, Form, Input, Stack, StatusTag } from '@steward/ui'
import { useRef, useState } from 'react'
import type { CopiesBearingQuery } from '@steward/graphql-client'
import { CopiesBearing } from './export-documents.ts'
import { textOfFile } from './text-of-file.ts'

const texts = messages({
  hint: {
    zh: '贴上一段内容，或选一个文件（CSV、Excel、PDF）。一个单元格里的文字就可能足够；删了列、清了字符，行的次序仍能认出。PDF 每页的页眉页脚都带标记。',
    en: 'Paste a piece of it, or choose a file (CSV, Excel, PDF). The words of one cell can be enough; where columns are gone and words cleaned, the order of the rows still tells. In a PDF head and foot of each page bear the mark.',
  },
  text: { zh: '内容', en: 'Text' },
  file: { zh: '选择文件', en: 'Choose a file' },
  verb: { zh: '辨认', en: 'Recognize' },
  none: { zh: '没有认出任何副本', en: 'No copy is recognized' },
  noneHint: {
    zh: '没有隐藏标记；按次序辨认至少要 8 位客户。',
    en: 'It bears no hidden mark; by order it takes 8 clients at least.',
  },
  unreadable: { zh: '读不出这个文件。', en: 'This file cannot be read.' },
  number: { zh: '副本编号', en: 'Copy' },
  recipient: { zh: '接收人', en: 'Made out to' },
  holder: { zh: '持有人', en: 'Held by' },
  byMark: {
    zh: '隐藏标记，{{count}} 处',
    en: { one: 'Hidden mark, {{count}} place', other: 'Hidden mark, {{count}} places' },
  },
  byOrder: { zh: '行的次序，{{count}} 行，相符 {{fit}}%', en: 'Order of {{count}} rows, {{fit}} % fit' },
})

type Match = CopiesBearingQuery['copiesBearing'][number]
interface Values {
  readonly text?: string | null
}

/** Which copy a text was taken from. A file is read in the browser; only its words are sent. */
export function RecognizeCopy() {
  const say = useMessages(texts)
  const client = useApolloClient()
  const failure = useFailure()
  const [found, setFound] = useState<readonly Match[]>()
  const [trouble, setTrouble] = useState<string>()
  const input = useRef<HTMLInputElement>(null)
  const ask = async (text: string) => {
    setTrouble(undefined)
    try {
      const { data } = await client.query({
        query: CopiesBearing,
        variables: { text },
        fetchPolicy: 'no-cache',
      })
      setFound(data?.copiesBearing ?? [])
      return undefined
    } catch (error) {
      return { message: failure(error).sentence }
    }
  }
  const read = async (file: File | undefined) => {
    const text = file && (await textOfFile(file).catch(() => undefined))
    if (text === undefined) return setTrouble(say('unreadable'))
    const refused = await ask(text)
    if (refused) setTrouble(refused.message)
  }
  return (
    <Stack gap={4}>
      <span className="st-quiet">{say('hint')}</span>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.txt,.xlsx,.pdf"
        aria-label={say('file')}
        onChange={(event) => void read(event.target.files?.[0])}
      />
      <Button onClick={() => input.current?.click()}>{say('file')}</Button>
      <Form<Values> label={say('verb')} verb={say('verb')} onSubmit={({ text }) => ask(text ?? '')}>
        <Field name="text" label={say('text')} required>
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 10 }} />
        </Field>
      </Form>
      {trouble && <Alert type="error" showIcon title={trouble} />}
      {found?.length === 0 && (
        <Alert type="info" showIcon title={say('none')} description={say('noneHint')} />
      )}
      {found?.map((match) => (
        <DescriptionList
          key={match.number}
          items={[
            { label: say('number'), value: <code className="st-strong">{match.number}</code> },
            { label: say('recipient'), value: match.recipient },
            { label: say('holder'), value: match.holder },
            {
              label: '',
              value: (
                <StatusTag tone="good">
                  {match.way === 'MARK'
                    ? say('byMark', { count: match.evidence })
                    : say('byOrder', { count: match.evidence, fit: Math.round(match.fit * 100) })}
                </StatusTag>
              ),
              wide: true,
            },
          ]}
        />
      ))}
    </Stack>
  )
}
