import {
  PAUSE_REASON_LABELS,
  PAUSE_REASONS,
  PROMISE_ACTION_LABELS,
  PROMISE_INPUTS,
  type Channel,
  type PauseReason,
  type PromiseAction,
} from '@steward/domain'
import type { CasePromiseFragment } from '@steward/graphql-client'
import { messages, useCheckInput, useMessages, useSay } from '@steward/portal'
import { Field, Form, Select } from '@steward/ui'
import type { ComponentType } from 'react'
import { WallTimeInput } from '../wall-time-input.tsx'
import { ChannelField, WordsField } from './fields.tsx'
import { AnswerPromise, PausePromise, ResumePromise, SupersedePromise } from './promise-documents.ts'
import { StaleDialog } from './stale-dialog.tsx'
import { useVerb, type VerbSurroundings } from './use-verb.ts'

const texts = messages({
  answer: { zh: '答复或办理了什么', en: 'What was said or done' },
  next: { zh: '下次答复的时间', en: 'When the client hears from us again' },
  nextHint: { zh: '可不填；填了就是新的承诺', en: 'Optional; stating it is a new promise' },
  assent: { zh: '客户怎么同意的', en: 'How the client agreed' },
  dueAt: { zh: '新的最迟时间', en: 'The new time' },
  reason: { zh: '暂停的原因', en: 'Why the clock rests' },
  note: { zh: '说明', en: 'Note' },
})

interface PromiseFormProps extends VerbSurroundings {
  readonly promise: CasePromiseFragment
}

const given = (promise: CasePromiseFragment) => ({ promiseId: promise.id, expectedVersion: promise.version })

function AnswerForm({ promise, ...surroundings }: PromiseFormProps) {
  const say = useMessages(texts)
  const label = useSay()(PROMISE_ACTION_LABELS.answer)
  const checkInput = useCheckInput()
  const verb = useVerb(AnswerPromise, surroundings)
  interface Values {
    readonly answer: string
    readonly channel: Channel
    readonly nextDueAt?: string
  }
  const inputOf = ({ answer, channel, nextDueAt }: Values) => ({
    ...given(promise),
    answer,
    channel,
    ...(nextDueAt ? { nextDueAt } : {}),
  })
  return (
    <>
      <Form<Values>
        label={label}
        verb={label}
        wide
        initial={{ channel: promise.channel }}
        check={(values) => checkInput(PROMISE_INPUTS.answer, inputOf(values))}
        onSubmit={(values) => verb.send(inputOf(values))}
      >
        <WordsField name="answer" label={say('answer')} required autoFocus />
        <ChannelField />
        <Field name="nextDueAt" label={say('next')} hint={say('nextHint')}>
          <WallTimeInput />
        </Field>
      </Form>
      <StaleDialog stale={verb.stale} onReload={surroundings.onReload} onClose={verb.forgetStale} />
    </>
  )
}

function SupersedeForm({ promise, ...surroundings }: PromiseFormProps) {
  const say = useMessages(texts)
  const label = useSay()(PROMISE_ACTION_LABELS.supersede)
  const checkInput = useCheckInput()
  const verb = useVerb(SupersedePromise, surroundings)
  interface Values {
    readonly dueAt: string
    readonly assent: string
  }
  const inputOf = ({ dueAt, assent }: Values) => ({ ...given(promise), dueAt, assent })
  return (
    <>
      <Form<Values>
        label={label}
        verb={label}
        wide
        check={(values) => checkInput(PROMISE_INPUTS.supersede, inputOf(values))}
        onSubmit={(values) => verb.send(inputOf(values))}
      >
        <Field name="dueAt" label={say('dueAt')} required>
          <WallTimeInput />
        </Field>
        <WordsField name="assent" label={say('assent')} required />
      </Form>
      <StaleDialog stale={verb.stale} onReload={surroundings.onReload} onClose={verb.forgetStale} />
    </>
  )
}

function PauseForm({ promise, ...surroundings }: PromiseFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const label = sayWord(PROMISE_ACTION_LABELS.pause)
  const checkInput = useCheckInput()
  const verb = useVerb(PausePromise, surroundings)
  interface Values {
    readonly reason: PauseReason
    readonly note?: string
  }
  const inputOf = ({ reason, note }: Values) => ({ ...given(promise), reason, ...(note ? { note } : {}) })
  return (
    <>
      <Form<Values>
        label={label}
        verb={label}
        wide
        check={(values) => checkInput(PROMISE_INPUTS.pause, inputOf(values))}
        onSubmit={(values) => verb.send(inputOf(values))}
      >
        <Field name="reason" label={say('reason')} required>
          <Select
            options={PAUSE_REASONS.map((value) => ({ value, label: sayWord(PAUSE_REASON_LABELS[value]) }))}
          />
        </Field>
        <WordsField name="note" label={say('note')} />
      </Form>
      <StaleDialog stale={verb.stale} onReload={surroundings.onReload} onClose={verb.forgetStale} />
    </>
  )
}

function ResumeForm({ promise, ...surroundings }: PromiseFormProps) {
  const say = useMessages(texts)
  const label = useSay()(PROMISE_ACTION_LABELS.resume)
  const checkInput = useCheckInput()
  const verb = useVerb(ResumePromise, surroundings)
  interface Values {
    readonly note?: string
  }
  const inputOf = ({ note }: Values) => ({ ...given(promise), ...(note ? { note } : {}) })
  return (
    <>
      <Form<Values>
        label={label}
        verb={label}
        wide
        check={(values) => checkInput(PROMISE_INPUTS.resume, inputOf(values))}
        onSubmit={(values) => verb.send(inputOf(values))}
      >
        <WordsField name="note" label={say('note')} />
      </Form>
      <StaleDialog stale={verb.stale} onReload={surroundings.onReload} onClose={verb.forgetStale} />
    </>
  )
}

/** A form for each verb of a promise. */
export const PROMISE_FORMS: Readonly<Record<PromiseAction, ComponentType<PromiseFormProps>>> = {
  answer: AnswerForm,
  supersede: SupersedeForm,
  pause: PauseForm,
  resume: ResumeForm,
}
