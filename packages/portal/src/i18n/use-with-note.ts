import { messages, useMessages } from './messages.ts'

const texts = messages({
  noted: { zh: '{{what}}（{{note}}）', en: '{{what}} ({{note}})' },
  said: { zh: '{{who}}：{{words}}', en: '{{who}}: {{words}}' },
})

/** A word with what is said beside it, in the brackets of the language of the moment; the word alone where nothing is. */
export function useWithNote(): (what: string, note: string | null | undefined) => string {
  const say = useMessages(texts)
  return (what, note) => (note ? say('noted', { what, note }) : what)
}

/** What somebody said, behind the colon of the language of the moment. */
export function useSaidBy(): (who: string | null | undefined, words: string | null) => string {
  const say = useMessages(texts)
  return (who, words) => say('said', { who: who ?? '', words: words ?? '' })
}
