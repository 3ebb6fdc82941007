import { messages, useMessages, useViewer } from '@steward/portal'
import { Day, Money } from '@steward/ui'
import { useInLanguage, type FieldRow } from './field-documents.ts'

const texts = messages({
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
})

/** What is kept, as a person reads it. */
export function FieldValue({ field, value }: { readonly field: FieldRow; readonly value: string }) {
  const say = useMessages(texts)
  const inLanguage = useInLanguage()
  const { currency } = useViewer().organization
  switch (field.type) {
    case 'NUMBER':
      return (
        <>
          {value}
          {field.unit && ` ${field.unit}`}
        </>
      )
    case 'MONEY':
      return <Money minor={Number(value)} currency={currency} />
    case 'DATE':
      return <Day on={value} />
    case 'CHOICE': {
      const choice = field.choices.find(({ key }) => key === value)
      return <>{choice ? inLanguage(choice.zh, choice.en) : value}</>
    }
    case 'YES_NO':
      return <>{say(value === 'true' ? 'yes' : 'no')}</>
    case 'TEXT':
      return <>{value}</>
  }
}
