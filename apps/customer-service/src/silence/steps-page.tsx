import { useQuery } from '@apollo/client/react'
import { LOSS_STEP_HINTS, LOSS_STEP_LABELS, LOSS_STEPS, type LossStep } from '@steward/domain'
import { FailureState, messages, useMessages, usePortalPath, useSay } from '@steward/portal'
import { Columns, Funnel, Loading, Panel, Stack, Stat } from '@steward/ui'
import { useSearchParams } from 'react-router'
import { ClientsBehind } from './clients-behind.tsx'
import { STEP_TONES } from './rhythm.tsx'
import { LossFunnelQuery } from './silence-documents.ts'
import { SilenceHeader } from './silence-header.tsx'
import { NotReckoned, Reckoned } from './reckoned.tsx'

const texts = messages({
  funnel: { zh: '走到这一步或更远的客户', en: 'Clients who have come as far, or farther' },
  clients: { zh: '在用客户 {{count}} 位', en: '{{count}} clients in use' },
  complained: { zh: '{{count}} 位一年内投诉过', en: '{{count}} had complained within a year' },
  saidNothing: { zh: '{{count}} 位什么都没说过', en: '{{count}} had said nothing at all' },
  behind: { zh: '停在“{{step}}”的客户', en: 'Clients on the step “{{step}}”' },
  means: {
    zh: '抱怨和投诉看最近一年。多数人不投诉就走：沉默里“什么都没说过”的越多，越要主动去看。',
    en: 'Grumbles and complaints count for a year. Most leave without a word: the more of the silent said nothing, the more there is to go and see.',
  },
})

const stepIn = (value: string | null): LossStep => LOSS_STEPS.find((it) => it === value) ?? 'SILENCE'

/** 流失四步: how many clients have come how far, and who they are. */
export function StepsPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const [params] = useSearchParams()
  const chosen = stepIn(params.get('step'))
  const { data, error, refetch } = useQuery(LossFunnelQuery, { fetchPolicy: 'cache-and-network' })
  const funnel = data?.lossFunnel
  const to = (step: LossStep) => path(`silence/steps?step=${step}`)
  return (
    <>
      <SilenceHeader part="steps" />
      {!data ? (
        error ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )
      ) : !funnel ? (
        <NotReckoned />
      ) : (
        <Stack gap={4}>
          <Columns min={150} gap={3} fill>
            {funnel.steps.map(({ step, clients, complained, saidNothing }) => (
              <Stat
                key={step}
                label={sayWord(LOSS_STEP_LABELS[step])}
                value={clients}
                tone={step === chosen ? STEP_TONES[step] : 'neutral'}
                to={to(step)}
                note={
                  step === 'SILENCE' || step === 'LOST'
                    ? `${say('complained', { count: complained })} · ${say('saidNothing', { count: saidNothing })}`
                    : sayWord(LOSS_STEP_HINTS[step])
                }
              />
            ))}
          </Columns>
          <Panel title={say('funnel')}>
            <Stack gap={2}>
              <span className="st-quiet st-small">
                {say('clients', { count: funnel.clients })} · <Reckoned at={funnel.reckonedAt} />
              </span>
              <Funnel
                label={say('funnel')}
                steps={funnel.steps.map(({ step }, at) => ({
                  key: step,
                  label: sayWord(LOSS_STEP_LABELS[step]),
                  value: funnel.steps.slice(at).reduce((sum, { clients }) => sum + clients, 0),
                  to: to(step),
                }))}
              />
              <p className="st-quiet st-small">{say('means')}</p>
            </Stack>
          </Panel>
          <ClientsBehind
            title={say('behind', { step: sayWord(LOSS_STEP_LABELS[chosen]) })}
            filter={{ step: chosen }}
          />
        </Stack>
      )}
    </>
  )
}
