import { OPTION_KINDS_WITHOUT_ORDER, type Kind, type OptionKind } from '../complaints/vocabulary.ts'
import { ENDING_DOCUMENT_KINDS } from '../documents/vocabulary.ts'
import { text } from '../text.ts'
import type { Actor } from './actor.ts'
import { condition } from './condition.ts'
import type { Facts } from './facts.ts'

/** The actor's limit of authority for a cause, in minor units. */
export const limitFor = (actor: Actor, cause: Facts['cause'] | null): number =>
  (cause === null ? undefined : actor.approvalLimitMinorByCause[cause]) ?? actor.approvalLimitMinor

/** Something went wrong: it is owed a cause and a prevention. A question or a praise is not. */
const asksForCause = (kind: Kind): boolean => kind === 'COMPLAINT' || kind === 'ANOMALY'

/** What must be true before a verb: the `requires` of transition tables. */
export const STEP_CONDITIONS = {
  /** First-asked responsibility: the assignee answers for the case, before there is one who registered it. */
  actorIsResponsible: condition(
    ['assigneeId', 'registeredById'],
    text('只有该案件的负责人可以移交。', 'Only whoever answers for the case may hand it over.'),
    (actor, it) => (it.assigneeId ?? it.registeredById) === actor.staffId,
  ),
  isNotHandedOver: condition(
    ['handoverId'],
    text('该案件已在移交中，等待接收。', 'The case is being handed over already and waits to be accepted.'),
    (_, it) => it.handoverId === null,
  ),
  /** Of a hand-over: whoever gives does not receive. */
  actorIsNotGiver: condition(
    ['registeredById'],
    text('移交人不能自己接收。', 'Whoever hands over cannot accept it.'),
    (actor, it) => it.registeredById !== null && it.registeredById !== actor.staffId,
  ),
  trackIsQuick: condition(
    ['track'],
    text('仅即时处理的单可以这样做。', 'Only for cases on the quick track.'),
    (_, it) => it.track === 'QUICK',
  ),
  trackIsFormal: condition(
    ['track'],
    text('仅正式处理的单可以这样做。', 'Only for cases on the formal track.'),
    (_, it) => it.track === 'FORMAL',
  ),
  findingsAreRecorded: condition(
    ['findings'],
    text('请先登记调查结果。', 'Record the findings first.'),
    (_, it) => it.findings !== null,
  ),
  actorIsNotInvestigator: condition(
    ['investigatedById'],
    text('调查人不能裁定自己的调查结果。', 'Whoever investigated may not rule on their own findings.'),
    (actor, it) => it.investigatedById !== null && it.investigatedById !== actor.staffId,
  ),
  actorIsNotProposer: condition(
    ['proposerId'],
    text('不能审批自己提出的方案。', 'Nobody decides on their own proposal.'),
    (actor, it) => it.proposerId !== null && it.proposerId !== actor.staffId,
  ),
  reviewIsOwed: condition(
    ['reviewsOwed'],
    text('该方案无需审核，或审核已完成。', 'No review is owed for this option.'),
    (_, it) => it.reviewsOwed !== null && it.reviewsOwed > 0,
  ),
  reviewsAreDone: condition(
    ['reviewsOwed'],
    text('该方案须先经审核。', 'This option must be reviewed first.'),
    (_, it) => it.reviewsOwed === 0,
  ),
  /** The natural person is asked for again by the signing, over all its reviews. */
  actorIsNotReviewer: condition(
    ['reviewerId'],
    text('审核人不能再作审核或批准。', 'Whoever reviewed neither reviews again nor approves.'),
    (actor, it) => it.reviewerId !== actor.staffId,
  ),
  approvalIsOwed: condition(
    ['approvalOwedUntil'],
    text('没有待补签的口头批准。', 'No oral approval waits to be signed.'),
    (_, it) => it.approvalOwedUntil !== null,
  ),
  approvalIsSigned: condition(
    ['approvalOwedUntil'],
    text('口头批准尚未补签。', 'The oral approval has not been signed yet.'),
    (_, it) => it.approvalOwedUntil === null,
  ),
  agreementIsSigned: condition(
    ['agreementOwed'],
    text('处理协议尚未由客户签署。', 'The client has not signed the settlement agreement yet.'),
    (_, it) => it.agreementOwed !== true,
  ),
  agreementAwaitsClient: condition(
    ['agreementOwed', 'agreementRevisionId'],
    text(
      '没有已批准、待客户签署的处理协议。',
      'No approved settlement agreement waits for the client’s signature.',
    ),
    (_, it) => it.agreementOwed === true && it.agreementRevisionId !== null,
  ),
  actorIsApprover: condition(
    ['approverId'],
    text('口头批准由批准人本人补签。', 'An oral approval is signed by who gave it.'),
    (actor, it) => it.approverId === actor.staffId,
  ),
  amountWithinAuthority: condition(
    ['authorityAmountMinor', 'cause'],
    text('金额超出您的核决权限。', 'The amount is above your limit of authority.'),
    (actor, it) => it.authorityAmountMinor !== null && it.authorityAmountMinor <= limitFor(actor, it.cause),
  ),
  optionIsNotOffered: condition(
    ['offeredAt'],
    text('该方案已向客户提出。', 'This option has already been offered.'),
    (_, it) => it.offeredAt === null,
  ),
  optionIsOffered: condition(
    ['offeredAt'],
    text('请先向客户提出方案。', 'Offer the option to the client first.'),
    (_, it) => it.offeredAt !== null,
  ),
  optionNeedsNoOrder: condition(
    ['currentOptionKind'],
    text('该方案须先派单执行。', 'This remedy needs an action order first.'),
    (_, it) =>
      it.currentOptionKind !== null &&
      (OPTION_KINDS_WITHOUT_ORDER as readonly OptionKind[]).includes(it.currentOptionKind),
  ),
  noOpenTasks: condition(
    ['openTaskCount'],
    text('还有未完成的执行单。', 'There are action orders still open.'),
    (_, it) => it.openTaskCount === 0,
  ),
  /** Who resolved the case or carried out an order of it does not ask the client whether it was done well. */
  actorIsNotHandler: condition(
    ['handlerId', 'taskAssigneeIds'],
    text('回访须由经办人以外的人进行。', 'The return visit is made by someone other than the handler.'),
    (actor, it) =>
      it.handlerId !== null &&
      it.handlerId !== actor.staffId &&
      !(it.taskAssigneeIds ?? []).includes(actor.staffId),
  ),
  referralIsUnanswered: condition(
    ['referralAnsweredAt'],
    text('转办单位已经答复。', 'The third party has already answered.'),
    (_, it) => it.referralAnsweredAt === null,
  ),
  referralIsAnswered: condition(
    ['referralAnsweredAt'],
    text('转办单位尚未答复。', 'The third party has not answered yet.'),
    (_, it) => it.referralAnsweredAt !== null,
  ),
  /** On the quick track the return visit is the client's word. */
  clientHasSpoken: condition(
    ['track', 'confirmationMode'],
    text('尚无客户确认或联系不上的记录。', "The client's word, or logged attempts to get it, is missing."),
    (_, it) => it.track === 'QUICK' || it.confirmationMode !== null,
  ),
  causeIsRecorded: condition(
    ['kind', 'cause'],
    text('尚未登记原因分类。', 'The cause has not been recorded.'),
    (_, it) => it.cause !== null || (it.kind !== null && !asksForCause(it.kind)),
  ),
  preventionIsRecorded: condition(
    ['kind', 'track', 'preventionNote'],
    text('尚未登记预防再发的措施。', 'What prevents a recurrence has not been recorded.'),
    (_, it) =>
      it.preventionNote !== null || it.track === 'QUICK' || (it.kind !== null && !asksForCause(it.kind)),
  ),
  /** A word that was promised, and broken, is owed until it is given. */
  nothingIsPromised: condition(
    ['nextDueAt'],
    text('还有未兑现的承诺。', 'Something promised to the client is still owed.'),
    (_, it) => it.nextDueAt === null,
  ),
  promiseIsOwed: condition(
    ['settledAt'],
    text('该承诺已了结。', 'Nothing is owed by this promise any more.'),
    (_, it) => it.settledAt === null,
  ),
  clockIsRunning: condition(
    ['pausedAt'],
    text('计时已经暂停。', 'The clock is paused already.'),
    (_, it) => it.pausedAt === null,
  ),
  clockIsPaused: condition(
    ['pausedAt'],
    text('计时没有暂停。', 'The clock is not paused.'),
    (_, it) => it.pausedAt !== null,
  ),
  /** An authority's deadline does not rest while we wait. */
  deadlineIsOurs: condition(
    ['dueBasis'],
    text('上级规定的期限不能暂停。', 'A deadline set from outside cannot be paused.'),
    (_, it) => it.dueBasis !== null && it.dueBasis !== 'OUTSIDE_DEADLINE',
  ),
  noRevisionIsOpen: condition(
    ['openRevisionId'],
    text('该文件已有一个在修订中的版次。', 'Another revision of the document is on its way.'),
    (_, it) => it.openRevisionId === null,
  ),
  summaryIsApproved: condition(
    ['approvedSummaryId'],
    text('方案总结尚未批准，不能归档。', 'Its summary is not approved yet.'),
    (_, it) => (it.approvedSummaryId ?? null) !== null,
  ),
  /** The system goes by it: it is amended, and never without a successor. */
  kindMayEnd: condition(
    ['documentKind'],
    text(
      '系统运行须有此文件，只能修订，不能作废。',
      'The system goes by this document: it can only be amended.',
    ),
    (_, it) => it.documentKind !== null && ENDING_DOCUMENT_KINDS.includes(it.documentKind),
  ),
  actorIsNotPreparer: condition(
    ['preparedById'],
    text(
      '编制人不能审核、批准、驳回或作废自己编制的版次。',
      'Whoever prepared the revision neither reviews, approves, rejects nor ends it.',
    ),
    (actor, it) => it.preparedById !== actor.staffId,
  ),
  actorIsNotWriter: condition(
    ['writerIds'],
    text(
      '填写过价格的人不能审核或核定自己填写的价格。',
      'Whoever wrote prices of the form neither reviews nor approves it.',
    ),
    (actor, it) => !(it.writerIds ?? []).includes(actor.staffId),
  ),
  asksForCopy: condition(
    ['subjectRequestKind'],
    text('只有查阅、复制或转移才需要副本。', 'Only access and transfer take a copy.'),
    (_, it) => it.subjectRequestKind === 'COPY' || it.subjectRequestKind === 'TRANSFER',
  ),
  asksForErasure: condition(
    ['subjectRequestKind'],
    text('只有删除请求才能办理删除。', 'Only a request for erasure is carried out so.'),
    (_, it) => it.subjectRequestKind === 'ERASURE',
  ),
  noErasureIsSigned: condition(
    ['erasureSigned'],
    text('两人已签字，正在删除，不能再改。', 'Two have signed: the erasure is being carried out.'),
    (_, it) => it.erasureSigned !== true,
  ),
  asksForNoErasure: condition(
    ['subjectRequestKind'],
    text(
      '删除请求须由两人签署销毁记录后办结。',
      'An erasure is answered by being carried out, signed by two.',
    ),
    (_, it) => it.subjectRequestKind !== 'ERASURE',
  ),
  /** Of the request of a data subject. */
  actorIsNotIdentifier: condition(
    ['identifiedById'],
    text(
      '核实身份的人不能自己答复或拒绝，请由他人办理。',
      'Whoever proved who asks does not decide on the request themselves.',
    ),
    (actor, it) => it.identifiedById !== actor.staffId,
  ),
  returnVisitIsProven: condition(
    ['followedUpById', 'handlerId', 'followUpSatisfied'],
    text(
      '尚无经办人以外人员的回访，或客户不满意。',
      'A return visit by someone else than the handler is missing, or the client was dissatisfied.',
    ),
    (_, it) =>
      it.followedUpById !== null &&
      it.handlerId !== null &&
      it.followedUpById !== it.handlerId &&
      it.followUpSatisfied !== false,
  ),
  importAwaitsApplying: condition(
    ['importAwaits'],
    text('只有尚未写入的试运行可以写入。', 'Only a dry run that was not applied yet can be applied.'),
    (_, it) => it.importAwaits === true,
  ),
  importStands: condition(
    ['importStands'],
    text(
      '只有已写入、尚未撤销的客户或房号导入可以撤销。',
      'Only an import of clients or units that was not undone yet can be undone.',
    ),
    (_, it) => it.importStands === true,
  ),
}
