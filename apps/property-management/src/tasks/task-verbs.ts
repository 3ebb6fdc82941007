import type { TaskAction } from '@steward/domain'
import type { SiteTaskVerbsFragment, TaskAction as PublishedAction } from '@steward/graphql-client'

/** The verbs that ask for something before they are carried out. */
export type AskedVerb = Exclude<TaskAction, 'accept'>

/** Every verb, the most usual next step of the one who carries it out first. */
const USUAL = ['accept', 'complete', 'assign', 'return', 'cancel'] as const satisfies readonly TaskAction[]

const PUBLISHED: Readonly<Record<TaskAction, PublishedAction>> = {
  accept: 'ACCEPT',
  complete: 'COMPLETE',
  assign: 'ASSIGN',
  return: 'RETURN',
  cancel: 'CANCEL',
}

type Verbs = Pick<SiteTaskVerbsFragment, 'availableActions' | 'assignee'>

/**
 * Exactly what the server allows, the likely one first: of an order that is not mine, to hand it to somebody.
 * `me` is the id of who looks.
 */
export function verbsOf({ availableActions, assignee }: Verbs, me: string): readonly TaskAction[] {
  const allowed = USUAL.filter((verb) => availableActions.includes(PUBLISHED[verb]))
  if (assignee?.id === me || !allowed.includes('assign')) return allowed
  return ['assign', ...allowed.filter((verb) => verb !== 'assign')]
}

/** The one button of a slip in a list: what I do with my own orders, and that those of nobody's are handed out. */
export function quickVerbOf(task: Verbs, me: string): TaskAction | undefined {
  if (task.assignee !== null && task.assignee.id !== me) return undefined
  return verbsOf(task, me)[0]
}
