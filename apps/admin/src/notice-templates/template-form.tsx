import { parseTemplate, type TemplateKey } from '@steward/domain'
import { messages, useFreshAct, useMessages, useSay } from '@steward/portal'
import {
  Button,
  Columns,
  Field,
  Form,
  Input,
  Panel,
  Stack,
  useFieldValue,
  useFillFields,
  useNotify,
} from '@steward/ui'
import { PlaceholderChips } from './placeholder-chips.tsx'
import { ChangeNoticeTemplate, type OwnTemplate } from './template-documents.ts'
import { OneLanguage } from './template-preview.tsx'
import { houseWords, sameWords, wordsInForce, type TemplateWords } from './template-words.ts'

const texts = messages({
  form: { zh: '消息文字', en: 'Words of the notice' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存，从下一条消息起生效', en: 'Saved: it holds from the next notice on' },
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
  subject: { zh: '标题', en: 'Subject' },
  body: { zh: '正文', en: 'Body' },
  original: { zh: '恢复原文', en: 'Back to the original text' },
  originalHint: {
    zh: '已填入原文，保存后生效。',
    en: 'The original words are filled in; save to let them hold.',
  },
})

interface TemplateFormProps {
  readonly template: TemplateKey
  readonly own: OwnTemplate | undefined
  readonly onReload: () => Promise<unknown>
}

export function TemplateForm({ template, own, onReload }: TemplateFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const change = useFreshAct(ChangeNoticeTemplate, onReload)
  const inputOf = (words: TemplateWords) => ({ key: template, expectedVersion: own?.version ?? 0, ...words })
  return (
    <Form<TemplateWords>
      label={say('form')}
      verb={say('save')}
      wide
      stays
      initial={wordsInForce(template, own)}
      check={(words) => {
        const parsed = parseTemplate(inputOf(words))
        return parsed.ok
          ? {}
          : Object.fromEntries(parsed.error.fields.map(({ path, message }) => [path, sayWord(message)]))
      }}
      onSubmit={async (words) => {
        const { done, refused } = await change(inputOf(words))
        if (done) {
          await onReload()
          notify.done(say('saved'))
        }
        return refused
      }}
    >
      <div className="st-field-wide">
        <Stack gap={4}>
          <Columns min={320} fill>
            <Language template={template} language="zh" />
            <Language template={template} language="en" />
          </Columns>
          <BackToOriginal template={template} />
        </Stack>
      </div>
    </Form>
  )
}

function Language({
  template,
  language,
}: {
  readonly template: TemplateKey
  readonly language: 'zh' | 'en'
}) {
  const say = useMessages(texts)
  const [subject, body] = language === 'zh' ? ['subjectZh', 'bodyZh'] : ['subjectEn', 'bodyEn']
  return (
    <Stack gap={4}>
      <Panel title={say(language)}>
        <PlaceholderChips template={template} fields={[subject, body]} language={language}>
          <Field name={subject} label={say('subject')} required>
            <Input lang={language === 'zh' ? 'zh-CN' : 'en'} autoComplete="off" maxLength={120} />
          </Field>
          <Field name={body} label={say('body')} required>
            <Input.TextArea
              lang={language === 'zh' ? 'zh-CN' : 'en'}
              autoSize={{ minRows: 8, maxRows: 20 }}
            />
          </Field>
        </PlaceholderChips>
      </Panel>
      <OneLanguage
        template={template}
        language={language}
        subject={useFieldValue<string>(subject)}
        body={useFieldValue<string>(body)}
      />
    </Stack>
  )
}

/** Fills in the words of the house; nothing holds before it is saved. */
function BackToOriginal({ template }: { readonly template: TemplateKey }) {
  const say = useMessages(texts)
  const notify = useNotify()
  const fill = useFillFields<TemplateWords>()
  const original = houseWords(template)
  const written = {
    subjectZh: useFieldValue<string>('subjectZh') ?? '',
    subjectEn: useFieldValue<string>('subjectEn') ?? '',
    bodyZh: useFieldValue<string>('bodyZh') ?? '',
    bodyEn: useFieldValue<string>('bodyEn') ?? '',
  }
  return (
    <div>
      <Button
        disabled={sameWords(written, original)}
        onClick={() => {
          fill(original)
          notify.done(say('originalHint'))
        }}
      >
        {say('original')}
      </Button>
    </div>
  )
}
