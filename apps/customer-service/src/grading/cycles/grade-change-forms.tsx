import { EVALUATION_ACTION_LABELS, EVALUATION_INPUTS } from '@steward/domain'
import type { GradeChangeRowFragment } from '@steward/graphql-client'
import { messages, useCheckInput, useFreshAct, useMessages, useSay } from '@steward/portal'
import { Alert, Choice, Field, Form, Input, Select, Stack, useNotify } from '@steward/ui'
import { type EvaluationInFull } from './evaluation-documents.ts'
import {
  AppealEvaluation,
  DecideAppealOfEvaluation,
  DecideOverrideOfEvaluation,
  OverrideEvaluation,
} from './grading-mutations.ts'

const texts = messages({
  toGrade: { zh: '应为等级', en: 'Should be' },
  reason: { zh: '理由', en: 'Reason' },
  evidence: { zh: '依据', en: 'Evidence' },
  evidenceHint: {
    zh: '可以核对的记录：合同号、会议纪要、单号',
    en: 'What can be checked: a contract, minutes, a case number',
  },
  override: {
    zh: '等级由他人决定；同意后，目录采用调整后的等级，按标准得出的等级一并保留。',
    en: 'Somebody else decides. Granted, the directory has this grade; the standard’s stays on record beside it.',
  },
  appeal: {
    zh: '申诉由客户服务经理决定；同意后编入修订目录，重新签核发布后生效。',
    en: 'A manager decides. Granted, it takes effect with an amendment of the directory, which is signed again.',
  },
  granted: { zh: '决定', en: 'Decision' },
  yes: { zh: '同意', en: 'Grant' },
  no: { zh: '不同意', en: 'Refuse' },
  note: { zh: '说明', en: 'Why' },
  asked: { zh: '已提交，等待决定', en: 'Submitted; a decision is awaited' },
  decided: { zh: '已决定', en: 'Decided' },
})

interface Asked {
  readonly toGrade?: string
  readonly reason?: string
  readonly evidence?: string
}

/** Another grade for a client, with what can be checked. */
export function AskForm(props: {
  readonly verb: 'override' | 'appeal'
  readonly evaluation: EvaluationInFull
  readonly onReload: () => Promise<unknown>
  readonly onCancel: () => void
  readonly onDone: () => Promise<void>
}) {
  const { verb, evaluation, onReload } = props
  const say = useMessages(texts)
  const label = useSay()(EVALUATION_ACTION_LABELS[verb])
  const notify = useNotify()
  const check = useCheckInput()
  const acts = {
    override: useFreshAct(OverrideEvaluation, onReload),
    appeal: useFreshAct(AppealEvaluation, onReload),
  }
  const grades = (evaluation.cycle?.grades ?? []).filter(({ grade }) => grade !== evaluation.finalGrade)
  return (
    <Form<Asked>
      label={label}
      verb={label}
      onCancel={props.onCancel}
      // The id is a published one, which the domain's rule does not know.
      check={(values) =>
        check(EVALUATION_INPUTS[verb].pick({ toGrade: true, reason: true, evidence: true }), values)
      }
      onSubmit={async ({ toGrade = '', reason = '', evidence = '' }) => {
        const { refused } = await acts[verb]({ evaluationId: evaluation.id, toGrade, reason, evidence })
        if (refused) return refused
        notify.done(say('asked'))
        await props.onDone()
        return undefined
      }}
    >
      <Stack gap={3}>
        <Alert type="info" showIcon title={say(verb)} />
        <Field name="toGrade" label={say('toGrade')} required>
          <Select options={grades.map(({ grade }) => ({ value: grade, label: grade }))} />
        </Field>
        <Field name="reason" label={say('reason')} required>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={500} />
        </Field>
        <Field name="evidence" label={say('evidence')} hint={say('evidenceHint')} required>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={500} />
        </Field>
      </Stack>
    </Form>
  )
}

interface Decided {
  readonly granted?: 'yes' | 'no'
  readonly note?: string
}

/** Grants or refuses, with a reason; whoever asked is somebody else. */
export function DecideForm(props: {
  readonly change: GradeChangeRowFragment
  readonly onReload: () => Promise<unknown>
  readonly onCancel: () => void
  readonly onDone: () => Promise<void>
}) {
  const { change, onReload } = props
  const verb = change.kind === 'OVERRIDE' ? 'decideOverride' : 'decideAppeal'
  const say = useMessages(texts)
  const label = useSay()(EVALUATION_ACTION_LABELS[verb])
  const notify = useNotify()
  const check = useCheckInput()
  const acts = {
    decideOverride: useFreshAct(DecideOverrideOfEvaluation, onReload),
    decideAppeal: useFreshAct(DecideAppealOfEvaluation, onReload),
  }
  return (
    <Form<Decided>
      label={label}
      verb={label}
      initial={{ granted: 'yes' }}
      onCancel={props.onCancel}
      check={({ note, granted }) =>
        check(EVALUATION_INPUTS[verb], { note, granted: granted === 'yes', expectedVersion: change.version })
      }
      onSubmit={async ({ granted, note = '' }) => {
        const { refused } = await acts[verb]({
          gradeChangeId: change.id,
          expectedVersion: change.version,
          granted: granted === 'yes',
          note,
        })
        if (refused) return refused
        notify.done(say('decided'))
        await props.onDone()
        return undefined
      }}
    >
      <Stack gap={3}>
        <Field name="granted" label={say('granted')} required>
          <Choice options={(['yes', 'no'] as const).map((value) => ({ value, label: say(value) }))} />
        </Field>
        <Field name="note" label={say('note')} required>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={500} />
        </Field>
      </Stack>
    </Form>
  )
}
