import type { TypedDocumentNode } from '@apollo/client'
import { fieldErrorsOf, type FailureCode, type Refusal, type Success } from '@steward/graphql-client'
import type { Refused } from '@steward/ui'
import { useFailure } from '../failure/failure-texts.ts'
import { messages, useMessages } from '../i18n/messages.ts'
import { useSign } from '../signing/signing.ts'
import { useAttempt, wantedBy } from './use-attempt.ts'

const texts = messages({
  notSigned: {
    zh: '还没有签署，什么都没有改动；填写的内容还在。',
    en: 'It is not signed, and nothing was changed; what you entered is still here.',
  },
})

interface Payload {
  readonly __typename: string
}

/**
 * Done, with what came of it; or refused, as a Form shows it: with the server's own refusal where it gave one, or with why no
 * answer came.
 */
export type Outcome<Value, Reason = never> =
  | {
      readonly done: Value
      readonly refused?: undefined
      readonly refusal?: undefined
      readonly failure?: undefined
    }
  | {
      readonly done?: undefined
      readonly refused: Refused
      readonly refusal?: Reason
      readonly failure?: FailureCode
    }

/**
 * A mutation as a function of its one input: `const acknowledge = useAct(AcknowledgeComplaint)`. Never throws: a refusal
 * of the server and a lost connection both come back as `refused`, with sentences in the language of the screen. What must be signed is shown and
 * proven over the page first.
 */
export function useAct<Data extends Readonly<Record<keyof Data, Payload>>, Input>(
  mutation: TypedDocumentNode<Data, { input: Input }>,
): (input: Input) => Promise<Outcome<Success<Data[keyof Data]>, Refusal<Data[keyof Data]>>> {
  const attempt = useAttempt(mutation)
  const failure = useFailure()
  const say = useMessages(texts)
  const sign = useSign()
  return async (input) => {
    try {
      let result = await attempt(input)
      // Shown, proven, and asked for again with the very same input: until it is done, refused, or the person turns away.
      for (let toSign = wantedBy(result); toSign; toSign = wantedBy(result)) {
        if (!(await sign(toSign))) return { refused: { message: say('notSigned') } }
        result = await attempt(input)
      }
      if (result.ok) return { done: result.value }
      const { refusal } = result
      return { refused: { message: refusal.message, fields: fieldErrorsOf(refusal) }, refusal }
    } catch (error) {
      const { sentence, code } = failure(error)
      return { refused: { message: sentence }, failure: code }
    }
  }
}
