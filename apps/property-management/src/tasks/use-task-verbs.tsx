import { useApolloClient } from '@apollo/client/react'
import type { TaskAction } from '@steward/domain'
import { useNotify } from '@steward/ui'
import { useState, type ReactNode } from 'react'
import { TaskVerbSheet } from './task-verb-sheet.tsx'
import type { AskedVerb } from './task-verbs.ts'
import { useTaskActs } from './use-task-acts.ts'
import { SiteTaskVerbsFragment } from './task-documents.ts'

interface Doing {
  readonly taskId: string
  readonly verb: AskedVerb
}

export interface TaskVerbs {
  /** The order and the verb that are on their way, for the buttons. */
  readonly busyWith: (taskId: string) => TaskAction | undefined
  readonly start: (taskId: string, verb: TaskAction) => void
  /** What asks for words or a name; to be put once on the page, so that it outlives the list that it was opened from. */
  readonly sheet: ReactNode
}

/** Verbs on a page with orders: accepting is one press, the others ask for words first. */
export function useTaskVerbs(): TaskVerbs {
  const client = useApolloClient()
  const notify = useNotify()
  const acts = useTaskActs()
  const [accepting, setAccepting] = useState<string>()
  const [doing, setDoing] = useState<Doing>()

  const accept = async (taskId: string) => {
    const task = client.cache.readFragment({
      fragment: SiteTaskVerbsFragment,
      id: `ComplaintTask:${taskId}`,
    })
    if (!task || accepting) return
    setAccepting(taskId)
    const refused = await acts.accept(task)
    setAccepting(undefined)
    if (refused?.message) notify.failed(refused.message)
  }
  return {
    busyWith: (taskId) => (taskId === accepting ? 'accept' : undefined),
    start: (taskId, verb) => {
      if (verb === 'accept') void accept(taskId)
      else setDoing({ taskId, verb })
    },
    sheet: doing && (
      <TaskVerbSheet
        key={`${doing.taskId}.${doing.verb}`}
        {...doing}
        acts={acts}
        onClose={() => setDoing(undefined)}
      />
    ),
  }
}
