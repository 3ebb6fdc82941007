import { text, type Text } from '../../text.ts'

/** Why a row seems to be about somebody who is on file. */
export const DUPLICATE_GROUNDS = ['SAME_CODE', 'SAME_PHONE_AND_NAME', 'SAME_UNIT_AND_NAME'] as const
export type DuplicateGround = (typeof DUPLICATE_GROUNDS)[number]

export const DUPLICATE_GROUND_LABELS: Readonly<Record<DuplicateGround, Text>> = {
  SAME_CODE: text('编号相同', 'Same code'),
  SAME_PHONE_AND_NAME: text('电话和姓名相同', 'Same phone and name'),
  SAME_UNIT_AND_NAME: text('房号和姓名相同', 'Same unit and name'),
}

/** What is done about it. */
export const DUPLICATE_CHOICES = ['LEAVE_OUT', 'FILL_EMPTY', 'MAKE_NEW'] as const
export type DuplicateChoice = (typeof DUPLICATE_CHOICES)[number]

export const DUPLICATE_CHOICE_LABELS: Readonly<Record<DuplicateChoice, Text>> = {
  LEAVE_OUT: text('不导入', 'Leave out'),
  FILL_EMPTY: text('补充空白项', 'Fill what is empty'),
  MAKE_NEW: text('另建新档案', 'Make a new one'),
}
