import { graphql, readFragment, type FragmentType, type WaysToSignFragment } from '@steward/graphql-client'
import { messages, useMessages } from '@steward/portal'
import { absoluteTime, Choice, Field, useUi } from '@steward/ui'
import type { CaseAction } from '../action-names.ts'

/** How the viewer can give the signature that the case waits for. */
export const WaysToSign = graphql(/* GraphQL */ `
  fragment WaysToSign on Complaint {
    id
    signings {
      id
      state
      steps {
        position
        meaning
        state
      }
      waysToSign {
        delegationId
        onBehalfOf
        until
      }
    }
  }
`)

const texts = messages({
  field: { zh: '以谁的名义签', en: 'Signed for' },
  own: { zh: '本人', en: 'Myself' },
  behalf: { zh: '代 {{name}}（授权至 {{until}}）', en: '{{name}} (delegated until {{until}})' },
  hint: {
    zh: '代签会在签名上写明；您和对方都不能在这件事里签第二次。',
    en: 'The signature says for whom; neither of you can sign a second time in this matter.',
  },
})

type Masked = FragmentType<typeof WaysToSign>
type Way = WaysToSignFragment['signings'][number]['waysToSign'][number]

const openOf = (complaint: Masked) =>
  readFragment(WaysToSign, complaint).signings.find(({ state }) => state === 'OPEN')

/** By the own right, and for whom else. */
export const waysOf = (complaint: Masked): readonly Way[] => openOf(complaint)?.waysToSign ?? []

/** What somebody can do with a case for somebody else, by a delegation, beside what is their own to do. */
export const delegatedActions = (complaint: Masked): readonly CaseAction[] => {
  const signing = openOf(complaint)
  if (!signing || !signing.waysToSign.some(({ delegationId }) => delegationId !== null)) return []
  const step = signing.steps.find(({ state }) => state === 'OPEN')
  if (step?.meaning === 'REVIEWED') return ['review']
  return step?.meaning === 'APPROVED' ? ['approve', 'reject'] : []
}

const OWN = ''

/** In whose name a form begins: one's own, unless only a delegation allows it. */
export const initialBehalf = (complaint: Masked): { delegationId: string } => ({
  delegationId: waysOf(complaint)[0]?.delegationId ?? OWN,
})

/** Own right is no delegation. */
export const sentBehalf = <Values extends { readonly delegationId?: string | number | null | undefined }>({
  delegationId,
  ...values
}: Values) => ({ ...values, ...(delegationId ? { delegationId } : {}) })

/** In whose name; asked only where there is a choice, or where it is somebody else's. */
export function BehalfField({ complaint }: { readonly complaint: Masked }) {
  const say = useMessages(texts)
  const { locale, timeZone } = useUi()
  const ways = waysOf(complaint)
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
