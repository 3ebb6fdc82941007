/** Why a verb of a cycle is refused beside what its life cycle says. */
import { notEligible, text } from '@steward/domain'

export const UNDER_WAY = notEligible(
  'noOtherCycleIsUnderWay',
  text(
    '同一范围的另一个评估周期还在进行，请先发布或取消。',
    'Another cycle of the same clients is under way: publish or cancel it first.',
  ),
)
export const NO_STANDARD = notEligible(
  'standardIsInForce',
  text('没有生效的客户分级标准，请先批准一份。', 'No grading standard is in force: have one approved first.'),
)
export const NOT_NEWEST = notEligible(
  'directoryIsNewest',
  text(
    '只能修订最新发布的目录；较早的请在下一周期处理。',
    'Only the newest directory is amended; an older one has been superseded.',
  ),
)
export const NO_APPEAL = notEligible(
  'appealsAreGranted',
  text('该目录没有待执行的已同意申诉。', 'No appeal against this directory was granted and awaits it.'),
)
export const UNDECIDED = notEligible(
  'overridesAreDecided',
  text('还有等级调整未决定，请先决定。', 'Some overrides have not been decided yet.'),
)
export const NOBODY = notEligible(
  'somebodyIsGraded',
  text('范围内没有可评级的客户。', 'There is nobody to grade in this scope.'),
)
export const NOT_AS_SIGNED = notEligible(
  'directoryIsAsSigned',
  text(
    '名单与签核的内容不一致，不能发布，请取消后重新评级。',
    'The list is not the one that was signed: it cannot be published.',
  ),
)
