import { useQuery } from '@apollo/client/react'
import { PLAN_LESSON_KIND_LABELS, type PlanKind } from '@steward/domain'
import type { PlanLessonFilter } from '@steward/graphql-client'
import { AppLink, Panel } from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { useMay } from '../session/viewer.tsx'
import { PlanLessons } from './evaluation-documents.ts'

const texts = messages({
  title: { zh: '过往经验教训', en: 'Lessons learnt before' },
  ofClient: { zh: '这位客户的经验教训', en: 'Lessons learnt with this client' },
  ofProject: { zh: '这个项目的经验教训', en: 'Lessons learnt in this community' },
  all: { zh: '全部经验教训', en: 'All lessons' },
})

const SHOWN = 8

interface LessonsPanelProps {
  readonly kind: PlanKind
  readonly client: string | undefined
  readonly project: string | undefined
}

/** Beside the draft of a plan: what was learnt with the same client or community, else with plans of this kind. */
export function LessonsPanel({ kind, client, project }: LessonsPanelProps) {
  const may = useMay()
  const own = { planKind: kind, ...(client ? { client } : project ? { project } : {}) }
  const skip = !may('planLesson:read')
  const isNarrow = client !== undefined || project !== undefined
  const narrow = useLessons(own, skip || !isNarrow)
  const wide = useLessons({ planKind: kind }, skip || (isNarrow && narrow?.length !== 0))
  const lessons = isNarrow && narrow && narrow.length > 0 ? narrow : wide
  if (!lessons || lessons.length === 0) return null
  return <Lessons lessons={lessons} of={lessons !== narrow ? 'title' : client ? 'ofClient' : 'ofProject'} />
}

const useLessons = (filter: PlanLessonFilter, skip: boolean) => {
  const { data } = useQuery(PlanLessons, { variables: { filter, first: SHOWN }, skip })
  return skip ? undefined : data?.planLessons.edges.map(({ node }) => node)
}

function Lessons({
  lessons,
  of,
}: {
  readonly lessons: NonNullable<ReturnType<typeof useLessons>>
  readonly of: 'title' | 'ofClient' | 'ofProject'
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  return (
    <Panel title={say(of)} actions={<AppLink to={path('plan-lessons')}>{say('all')}</AppLink>}>
      <ul>
        {lessons.map(({ id, kind, words, plan }) => (
          <li key={id} className="st-sentence">
            <span className="st-quiet">{sayWord(PLAN_LESSON_KIND_LABELS[kind])}</span> {words}{' '}
            {plan && <AppLink to={path(`plans/${plan.id}`)}>{plan.number}</AppLink>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
