import { SIGNING_KIND_LABELS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import { MenuButton, PrintIcon, useUi } from '@steward/ui'

export const PrintedFormsParts = graphql(/* GraphQL */ `
  fragment PrintedForms on Complaint {
    signings {
      id
      kind
      revision
    }
  }
`)

const texts = messages({
  print: { zh: '打印签署表单', en: 'Print what was signed' },
  nth: { zh: '{{kind}}（第 {{count}} 次）', en: '{{kind}} ({{count}})' },
})

/** The printed forms of what was signed on the case: proposals, rulings, closures. */
export function PrintedForms({ complaint }: { readonly complaint: FragmentType<typeof PrintedFormsParts> }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { locale } = useUi()
  const { signings } = readFragment(PrintedFormsParts, complaint)
  if (signings.length === 0) return null
  const oldestFirst = signings.toReversed()
  const choices = oldestFirst.map(({ id, kind }, at) => {
    const alike = oldestFirst.filter((it) => it.kind === kind)
    const name = sayWord(SIGNING_KIND_LABELS[kind])
    const count = oldestFirst.slice(0, at + 1).filter((it) => it.kind === kind).length
    return {
      key: id,
      label: alike.length > 1 ? say('nth', { kind: name, count }) : name,
      onChoose: () => location.assign(`/files/signings/${id}.pdf?lang=${locale}`),
    }
  })
  return <MenuButton label={say('print')} icon={<PrintIcon aria-hidden />} outlined groups={[{ choices }]} />
}
