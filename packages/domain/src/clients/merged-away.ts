import { notEligible, type NotEligible } from '../errors.ts'
import { text } from '../text.ts'

/** Why nothing is begun with a client any more. @param survivor code of whom they were merged into; null: not the reader's to see */
export const mergedAway = (survivor: string | null): NotEligible =>
  notEligible(
    'clientIsNotMerged',
    survivor === null
      ? text('该客户的档案已并入另一位客户。', 'The archive of this client was merged into another one.')
      : text(
          `该客户的档案已并入 ${survivor}，请在 ${survivor} 上办理。`,
          `The archive of this client was merged into ${survivor}: please go on there.`,
        ),
  )
