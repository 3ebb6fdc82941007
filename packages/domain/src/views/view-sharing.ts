import { text, type Text } from '../text.ts'

/** With whom a view is shared. It shows to each what they may see anyway. */
export const VIEW_SHARINGS = ['PRIVATE', 'DEPARTMENT', 'ROLE', 'ORGANIZATION'] as const
export type ViewSharing = (typeof VIEW_SHARINGS)[number]

export const VIEW_SHARING_LABELS: Readonly<Record<ViewSharing, Text>> = {
  PRIVATE: text('仅自己', 'Only me'),
  DEPARTMENT: text('本部门', 'My department'),
  ROLE: text('某个岗位', 'A role'),
  ORGANIZATION: text('全公司', 'The whole company'),
}
