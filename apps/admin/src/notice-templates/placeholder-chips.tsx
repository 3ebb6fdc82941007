import { PLACEHOLDER_LABELS, placeholdersOf, type TemplateKey } from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import { Tooltip, useFieldValue, useFillFields } from '@steward/ui'
import { useRef, type ReactNode } from 'react'

const texts = messages({
  insert: { zh: '点一下，插入光标处', en: 'Press one to put it where the cursor is' },
  label: { zh: '插入 {{what}}', en: 'Insert {{what}}' },
})

interface ChipsProps {
  readonly template: TemplateKey
  readonly language: 'zh' | 'en'
  /** The subject and the body: a chip goes into the one that was typed in last, the body at first. */
  readonly fields: readonly [string, string]
  readonly children: ReactNode
}

/** The fields of one language, and what may be put into them. */
export function PlaceholderChips({ template, language, fields, children }: ChipsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const fill = useFillFields<Record<string, string>>()
  const [subject, body] = fields
  const written: Readonly<Record<string, string>> = {
    [subject]: useFieldValue<string>(subject) ?? '',
    [body]: useFieldValue<string>(body) ?? '',
  }
  const last = useRef(body)
  const insert = (name: string) => {
    const field = last.current
    const control = document.getElementById(field)
    const typed = written[field] ?? ''
    const isText = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement
    const from = (isText ? control.selectionStart : null) ?? typed.length
    const to = (isText ? control.selectionEnd : null) ?? from
    const placed = `{{${name}}}`
    fill({ [field]: typed.slice(0, from) + placed + typed.slice(to) })
    if (!isText) return
    control.focus()
    // After the field shows its new text.
    requestAnimationFrame(() => control.setSelectionRange(from + placed.length, from + placed.length))
  }
  return (
    <div
      onFocus={({ target }) => {
        if (fields.includes(target.id)) last.current = target.id
      }}
    >
      {children}
      <p className="st-quiet st-small">{say('insert')}</p>
      <div className="st-chips">
        {placeholdersOf(template).map((name) => {
          const what = sayWord(PLACEHOLDER_LABELS[name])
          return (
            <Tooltip key={name} title={`{{${name}}}`}>
              <button
                type="button"
                className="st-chip"
                aria-label={`${say('label', { what })} (${language})`}
                onClick={() => insert(name)}
              >
                {what}
              </button>
            </Tooltip>
          )
        })}
      </div>
    </div>
  )
}
