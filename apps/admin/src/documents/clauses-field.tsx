import { messages, useMessages } from '@steward/portal'
import { Button, DeleteIcon, DownIcon, Field, FieldList, Inline, Input, UpIcon } from '@steward/ui'

const MOST = 200

const texts = messages({
  clause: { zh: '第 {{count}} 条', en: 'Clause {{count}}' },
  heading: { zh: '标题', en: 'Heading' },
  body: { zh: '条文', en: 'Text' },
  bodyHint: { zh: '每行一段', en: 'One paragraph a line' },
  add: { zh: '加一条', en: 'Add a clause' },
  up: { zh: '第 {{count}} 条上移', en: 'Move clause {{count}} up' },
  down: { zh: '第 {{count}} 条下移', en: 'Move clause {{count}} down' },
  remove: { zh: '删除第 {{count}} 条', en: 'Remove clause {{count}}' },
})

/** The clauses of a written document, in order; numbers follow from it. */
export function ClausesField() {
  const say = useMessages(texts)
  return (
    <div className="st-field-wide">
      <FieldList name="clauses" column most={MOST} addLabel={say('add')} fresh={{ heading: '', body: '' }}>
        {({ at, count, move, remove }) => (
          <>
            <Inline justify="space-between">
              <span className="st-strong">{say('clause', { count: at + 1 })}</span>
              <span>
                <Button
                  type="text"
                  size="small"
                  icon={<UpIcon aria-hidden />}
                  aria-label={say('up', { count: at + 1 })}
                  disabled={at === 0}
                  onClick={() => move(at - 1)}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<DownIcon aria-hidden />}
                  aria-label={say('down', { count: at + 1 })}
                  disabled={at === count - 1}
                  onClick={() => move(at + 1)}
                />
                <Button
                  type="text"
                  size="small"
                  danger
                  icon={<DeleteIcon aria-hidden />}
                  aria-label={say('remove', { count: at + 1 })}
                  disabled={count === 1}
                  onClick={remove}
                />
              </span>
            </Inline>
            <Field name={`${at}.heading`} label={say('heading')} required>
              <Input maxLength={200} />
            </Field>
            <Field name={`${at}.body`} label={say('body')} hint={say('bodyHint')}>
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 24 }} />
            </Field>
          </>
        )}
      </FieldList>
    </div>
  )
}
