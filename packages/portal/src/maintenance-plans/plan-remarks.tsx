import { PLAN_COMMENT_INPUTS, planPlaceWords, type PlanContent } from '@steward/domain'
import type { PlanRemarkFragment } from '@steward/graphql-client'
import {
  Button,
  Form,
  Field,
  Inline,
  Input,
  Instant,
  Select,
  Sheet,
  Stack,
  StatusTag,
  useNotify,
} from '@steward/ui'
import { useState } from 'react'
import { useAct } from '../acts/use-act.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useMay } from '../session/viewer.tsx'
import { CommentPlan, ResolveCommentOfPlan } from './plan-mutations.ts'

const texts = messages({
  comment: { zh: '批注', en: 'Comment' },
  commentOn: { zh: '批注：{{where}}', en: 'Comment on {{where}}' },
  where: { zh: '位置', en: 'Where' },
  whole: { zh: '整份方案', en: 'The plan as a whole' },
  words: { zh: '批注内容', en: 'What you have to say' },
  answer: { zh: '答复', en: 'Answer' },
  resolve: { zh: '标为已处理', en: 'Mark as resolved' },
  resolved: { zh: '已由{{name}}处理', en: 'Resolved by {{name}}' },
  carried: { zh: '第 {{ordinal}} 版起', en: 'Since revision {{ordinal}}' },
  said: { zh: '批注已保存', en: 'The comment is saved' },
  count: { zh: '批注 {{count}}', en: { one: '{{count}} comment', other: '{{count}} comments' } },
  done: { zh: '批注已标为处理', en: 'The comment is resolved' },
})

export type Remark = PlanRemarkFragment

/** What a part of the page needs to show and take comments. */
export interface Remarks {
  readonly all: readonly Remark[]
  readonly ordinal: number
  readonly revisionId: string
  /** Comments are taken on this revision. */
  readonly isLiving: boolean
  readonly contents: readonly PlanContent[]
  readonly onReload: () => Promise<unknown>
}

/** Threads that stand on a revision: made on it, or before and not resolved when it began. */
export const remarksOn = (
  remarks: readonly Remark[],
  { ordinal, draftedAt }: { readonly ordinal: number; readonly draftedAt: string },
): readonly Remark[] =>
  remarks.filter(({ revision, answersId, resolvedAt }) => {
    const made = revision?.ordinal ?? ordinal
    if (answersId !== null) return made <= ordinal
    return made === ordinal || (made < ordinal && (resolvedAt === null || resolvedAt >= draftedAt))
  })

/** The comments at one place, where it stands. */
export function RemarksAt({ at, remarks }: { readonly at: string | null; readonly remarks: Remarks }) {
  const threads = remarks.all.filter(({ anchor, answersId }) => anchor === at && answersId === null)
  if (threads.length === 0) return null
  return (
    <Stack gap={2}>
      {threads.map((thread) => (
        <Thread key={thread.id} thread={thread} remarks={remarks} />
      ))}
    </Stack>
  )
}

/** One comment with its answers. */
export function Thread({ thread, remarks }: { readonly thread: Remark; readonly remarks: Remarks }) {
  const say = useMessages(texts)
  const may = useMay()
  const notify = useNotify()
  const resolve = useAct(ResolveCommentOfPlan)
  const [answering, setAnswering] = useState(false)
  const { ordinal, isLiving, all, onReload } = remarks
  const answers = all.filter(({ answersId }) => answersId === thread.id)
  const made = thread.revision?.ordinal ?? ordinal
  const isOpen = thread.resolvedAt === null
  return (
    <div className="st-remark" data-open={isOpen}>
      <p>
        <span className="st-strong">{thread.by?.name}</span> {thread.words}
      </p>
      {answers.map((answer) => (
        <p key={answer.id} className="st-remark-answer">
          <span className="st-strong">{answer.by?.name}</span> {answer.words}
        </p>
      ))}
      <Inline gap={2}>
        <span className="st-quiet st-small">
          <Instant at={thread.at} />
          {made < ordinal && ` · ${say('carried', { ordinal: made })}`}
          {!isOpen && ` · ${say('resolved', { name: thread.resolvedBy?.name ?? '' })}`}
        </span>
        {isOpen && isLiving && may('plan:comment') && (
          <Button size="small" type="text" onClick={() => setAnswering(true)}>
            {say('answer')}
          </Button>
        )}
        {isOpen && may('plan:resolveComment') && (
          <Button
            size="small"
            type="text"
            onClick={async () => {
              const { refused } = await resolve({ commentId: thread.id, expectedVersion: thread.version })
              if (refused?.message) notify.failed(refused.message)
              else notify.done(say('done'))
              await onReload()
            }}
          >
            {say('resolve')}
          </Button>
        )}
      </Inline>
      <RemarkSheet
        open={answering}
        title={say('answer')}
        remarks={remarks}
        answers={thread.id}
        places={[]}
        onClose={() => setAnswering(false)}
      />
    </div>
  )
}

/** That something was said of a field, where the field stands; what was said stands below. */
export function RemarkMark({
  places,
  remarks,
}: {
  readonly places: readonly string[]
  readonly remarks: Remarks
}) {
  const say = useMessages(texts)
  const open = remarks.all.filter(
    ({ anchor, answersId, resolvedAt }) =>
      anchor !== null && places.includes(anchor) && answersId === null && resolvedAt === null,
  )
  if (open.length === 0) return null
  return <StatusTag tone="warn">{say('count', { count: open.length })}</StatusTag>
}

/** What was said of these places, each with where it stands. */
export function PlacedThreads({
  places,
  remarks,
}: {
  readonly places: readonly string[]
  readonly remarks: Remarks
}) {
  const sayWord = useSay()
  const threads = remarks.all.filter(
    ({ anchor, answersId }) => anchor !== null && places.includes(anchor) && answersId === null,
  )
  if (threads.length === 0) return null
  return (
    <div className="st-remarks">
      <Stack gap={3}>
        {threads.map((thread) => (
          <div key={thread.id}>
            <p className="st-small st-quiet">{sayWord(planPlaceWords(thread.anchor!, remarks.contents))}</p>
            <Thread thread={thread} remarks={remarks} />
          </div>
        ))}
      </Stack>
    </div>
  )
}

/** A button that takes a comment on one of these places. */
export function CommentButton({
  places,
  remarks,
}: {
  readonly places: readonly (string | null)[]
  readonly remarks: Remarks
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const [open, setOpen] = useState(false)
  if (!remarks.isLiving || !may('plan:comment')) return null
  const [first = null] = places
  const where = first === null ? say('whole') : sayWord(planPlaceWords(first, remarks.contents))
  return (
    <>
      <Button size="small" aria-label={say('commentOn', { where })} onClick={() => setOpen(true)}>
        {say('comment')}
      </Button>
      <RemarkSheet
        open={open}
        title={say('comment')}
        remarks={remarks}
        places={places}
        onClose={() => setOpen(false)}
      />
    </>
  )
}

interface RemarkSheetProps {
  readonly open: boolean
  readonly title: string
  readonly remarks: Remarks
  readonly places: readonly (string | null)[]
  readonly answers?: string
  readonly onClose: () => void
}

const WHOLE = ''

interface Values {
  readonly anchor?: string
  readonly words?: string
}

function RemarkSheet({ open, title, remarks, places, answers, onClose }: RemarkSheetProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const check = useCheckInput()
  const comment = useAct(CommentPlan)
  const { revisionId, contents, onReload } = remarks
  const inputOf = ({ anchor, words }: Values) => ({
    revisionId,
    words: words ?? '',
    ...(answers ? { answersId: answers } : anchor ? { anchor } : {}),
  })
  return (
    <Sheet open={open} title={title} onClose={onClose}>
      <Form<Values>
        label={title}
        verb={title}
        initial={{ anchor: places[0] ?? WHOLE }}
        onCancel={onClose}
        check={(values) => check(PLAN_COMMENT_INPUTS.comment, inputOf(values))}
        onSubmit={async (values) => {
          const { refused } = await comment(inputOf(values))
          if (refused) return refused
          notify.done(say('said'))
          onClose()
          await onReload()
          return undefined
        }}
      >
        {places.length > 1 && (
          <Field name="anchor" label={say('where')}>
            <Select
              options={places.map((place) => ({
                value: place ?? WHOLE,
                label: place === null ? say('whole') : sayWord(planPlaceWords(place, contents)),
              }))}
            />
          </Field>
        )}
        <Field name="words" label={say('words')} required>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1_000} />
        </Field>
      </Form>
    </Sheet>
  )
}
