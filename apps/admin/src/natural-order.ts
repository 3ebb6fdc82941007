const COLLATOR = new Intl.Collator('zh-CN', { numeric: true })

/** As people count: 2栋 before 10栋. */
export const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  COLLATOR.compare(a.name, b.name)
