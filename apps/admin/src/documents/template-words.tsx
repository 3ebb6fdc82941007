import {
  SALES_PLACEHOLDER_LABELS,
  salesPlaceholdersOf,
  type DocumentKind,
  type SalesPaper,
} from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import { Stack } from '@steward/ui'

const texts = messages({
  title: { zh: '可用的占位符', en: 'Placeholders' },
  hint: {
    zh: '写在双花括号里，编制时自动填入；“报价明细表”和“自由填写”须单独占一行。',
    en: 'Written in double braces and filled in when a paper is made; “Price table” and “Free text” take a line of their own.',
  },
})

/** Of what a template of this kind is; undefined of other kinds. */
export const paperOf = (kind: DocumentKind | undefined): SalesPaper | undefined =>
  kind === 'PROPOSAL_TEMPLATE' ? 'PROPOSAL' : kind === 'AGREEMENT_TEMPLATE' ? 'AGREEMENT' : undefined

/** Which words a template may have in braces: the closed list, in the language of whoever writes. */
export function TemplateWords({ paper }: { readonly paper: SalesPaper }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  return (
    <Stack gap={1}>
      <strong>{say('title')}</strong>
      <p className="st-quiet st-small">{say('hint')}</p>
      <p>
        {salesPlaceholdersOf(paper).map((it) => (
          <span key={it}>
            <code>{`{{${sayWord(SALES_PLACEHOLDER_LABELS[it])}}}`}</code>{' '}
          </span>
        ))}
      </p>
    </Stack>
  )
}
