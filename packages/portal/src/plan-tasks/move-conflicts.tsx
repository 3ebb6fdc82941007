import { useQuery } from '@apollo/client/react'
import { PLAN_TASK_CONFLICT_LABELS, PLAN_TASK_CONFLICTS, type PlanTaskConflict } from '@steward/domain'
import type { PlanTaskConflictsQuery } from '@steward/graphql-client'
import { Alert } from '@steward/ui'
import { useEffect, useMemo } from 'react'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { PlanTaskConflicts } from './plan-move-documents.ts'

const texts = messages({
  forbidden: { zh: '不能改到这一天', en: 'It cannot be moved there' },
  unless: { zh: '请确认后再改期', en: 'Move it only if you mean to' },
})

export interface Move {
  readonly taskId: string
  readonly scheduledOn: string
  readonly dueOn: string
}

const DAY = /^\d{4}-\d\d-\d\d$/
const isWhole = ({ scheduledOn, dueOn }: Move): boolean =>
  DAY.test(scheduledOn) && DAY.test(dueOn) && scheduledOn <= dueOn

export interface FoundConflicts {
  /** What it goes against, each once, the forbidding ones first. */
  readonly conflicts: readonly PlanTaskConflict[]
  readonly forbids: boolean
  /** Those that a person may go against, once they have seen them. */
  readonly despite: readonly PlanTaskConflict[]
}

/** What the server says of a move before it is made; undefined while it has not answered. */
export function useMoveConflicts(moves: readonly Move[]): FoundConflicts | undefined {
  const asked = moves.filter(isWhole)
  const { data } = useQuery(PlanTaskConflicts, {
    variables: { moves: asked.map(({ taskId, scheduledOn, dueOn }) => ({ taskId, scheduledOn, dueOn })) },
    skip: asked.length === 0 || asked.length !== moves.length,
    fetchPolicy: 'network-only',
  })
  const found = data?.planTaskConflicts
  return useMemo(() => found && summed(found), [found])
}

const summed = (found: PlanTaskConflictsQuery['planTaskConflicts']): FoundConflicts => {
  const forbidding = new Set(found.filter(({ forbids }) => forbids).map(({ conflict }) => conflict))
  const conflicts = PLAN_TASK_CONFLICTS.filter((it) => found.some(({ conflict }) => conflict === it))
  return {
    conflicts,
    forbids: forbidding.size > 0,
    despite: conflicts.filter((it) => !forbidding.has(it)),
  }
}

/** Shows what a move goes against; `onFound` hears what the person has seen. */
export function MoveConflicts({
  moves,
  onFound,
}: {
  readonly moves: readonly Move[]
  readonly onFound: (found: FoundConflicts | undefined) => void
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const found = useMoveConflicts(moves)
  useEffect(() => onFound(found), [found, onFound])
  return (
    <div role="status">
      {found && found.conflicts.length > 0 && (
        <Alert
          type={found.forbids ? 'error' : 'warning'}
          showIcon
          title={say(found.forbids ? 'forbidden' : 'unless')}
          description={
            <>
              {found.conflicts.map((it) => (
                <div key={it}>{sayWord(PLAN_TASK_CONFLICT_LABELS[it])}</div>
              ))}
            </>
          }
        />
      )}
    </div>
  )
}
