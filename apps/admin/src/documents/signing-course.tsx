import { MEANING_LABELS, ROLE_LABELS, STEP_STATE_LABELS, type StepState } from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import { Instant, StatusTag, Timeline, type Tone } from '@steward/ui'
import type { RevisionInFull } from './document-documents.ts'

const texts = messages({
  course: { zh: '会签经过', en: 'Course of the signing' },
  could: { zh: '可签：{{names}}', en: 'Can be signed by {{names}}' },
  nobody: {
    zh: '目前没有人可以签，请调整岗位或授权。',
    en: 'Nobody can sign it now: somebody needs the role, or a delegation.',
  },
  asks: { zh: '由{{roles}}签', en: 'Asked of: {{roles}}' },
  due: { zh: '应于', en: 'Due' },
  behalf: { zh: '代 {{name}}', en: 'for {{name}}' },
})

const TONES: Readonly<Record<StepState, Tone>> = {
  WAITING: 'neutral',
  OPEN: 'warn',
  SIGNED: 'good',
  REJECTED: 'bad',
  DROPPED: 'neutral',
}

/** With whom a revision is, since when, and who comes after: the newest of its signings. */
export function SigningCourse({ signing }: { readonly signing: RevisionInFull['signings'][number] }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  return (
    <Timeline
      label={say('course')}
      entries={signing.steps.map((step) => ({
        key: String(step.position),
        at: step.endedAt ?? step.openedAt ?? undefined,
        tone: TONES[step.state],
        title: (
          <>
            {sayWord(MEANING_LABELS[step.meaning])}{' '}
            <StatusTag tone={TONES[step.state]}>{sayWord(STEP_STATE_LABELS[step.state])}</StatusTag>
          </>
        ),
        by: step.signedBy && (
          <>
            {step.signedBy} {step.onBehalfOf && say('behalf', { name: step.onBehalfOf })}
          </>
        ),
        children:
          step.state === 'OPEN' ? (
            <>
              <div>
                {step.couldSign.length > 0
                  ? say('could', { names: step.couldSign.join('、') })
                  : say('nobody')}
              </div>
              {step.dueAt && (
                <div className="st-quiet">
                  {say('due')} <Instant at={step.dueAt} />
                </div>
              )}
            </>
          ) : step.state === 'WAITING' ? (
            <div className="st-quiet">
              {say('asks', { roles: step.roles.map((role) => sayWord(ROLE_LABELS[role])).join('、') })}
            </div>
          ) : undefined,
      }))}
    />
  )
}
