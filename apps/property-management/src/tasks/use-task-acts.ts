import { messages, useAct, useMessages } from '@steward/portal'
import type { Refused } from '@steward/ui'
import { useSettle } from '../use-settle.ts'
import {
  SiteAcceptTask,
  SiteAssignTask,
  SiteCancelTask,
  SiteCompleteTask,
  SiteReturnTask,
} from './task-documents.ts'

const texts = messages({
  accept: { zh: '已接单', en: 'Accepted' },
  complete: { zh: '已完成', en: 'Done' },
  return: { zh: '已退单', en: 'Returned' },
  cancel: { zh: '已取消', en: 'Cancelled' },
  assign: { zh: '已派单', en: 'Assigned' },
})

/** One order, as the person saw it. */
interface Seen {
  readonly id: string
  readonly version: number
}

type Taken = Promise<Refused | undefined>

export interface TaskActs {
  readonly accept: (task: Seen) => Taken
  readonly complete: (task: Seen, words: { evidenceNote: string }) => Taken
  readonly return: (task: Seen, words: { reason: string }) => Taken
  readonly cancel: (task: Seen, words: { reason: string }) => Taken
  readonly assign: (task: Seen, to: { assigneeId: string }) => Taken
}

const stating = ({ id, version }: Seen) => ({ taskId: id, expectedVersion: version })

/** The verbs of an order; each gives back why it was refused, or nothing when it was done. */
export function useTaskActs(): TaskActs {
  const say = useMessages(texts)
  const settle = useSettle()
  const accept = useAct(SiteAcceptTask)
  const complete = useAct(SiteCompleteTask)
  const giveBack = useAct(SiteReturnTask)
  const cancel = useAct(SiteCancelTask)
  const assign = useAct(SiteAssignTask)
  const said = (verb: keyof TaskActs, typed = true) => ({ done: say(verb), typed })
  return {
    accept: async (task) => settle(await accept(stating(task)), said('accept', false)),
    complete: async (task, words) => settle(await complete({ ...stating(task), ...words }), said('complete')),
    return: async (task, words) => settle(await giveBack({ ...stating(task), ...words }), said('return')),
    cancel: async (task, words) => settle(await cancel({ ...stating(task), ...words }), said('cancel')),
    assign: async (task, to) => settle(await assign({ ...stating(task), ...to }), said('assign', false)),
  }
}
