import { OPTION_KIND_LABELS, OPTION_KINDS } from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import { Button, Field, FieldList, Inline, Input, MoneyInput, Select, StatusTag } from '@steward/ui'

const MOST = 4

const texts = messages({
  recommended: { zh: '推荐，先提出', en: 'Recommended, offered first' },
  spare: { zh: '备选 {{place}}', en: 'Alternative {{place}}' },
  recommend: { zh: '设为推荐', en: 'Recommend this' },
  remove: { zh: '移除', en: 'Remove' },
  add: { zh: '再加一个备选方案', en: 'Add an alternative' },
  kind: { zh: '方式', en: 'Kind' },
  description: { zh: '具体内容', en: 'What exactly' },
  amount: { zh: '金额', en: 'Amount' },
  amountHint: { zh: '无费用填 0', en: '0 where it costs nothing' },
})

interface OptionsFieldProps {
  readonly name: string
  readonly currency: string
}

/** One to four remedies side by side; the first is recommended. They are compared inside and offered one at a time. */
export function OptionsField({ name, currency }: OptionsFieldProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const kinds = OPTION_KINDS.map((value) => ({ value, label: sayWord(OPTION_KIND_LABELS[value]) }))
  return (
    <div className="st-field-wide">
      <FieldList name={name} most={MOST} addLabel={say('add')} fresh={{ amountMinor: 0 }}>
        {({ at, count, remove, move }) => (
          <>
            <Inline justify="space-between">
              <StatusTag tone={at === 0 ? 'primary' : 'neutral'}>
                {at === 0 ? say('recommended') : say('spare', { place: at })}
              </StatusTag>
              <span>
                {at > 0 && (
                  <Button type="link" size="small" onClick={() => move(0)}>
                    {say('recommend')}
                  </Button>
                )}
                {count > 1 && (
                  <Button type="link" size="small" danger onClick={remove}>
                    {say('remove')}
                  </Button>
                )}
              </span>
            </Inline>
            <Field name={`${at}.kind`} label={say('kind')} required>
              <Select showSearch={{ optionFilterProp: 'label' }} options={kinds} />
            </Field>
            <Field name={`${at}.description`} label={say('description')} required>
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
            </Field>
            <Field name={`${at}.amountMinor`} label={say('amount')} hint={say('amountHint')} required>
              <MoneyInput currency={currency} />
            </Field>
          </>
        )}
      </FieldList>
    </div>
  )
}
