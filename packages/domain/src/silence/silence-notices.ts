/** What is told of silence: that a client has gone silent, and that a colleague shall go and see them. */
import { text, type Text } from '../text.ts'

export const silenceTemplates = <Template>(
  about: (subject: Text, zh: string, en: string) => Template,
): Readonly<Record<'SILENCE_RAISED' | 'SILENCE_VISIT_PROPOSED', Template>> => ({
  SILENCE_RAISED: about(
    text('有一位客户陷入沉默，建议 {{dueAt}} 前走访', 'A client has gone silent: visit them by {{dueAt}}'),
    '依据和往来节奏在预警页。请认领、走访，并记下结果。',
    'The page of the alert shows the evidence and their rhythm. Acknowledge it, visit them, and note what came of it.',
  ),
  SILENCE_VISIT_PROPOSED: about(
    text(
      '{{actor}} 请您 {{dueAt}} 前走访一位沉默的客户',
      '{{actor}} asks you to visit a silent client by {{dueAt}}',
    ),
    '依据和往来节奏在预警页。请认领，走访后记下结果。',
    'The page of the alert shows the evidence and their rhythm. Acknowledge it, and note what came of the visit.',
  ),
})
