import { OPTION_KIND_LABELS } from '@steward/domain'
import type { VerbCaseFragment } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import { Comparison, Money, moneyText, Prose, useUi } from '@steward/ui'

const texts = messages({
  onTable: { zh: '当前方案', en: 'The option on the table' },
  free: { zh: '无费用', en: 'No cost' },
  together: {
    zh: '连同近期对该客户的承诺，须核决 {{amount}}',
    en: '{{amount}} together with what this client was promised lately',
  },
})

/** What is being decided upon, above the decision. */
export function OptionInBrief({ complaint }: { readonly complaint: VerbCaseFragment }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { locale } = useUi()
  const { currentOption, amountMinor, authorityAmountMinor, currency } = complaint
  if (!currentOption) return null
  const figure =
    amountMinor === 0
      ? say('free')
      : amountMinor && currency && <Money minor={amountMinor} currency={currency} />
  const more = authorityAmountMinor !== null && authorityAmountMinor !== amountMinor
  return (
    <div className="st-field-wide st-above-field">
      <Comparison
        label={say('onTable')}
        items={[
          {
            key: currentOption.id,
            mark: '✓',
            title: sayWord(OPTION_KIND_LABELS[currentOption.kind]),
            figure,
            chosen: true,
            children: (
              <>
                {currentOption.description && <Prose>{currentOption.description}</Prose>}
                {more && currency && (
                  <p className="st-quiet">
                    {say('together', { amount: moneyText(authorityAmountMinor, currency, locale) })}
                  </p>
                )}
              </>
            ),
          },
        ]}
      />
    </div>
  )
}
