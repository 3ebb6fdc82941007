import { messages, useMessages } from '@steward/portal'
import { Button, Field, FieldList, Inline, Input, useFieldValue } from '@steward/ui'

const texts = messages({
  choices: { zh: '选项', en: 'Choices' },
  stay: { zh: '已保存的选项可以改名，不能删除。', en: 'Saved choices can be renamed, but not removed.' },
  zh: { zh: '选项 {{nth}}（中文）', en: 'Choice {{nth}} in Chinese' },
  en: { zh: '选项 {{nth}}（英文）', en: 'Choice {{nth}} in English' },
  add: { zh: '增加选项', en: 'Add a choice' },
  up: { zh: '上移选项 {{nth}}', en: 'Move choice {{nth}} up' },
  upWord: { zh: '上移', en: 'Up' },
  remove: { zh: '删除选项 {{nth}}', en: 'Remove choice {{nth}}' },
  removeWord: { zh: '删除', en: 'Remove' },
})

export interface ChoiceItem {
  /** Given once it is saved. */
  readonly key?: string
  readonly zh: string
  readonly en: string
}

/** The answers of a field of choices, in the order in which they are offered. */
export function ChoicesField() {
  const say = useMessages(texts)
  const items = useFieldValue<readonly (ChoiceItem | undefined)[]>('choices') ?? []
  return (
    <fieldset className="st-field-wide" style={{ border: 0, padding: 0, margin: 0 }}>
      <legend className="st-strong">{say('choices')}</legend>
      <p className="st-quiet st-small">{say('stay')}</p>
      <FieldList name="choices" most={50} column addLabel={say('add')}>
        {({ at, remove, move }) => (
          <>
            <Field name={`${at}.key`} label="" hidden>
              <Input />
            </Field>
            <Field name={`${at}.zh`} label={say('zh', { nth: at + 1 })} required>
              <Input maxLength={30} autoComplete="off" />
            </Field>
            <Field name={`${at}.en`} label={say('en', { nth: at + 1 })} required>
              <Input maxLength={60} autoComplete="off" />
            </Field>
            <Inline gap={1}>
              {at > 0 && (
                <Button size="small" onClick={() => move(at - 1)} aria-label={say('up', { nth: at + 1 })}>
                  {say('upWord')}
                </Button>
              )}
              {!items[at]?.key && (
                <Button size="small" onClick={remove} aria-label={say('remove', { nth: at + 1 })}>
                  {say('removeWord')}
                </Button>
              )}
            </Inline>
          </>
        )}
      </FieldList>
    </fieldset>
  )
}
