interface Named {
  readonly name: string
}

export interface Place {
  readonly project: Named | null
  readonly building: Named | null
  readonly unit?: { readonly label: string } | null | undefined
}

/** What one looks for on site, the door first: `1栋 1-1102`; the project where nothing finer is known. */
export const doorOf = ({ project, building, unit }: Place): string =>
  [building?.name, unit?.label].filter(Boolean).join(' ') || (project?.name ?? '')

/** The whole way there: `翠湖花园 1栋 1-1102`. */
export const placeOf = ({ project, building, unit }: Place): string =>
  [project?.name, building?.name, unit?.label].filter(Boolean).join(' ')

/** Names with figures as people count: 2栋 before 10栋. */
export const byNumber = new Intl.Collator('zh-CN', { numeric: true })
