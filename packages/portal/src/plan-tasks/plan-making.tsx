import { useQuery } from '@apollo/client/react'
import { PLAN_DECOMPOSITION_FAILURE_LABELS } from '@steward/domain'
import { Alert, Button, Progress, useNotify } from '@steward/ui'
import { useEffect, useRef } from 'react'
import { useAct } from '../acts/use-act.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useMay } from '../session/viewer.tsx'
import { DecomposePlan, PlanMakings, StopDecompositionOfPlan } from './plan-section-documents.ts'

const texts = messages({
  running: {
    zh: '正在分解任务：{{done}}/{{of}}，已排出 {{wanted}} 项',
    en: 'The tasks are being made: {{done}} of {{of}}, {{wanted}} so far',
  },
  atomic: { zh: '全部完成前，原有任务不会变动。', en: 'Until all are made nothing of what stands changes.' },
  stop: { zh: '停止', en: 'Stop' },
  stopped: { zh: '已停止，什么都没有改动', en: 'Stopped; nothing was changed' },
  cancelled: {
    zh: '任务分解已停止，什么都没有改动。',
    en: 'The making of the tasks was stopped; nothing was changed.',
  },
  again: { zh: '重新分解', en: 'Make them again' },
  begun: { zh: '已开始分解', en: 'Begun' },
})

const EVERY_MILLISECONDS = 1_000

/** How far the making of the tasks is, while it runs; and why nothing came of it. */
export function PlanMaking({
  plan,
  onMade,
}: {
  readonly plan: string
  readonly onMade: () => Promise<unknown>
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const notify = useNotify()
  const { data, refetch, startPolling, stopPolling } = useQuery(PlanMakings, {
    variables: { plan },
    fetchPolicy: 'cache-and-network',
  })
  const stop = useAct(StopDecompositionOfPlan)
  const again = useAct(DecomposePlan)
  const latest = data?.planDecompositions[0]
  const isRunning = latest?.status === 'RUNNING'
  const ran = useRef(false)
  useEffect(() => {
    if (isRunning) {
      ran.current = true
      startPolling(EVERY_MILLISECONDS)
      return stopPolling
    }
    if (ran.current) void onMade()
    ran.current = false
    return undefined
  }, [isRunning, startPolling, stopPolling, onMade])
  if (!latest || latest.status === 'DONE') return null
  const settle = async (refused: { readonly message?: string | undefined } | undefined, done: string) => {
    if (refused) notify.failed(refused.message ?? '')
    else notify.done(done)
    await refetch()
  }
  if (isRunning)
    return (
      <Alert
        type="info"
        showIcon
        title={say('running', { done: latest.doneCount, of: latest.totalCount, wanted: latest.wantedCount })}
        description={
          <>
            <Progress
              percent={Math.floor((latest.doneCount / Math.max(1, latest.totalCount)) * 100)}
              aria-label={say('again')}
            />
            {say('atomic')}
          </>
        }
        action={
          may('plan:stopDecomposition') && (
            <Button
              onClick={() =>
                void stop({ decompositionId: latest.id }).then(({ refused }) =>
                  settle(refused, say('stopped')),
                )
              }
            >
              {say('stop')}
            </Button>
          )
        }
      />
    )
  return (
    <Alert
      type="warning"
      showIcon
      title={latest.failure ? sayWord(PLAN_DECOMPOSITION_FAILURE_LABELS[latest.failure]) : say('cancelled')}
      action={
        may('plan:decompose') && (
          <Button
            onClick={() => void again({ planId: plan }).then(({ refused }) => settle(refused, say('begun')))}
          >
            {say('again')}
          </Button>
        )
      }
    />
  )
}
