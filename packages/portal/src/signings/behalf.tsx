import { absoluteTime, Choice, Field, useUi } from '@steward/ui'
import { messages, useMessages } from '../i18n/messages.ts'

const texts = messages({
  field: { zh: '以谁的名义签', en: 'Signed for' },
  own: { zh: '本人', en: 'Myself' },
  behalf: { zh: '代 {{name}}（授权至 {{until}}）', en: '{{name}} (delegated until {{until}})' },
  hint: {
    zh: '代签会在签名上写明；您和对方都不能在这件事里签第二次。',
    en: 'The signature says for whom; neither of you can sign a second time in this matter.',
  },
})

/** How somebody can give a signature: by their own right, or by a delegation. */
export interface WayToSign {
  readonly delegationId: string | null
  readonly onBehalfOf: string | null
  readonly until: string | null
}

/** What a form keeps for it: a choice that is empty would be none. */
const OWN = 'own'

/** In whose name a form begins: one's own, unless only a delegation allows it. */
export const initialBehalf = (ways: readonly WayToSign[]): { delegationId: string } => ({
  delegationId: ways[0]?.delegationId ?? OWN,
})

/** Own right is no delegation. */
export const sentBehalf = <Values extends { readonly delegationId?: string | number | null | undefined }>({
  delegationId,
  ...values
}: Values) => ({ ...values, ...(delegationId && delegationId !== OWN ? { delegationId } : {}) })

/** In whose name; asked only where there is a choice, or where it is somebody else's. */
export function BehalfField({ ways }: { readonly ways: readonly WayToSign[] }) {
  const say = useMessages(texts)
  const { locale, timeZone } = useUi()
  if (!ways.some(({ delegationId }) => delegationId !== null)) return null
  const options = ways.map(({ delegationId, onBehalfOf, until }) => ({
    value: delegationId ?? OWN,
    label:
      delegationId === null
        ? say('own')
        : say('behalf', {
            name: onBehalfOf ?? '',
            until: until ? absoluteTime(new Date(until), locale, timeZone) : '',
          }),
  }))
  return (
    <Field name="delegationId" label={say('field')} hint={say('hint')} required wide>
      <Choice options={options} />
    </Field>
  )
}
