import {
  placeholdersOf,
  renderLine,
  renderText,
  sampleValues,
  templateErrors,
  type TemplateKey,
} from '@steward/domain'
import { messages, useMessages, useSay, useViewer } from '@steward/portal'
import { Alert, Columns, Panel, Stack } from '@steward/ui'
import type { TemplateWords } from './template-words.ts'

const texts = messages({
  zh: { zh: '中文预览', en: 'Preview in Chinese' },
  en: { zh: '英文预览', en: 'Preview in English' },
  sample: { zh: '用示例内容填入', en: 'With sample values' },
  missing: { zh: '还没有写。', en: 'Nothing is written yet.' },
})

interface PreviewProps {
  readonly template: TemplateKey
  readonly words: Partial<TemplateWords>
}

/** How the text will read, in both languages, with sample values; what is wrong with it is named as it is typed. */
export function TemplatePreview({ template, words }: PreviewProps) {
  return (
    <Columns min={320}>
      <OneLanguage template={template} language="zh" subject={words.subjectZh} body={words.bodyZh} />
      <OneLanguage template={template} language="en" subject={words.subjectEn} body={words.bodyEn} />
    </Columns>
  )
}

interface OneLanguageProps {
  readonly template: TemplateKey
  readonly language: 'zh' | 'en'
  readonly subject: string | undefined
  readonly body: string | undefined
}

export function OneLanguage({ template, language, subject = '', body = '' }: OneLanguageProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { organization } = useViewer()
  const offered = placeholdersOf(template)
  const values = { ...sampleValues(offered, language), organization: organization.name }
  const errors = [...templateErrors('subject', subject, offered), ...templateErrors('body', body, offered)]
  const mistakes = [...new Set(errors.map(({ message }) => sayWord(message)))]
  if (subject.trim() === '' || body.trim() === '') mistakes.push(say('missing'))
  return (
    <Panel title={say(language)} actions={<span className="st-quiet st-small">{say('sample')}</span>}>
      <Stack gap={3}>
        {mistakes.length > 0 && <Alert type="error" showIcon role="status" title={mistakes.join(' ')} />}
        <div className="st-letter" lang={language === 'zh' ? 'zh-CN' : 'en'}>
          <p className="st-strong">{renderLine(subject, values)}</p>
          <p className="st-letter-body">{renderText(body, values)}</p>
        </div>
      </Stack>
    </Panel>
  )
}
