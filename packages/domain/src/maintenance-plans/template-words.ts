/** Words for the permissions of templates and proposals, and for what stands of them in the audit trail. */
import { text, type Text } from '../text.ts'
import {
  PLAN_PROPOSAL_ACTION_LABELS,
  PLAN_PROPOSAL_EVENT_LABELS,
  PLAN_TEMPLATE_ACTION_LABELS,
  PLAN_TEMPLATE_EVENT_LABELS,
  type PlanProposalAction,
  type PlanTemplateAction,
} from './template-vocabulary.ts'

const verbs = <A extends string, P extends string>(
  prefix: P,
  labels: Readonly<Record<A, Text>>,
  noun?: Text,
): Record<`${P}:${A}`, Text> =>
  Object.fromEntries(
    Object.entries<Text>(labels).map(([action, { zh, en }]) => [
      `${prefix}:${action}`,
      noun ? text(`${noun.zh}：${zh}`, `${noun.en}: ${en}`) : text(zh, en),
    ]),
  ) as Record<`${P}:${A}`, Text>

const TEMPLATES = text('方案模板', 'Plan templates')
const PROPOSALS = text('方案建议', 'Plan proposals')

export const PLAN_TEMPLATE_PERMISSION_LABELS = {
  ...verbs<PlanTemplateAction, 'planTemplate'>('planTemplate', PLAN_TEMPLATE_ACTION_LABELS, TEMPLATES),
  'planTemplate:read': text('方案模板：查看', 'Plan templates: read'),
  ...verbs<PlanProposalAction, 'planProposal'>('planProposal', PLAN_PROPOSAL_ACTION_LABELS, PROPOSALS),
  'planProposal:read': text('方案建议：查看', 'Plan proposals: read'),
} as const

export const PLAN_TEMPLATE_AUDIT_LABELS = {
  ...verbs<PlanTemplateAction, 'planTemplate'>('planTemplate', PLAN_TEMPLATE_EVENT_LABELS),
  ...verbs<PlanProposalAction, 'planProposal'>('planProposal', PLAN_PROPOSAL_EVENT_LABELS),
} as const

export const PLAN_TEMPLATE_SUBJECTS = ['plan_template', 'plan_proposal'] as const

export const PLAN_TEMPLATE_SUBJECT_LABELS: Readonly<Record<(typeof PLAN_TEMPLATE_SUBJECTS)[number], Text>> = {
  plan_template: text('方案模板', 'Plan template'),
  plan_proposal: text('方案建议', 'Plan proposal'),
}
