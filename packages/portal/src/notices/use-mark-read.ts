import { useNotify } from '@steward/ui'
import { useApolloClient } from '@apollo/client/react'
import { useAct } from '../acts/use-act.ts'
import { MarkAllNoticesRead, MarkNoticeRead, type Told } from './notice-documents.ts'

/** Marks what was read; the bell counts anew. */
export function useMarkRead() {
  const client = useApolloClient()
  const notify = useNotify()
  const markOne = useAct(MarkNoticeRead)
  const markAll = useAct(MarkAllNoticesRead)
  /** Every list of notices on the screen asks anew. */
  const recount = () =>
    client.refetchQueries({ updateCache: (cache) => void cache.evict({ fieldName: 'notices' }) })
  return {
    read: async ({ id, readAt }: Pick<Told, 'id' | 'readAt'>) => {
      if (readAt !== null) return
      const { refused } = await markOne({ noticeId: id })
      if (refused?.message) notify.failed(refused.message)
      else await recount()
    },
    /** Those up to the newest that the person has before their eyes. */
    readAll: async (until: string) => {
      const { refused } = await markAll({ until })
      if (refused?.message) notify.failed(refused.message)
      else await recount()
    },
  }
}
