import { messages, useMessages } from './messages.ts'

const texts = messages({ between: { zh: '、', en: ', ' } })

/** Words in a row, parted as the language of the moment parts them. */
export function useList(): (words: readonly string[]) => string {
  const say = useMessages(texts)
  return (words) => words.join(say('between'))
}
