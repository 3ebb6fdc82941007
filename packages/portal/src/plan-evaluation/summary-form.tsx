import {
  PLAN_LESSON_KIND_LABELS,
  PLAN_LESSON_KINDS,
  PLAN_RECOMMENDATION_LABELS,
  PLAN_RECOMMENDATIONS,
  PLAN_SUMMARY_ACTION_LABELS,
  PLAN_SUMMARY_INPUTS,
  type PlanLessonKind,
  type PlanRecommendation,
} from '@steward/domain'
import type { PlanSummaryContentInput } from '@steward/graphql-client'
import {
  Button,
  Choice,
  Field,
  FieldList,
  Fields,
  Form,
  Input,
  Select,
  useNotify,
  type Refused,
} from '@steward/ui'
import { useAct } from '../acts/use-act.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { useDraft } from '../acts/use-draft.ts'
import { useFreshAct } from '../acts/use-fresh-act.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { ChangePlanSummary, DraftPlanSummary, type EvaluatedPlan } from './evaluation-documents.ts'

const texts = messages({
  worked: { zh: '做得好的', en: 'What worked' },
  wanting: { zh: '不足之处', en: 'What did not work' },
  improvement: { zh: '改进措施', en: 'Improvement proposed' },
  recommendation: { zh: '后续建议', en: 'Recommended' },
  lessons: { zh: '经验教训', en: 'Lessons' },
  lessonsHint: {
    zh: '每条独立成句，不写客户姓名：下一份方案起草时会看到',
    en: 'Each stands alone and names no client: it is read when the next plan is drafted',
  },
  lesson: { zh: '内容', en: 'Lesson' },
  kind: { zh: '类别', en: 'Kind' },
  add: { zh: '添加一条', en: 'Add a lesson' },
  remove: { zh: '移除', en: 'Remove' },
  save: { zh: '保存总结', en: 'Save the summary' },
  saved: { zh: '总结已保存', en: 'The summary is saved' },
})

interface Values {
  readonly worked?: string
  readonly wanting?: string
  readonly improvement?: string | null
  readonly recommendation?: PlanRecommendation
  readonly lessons?: readonly { readonly kind?: PlanLessonKind; readonly words?: string }[]
}

const contentOf = (values: Values): PlanSummaryContentInput => ({
  worked: values.worked ?? '',
  wanting: values.wanting ?? '',
  ...(values.improvement?.trim() ? { improvement: values.improvement } : {}),
  recommendation: values.recommendation ?? 'RENEW',
  lessons: (values.lessons ?? []).map(({ kind = 'GOOD_PRACTICE', words = '' }) => ({ kind, words })),
})

const atFields = (errors: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(errors).map(([path, said]) => [path.replace(/^content\./, ''), said]))

interface SummaryFormProps {
  readonly plan: EvaluatedPlan
  readonly onReload: () => Promise<unknown>
  readonly onClose: () => void
}

/** What a person says of a plan that was carried out; kept in this browser until it is saved. */
export function SummaryForm({ plan, onReload, onClose }: SummaryFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const check = useCheckInput()
  const { summary } = plan
  const write = useAct(DraftPlanSummary)
  const change = useFreshAct(ChangePlanSummary, onReload)
  const draft = useDraft<Values>(`plan-summary.${plan.id}`)
  const verb = summary ? 'change' : 'draft'
  const send = async (values: Values): Promise<Refused | undefined> => {
    const content = contentOf(values)
    const { refused } = summary
      ? await change({ summaryId: summary.id, expectedVersion: summary.version, content })
      : await write({ planId: plan.id, content })
    if (refused) return refused.fields ? { ...refused, fields: atFields(refused.fields) } : refused
    draft.drop()
    await onReload()
    notify.done(say('saved'))
    onClose()
    return undefined
  }
  return (
    <Form<Values>
      label={sayWord(PLAN_SUMMARY_ACTION_LABELS[verb])}
      verb={say('save')}
      wide
      initial={{ recommendation: 'RENEW', lessons: [], ...summary, ...draft.found }}
      onChange={draft.keep}
      onCancel={onClose}
      check={(values) =>
        atFields(
          summary
            ? check(PLAN_SUMMARY_INPUTS.change, {
                expectedVersion: summary.version,
                content: contentOf(values),
              })
            : check(PLAN_SUMMARY_INPUTS.draft, { content: contentOf(values) }),
        )
      }
      onSubmit={send}
    >
      <div className="st-field-wide">
        <Field name="worked" label={say('worked')} required>
          <Input.TextArea rows={3} maxLength={2_000} />
        </Field>
        <Field name="wanting" label={say('wanting')} required>
          <Input.TextArea rows={3} maxLength={2_000} />
        </Field>
        <Field name="improvement" label={say('improvement')}>
          <Input.TextArea rows={3} maxLength={2_000} />
        </Field>
        <Field name="recommendation" label={say('recommendation')}>
          <Choice<PlanRecommendation>
            options={PLAN_RECOMMENDATIONS.map((value) => ({
              value,
              label: sayWord(PLAN_RECOMMENDATION_LABELS[value]),
            }))}
          />
        </Field>
        <h2>{say('lessons')}</h2>
        <p className="st-quiet st-small">{say('lessonsHint')}</p>
        <FieldList name="lessons" most={20} column addLabel={say('add')} fresh={{ kind: 'GOOD_PRACTICE' }}>
          {({ at, remove }) => (
            <>
              <Fields>
                <Field name={`${at}.kind`} label={say('kind')}>
                  <Select
                    options={PLAN_LESSON_KINDS.map((value) => ({
                      value,
                      label: sayWord(PLAN_LESSON_KIND_LABELS[value]),
                    }))}
                  />
                </Field>
                <Field name={`${at}.words`} label={say('lesson')} required>
                  <Input maxLength={300} />
                </Field>
              </Fields>
              <Button onClick={remove}>{say('remove')}</Button>
            </>
          )}
        </FieldList>
      </div>
    </Form>
  )
}
