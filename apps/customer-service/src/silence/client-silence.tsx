import { useQuery } from '@apollo/client/react'
import { LOSS_STEP_HINTS, LOSS_STEP_LABELS, LOSS_STEPS } from '@steward/domain'
import { readFragment } from '@steward/graphql-client'
import { messages, useMay, useMessages, usePortalPath, useSay } from '@steward/portal'
import { AppLink, dayText, Inline, Panel, Stack, StatusTag, useUi } from '@steward/ui'
import { RhythmView, STEP_TONES } from './rhythm.tsx'
import { ClientRhythmOf, SilenceAlertLine, SilenceAlerts } from './silence-documents.ts'
import { AlertTag } from './silence-words.tsx'

const texts = messages({
  title: { zh: '往来节奏', en: 'Rhythm' },
  steps: { zh: '流失四步', en: 'Four steps to losing a client' },
  noStep: {
    zh: '一年内没有抱怨、投诉或沉默',
    en: 'Neither grumbled, complained nor went silent within a year',
  },
  alert: { zh: '{{day}} 的沉默预警', en: 'Silence alert of {{day}}' },
})

/** On a client's page: the step that they are on, how often they come, and the alerts there were. */
export function ClientSilence({ clientId }: { readonly clientId: string }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const { locale } = useUi()
  const skip = !may('silenceAlert:read')
  const { data } = useQuery(ClientRhythmOf, {
    variables: { clientId },
    skip,
    fetchPolicy: 'cache-and-network',
  })
  const alerts = useQuery(SilenceAlerts, {
    variables: { filter: { client: clientId }, orderBy: 'NEWEST', first: 3 },
    skip,
    fetchPolicy: 'cache-and-network',
  })
  const rhythm = data?.clientRhythm
  if (!rhythm) return null
  const { step } = rhythm
  const lines = alerts.data?.silenceAlerts.edges.map(({ node }) => readFragment(SilenceAlertLine, node)) ?? []
  return (
    <Panel title={say('title')}>
      <Stack gap={3}>
        {step === null ? (
          <span className="st-quiet">{say('noStep')}</span>
        ) : (
          <Stack gap={1}>
            <Inline gap={2}>
              <span className="st-quiet st-small">{say('steps')}</span>
              {LOSS_STEPS.map((key) => (
                <span key={key} aria-current={key === step ? 'step' : undefined}>
                  <StatusTag tone={key === step ? STEP_TONES[key] : 'neutral'} dot={key === step}>
                    {sayWord(LOSS_STEP_LABELS[key])}
                  </StatusTag>
                </span>
              ))}
            </Inline>
            <span className="st-quiet st-small">{sayWord(LOSS_STEP_HINTS[step])}</span>
          </Stack>
        )}
        <RhythmView rhythm={rhythm} />
        {lines.map((alert) => (
          <Inline key={alert.id} gap={2}>
            <AppLink to={path(`silence/${alert.id}`)}>
              {say('alert', { day: dayText(alert.raisedOn, locale) })}
            </AppLink>
            <AlertTag alert={alert} />
          </Inline>
        ))}
      </Stack>
    </Panel>
  )
}
