/** What people are told of inspections that are due. */
import { text, type Text } from '../text.ts'

export const INSPECTION_NOTICE_KINDS = ['INSPECTION_DUE', 'INSPECTION_OVERDUE'] as const
type InspectionNoticeKind = (typeof INSPECTION_NOTICE_KINDS)[number]

export const INSPECTION_NOTICE_LABELS: Readonly<Record<InspectionNoticeKind, Text>> = {
  INSPECTION_DUE: text('设备检验到期提醒', 'An inspection of a machine is due'),
  INSPECTION_OVERDUE: text('设备检验逾期督办', 'An inspection of a machine is overdue'),
}

/** What is said. @param about makes a template of a subject and a sentence in both languages */
export const inspectionTemplates = <Template>(
  about: (subject: Text, zh: string, en: string) => Template,
): Readonly<Record<InspectionNoticeKind, Template>> => ({
  INSPECTION_DUE: about(
    text('设备 {{number}} 的检验应于 {{dueAt}} 前完成', 'An inspection of {{number}} is due on {{dueAt}}'),
    '请安排检验，并在完成后登记结果与合格证号。',
    'Arrange for it, and record the result and the number of the certificate when it is done.',
  ),
  INSPECTION_OVERDUE: about(
    text(
      '督办：设备 {{number}} 的检验已于 {{dueAt}} 到期，尚未登记结果',
      'Escalated: an inspection of {{number}} was due on {{dueAt}} and is not on record',
    ),
    '超期未检的设备可能须停用。请立即安排检验，或登记已完成的结果。',
    'A machine that is not inspected in time may have to stand still. Arrange for it now, or record the result.',
  ),
})
