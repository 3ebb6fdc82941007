import {
  CLIENT_KIND_LABELS,
  CLIENT_KINDS,
  TAG_INPUTS,
  TAG_TONE_LABELS,
  TAG_TONES,
  type ClientKind,
  type TagTone,
} from '@steward/domain'
import { messages, useCheckInput, useFreshAct, useMessages, useSay } from '@steward/portal'
import {
  CheckboxGroup,
  Choice,
  Field,
  Form,
  Input,
  StatusTag,
  useFieldValue,
  useNotify,
  type Tone,
} from '@steward/ui'
import { AmendTag, DefineTag, type TagRow } from './tag-documents.ts'

const texts = messages({
  form: { zh: '标签', en: 'Tag' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '{{name}}已保存', en: '{{name}} is saved' },
  nameZh: { zh: '中文名称', en: 'Name in Chinese' },
  nameEn: { zh: '英文名称', en: 'Name in English' },
  tone: { zh: '颜色', en: 'Colour' },
  kinds: { zh: '用于哪些客户', en: 'For which clients' },
  taken: { zh: '已有同名的标签（可能已停用）。', en: 'There is such a tag already; it may be retired.' },
})

interface Values {
  readonly nameZh: string
  readonly nameEn: string
  readonly tone: TagTone
  readonly kinds: ClientKind[]
}

interface TagFormProps {
  /** Undefined: a new one. */
  readonly tag: TagRow | undefined
  readonly onReload: () => Promise<unknown>
  readonly onDone: () => void
}

export function TagForm({ tag, onReload, onDone }: TagFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const check = useCheckInput()
  const define = useFreshAct(DefineTag, onReload)
  const amend = useFreshAct(AmendTag, onReload)
  const seen = tag && { tagId: tag.id, expectedVersion: tag.version }
  const initial: Partial<Values> = tag
    ? { nameZh: tag.nameZh, nameEn: tag.nameEn, tone: tag.tone, kinds: [...tag.kinds] }
    : { tone: 'NEUTRAL', kinds: [...CLIENT_KINDS] }
  return (
    <Form<Values>
      label={say('form')}
      verb={say('save')}
      initial={initial}
      onCancel={onDone}
      check={(values) => check(TAG_INPUTS.define, values)}
      onSubmit={async (values) => {
        const { done, refused, refusal } = seen ? await amend({ ...seen, ...values }) : await define(values)
        if (refusal?.code === 'DUPLICATE') return { fields: { nameZh: say('taken') } }
        if (done) {
          await onReload()
          notify.done(say('saved', { name: done.nameZh }))
          onDone()
        }
        return refused
      }}
    >
      <Field name="nameZh" label={say('nameZh')} required>
        <Input autoComplete="off" maxLength={20} />
      </Field>
      <Field name="nameEn" label={say('nameEn')} required>
        <Input autoComplete="off" maxLength={40} />
      </Field>
      <Field name="tone" label={say('tone')} required>
        <Choice options={TAG_TONES.map((value) => ({ value, label: sayWord(TAG_TONE_LABELS[value]) }))} />
      </Field>
      <Sample />
      <Field name="kinds" label={say('kinds')} required>
        <CheckboxGroup
          options={CLIENT_KINDS.map((value) => ({ value, label: sayWord(CLIENT_KIND_LABELS[value]) }))}
        />
      </Field>
    </Form>
  )
}

/** The tag as it will look. */
function Sample() {
  const say = useMessages(texts)
  const name = useFieldValue<string>('nameZh')
  const tone = useFieldValue<TagTone>('tone') ?? 'NEUTRAL'
  return (
    <div className="st-field-wide st-above-field">
      <StatusTag tone={tone.toLowerCase() as Tone}>{name || say('form')}</StatusTag>
    </div>
  )
}
