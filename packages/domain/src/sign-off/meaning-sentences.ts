import { text, type Text } from '../text.ts'
import type { Meaning } from './meanings.ts'

/** What the signer says by signing, word for word as it is shown before. */
export const MEANING_SENTENCES: Readonly<Record<Meaning, Text>> = {
  PREPARED: text(
    '本人编制了下列内容，对其真实、完整负责。',
    'I prepared what is shown below and answer for its being true and complete.',
  ),
  REVIEWED: text(
    '本人审核了下列内容，认为可以提交批准。',
    'I reviewed what is shown below and find it fit for approval.',
  ),
  APPROVED: text(
    '本人批准下列内容，并对这一决定负责。',
    'I approve what is shown below and answer for this decision.',
  ),
  RECORDED: text('本人如实登记了下列内容。', 'I recorded what is shown below as it was.'),
  CONFIRMED: text(
    '本人确认：下列内容已得到对方同意。',
    'I confirm that the other side has agreed to what is shown below.',
  ),
  RECEIVED: text(
    '本人签收下列事项，由此起由本人负责。',
    'I have received what is shown below and am responsible for it from now on.',
  ),
  WITNESSED: text('本人在场见证了下列内容。', 'I was present and witnessed what is shown below.'),
  VERIFIED: text('本人核实了下列结果，属实。', 'I verified the results shown below and found them to be so.'),
  CLOSED: text('本人同意就此结案。', 'I agree that the matter is closed with this.'),
  REJECTED: text('本人驳回下列内容，并说明理由。', 'I reject what is shown below, for the reason given.'),
}

/** What follows from the signature. */
export const MEANING_CONSEQUENCES: Readonly<Record<Meaning, Text>> = {
  PREPARED: text(
    '签署后提交审批，您本人不能再审核或批准它。',
    'It goes on to be approved; you yourself can neither review nor approve it.',
  ),
  REVIEWED: text('签署后交由批准人决定。', 'Whoever approves decides next.'),
  APPROVED: text('签署后立即生效，其他人将据此办理。', 'It takes effect at once, and others will act on it.'),
  RECORDED: text('签署后载入记录，不能删除。', 'It enters the record and cannot be removed from it.'),
  CONFIRMED: text('签署后按此执行。', 'It will be carried out as it stands.'),
  RECEIVED: text('签署后时限由您承担。', 'Its deadlines are yours from now on.'),
  WITNESSED: text('签署后作为证据保存。', 'It is kept as evidence.'),
  VERIFIED: text('签署后作为结案依据。', 'The matter can be closed on the strength of it.'),
  CLOSED: text('签署后记录封存，重开需另行说明。', 'The record is sealed; to reopen it takes a reason.'),
  REJECTED: text('签署后退回编制人。', 'It goes back to whoever prepared it.'),
}

/** The same for every signature; stands below its consequence. */
export const SIGNING_IS_FOR_GOOD = text(
  '签署以您的姓名记入不可更改的台账，不能撤回。',
  'The signature enters the ledger under your name; it cannot be altered or taken back.',
)
