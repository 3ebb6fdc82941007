import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMay, useMessages } from '@steward/portal'
import { Button, DescriptionList, EditIcon, Inline, Panel, Sheet, StatusTag, WitnessIcon } from '@steward/ui'
import { useState } from 'react'
import { isAsked, useFields, useInLanguage } from './field-documents.ts'
import { FieldValue } from './field-value.tsx'
import { FieldsForm, type KeptValue } from './fields-form.tsx'
import { RevealFieldsForm } from './reveal-fields-form.tsx'

export const ClientFieldsFragment = graphql(/* GraphQL */ `
  fragment ClientFields on Client {
    id
    kind
    archivedAt
    fieldValues {
      id
      value
      version
      field {
        id
        key
      }
    }
    personalFieldValues {
      id
      personalValue
      version
      field {
        id
        key
      }
    }
    sealedFieldValues {
      id
      version
      field {
        id
        key
      }
    }
  }
`)

const texts = messages({
  title: { zh: '更多资料', en: 'More about them' },
  fill: { zh: '填写', en: 'Fill in' },
  reveal: { zh: '查看敏感内容', en: 'Show what is sensitive' },
  none: { zh: '还没有填写', en: 'Nothing is filled in yet' },
  sealed: { zh: '已登记（加密）', en: 'On file, sealed' },
})

interface ClientFieldsProps {
  readonly client: FragmentType<typeof ClientFieldsFragment>
  readonly onReload: () => Promise<unknown>
}

/** The organization's own lines about a client; nothing where it has none for such a client. */
export function ClientFields({ client, onReload }: ClientFieldsProps) {
  const say = useMessages(texts)
  const may = useMay()
  const inLanguage = useInLanguage()
  const [open, setOpen] = useState<'form' | 'reveal'>()
  const close = () => setOpen(undefined)
  const { id, kind, archivedAt, ...lists } = readFragment(ClientFieldsFragment, client)
  const all = useFields()
  const kept = keptOf(lists)
  // What was said under a line that is retired stays in sight.
  const shown = all.filter(({ key }) => kept.has(key))
  const asked = all.filter(
    (field) => isAsked(field, kind) && (field.class !== 'PERSONAL' || lists.personalFieldValues !== null),
  )
  if (asked.length === 0 && shown.length === 0) return null
  const sealed = shown.filter(({ key }) => kept.get(key)?.value === undefined)
  return (
    <Panel
      title={say('title')}
      actions={
        <Inline gap={2}>
          {sealed.length > 0 && may('client:revealField') && (
            <Button type="text" icon={<WitnessIcon aria-hidden />} onClick={() => setOpen('reveal')}>
              {say('reveal')}
            </Button>
          )}
          {archivedAt === null && asked.length > 0 && may('client:setField') && (
            <Button type="text" icon={<EditIcon aria-hidden />} onClick={() => setOpen('form')}>
              {say('fill')}
            </Button>
          )}
        </Inline>
      }
    >
      {shown.length === 0 ? (
        <span className="st-quiet">{say('none')}</span>
      ) : (
        <DescriptionList
          items={shown.map((field) => {
            const value = kept.get(field.key)?.value
            return {
              label: inLanguage(field.labelZh, field.labelEn),
              value:
                value === undefined ? (
                  <StatusTag>{say('sealed')}</StatusTag>
                ) : (
                  <FieldValue field={field} value={value} />
                ),
            }
          })}
        />
      )}
      <Sheet open={open !== undefined} title={say(open === 'reveal' ? 'reveal' : 'title')} onClose={close}>
        {open === 'form' && (
          <FieldsForm clientId={id} fields={asked} kept={kept} onReload={onReload} onClose={close} />
        )}
        {open === 'reveal' && <RevealFieldsForm clientId={id} fields={sealed} onClose={close} />}
      </Sheet>
    </Panel>
  )
}

interface Line {
  readonly field: { readonly key: string } | null
  readonly version: number
}
interface Lists {
  readonly fieldValues: readonly (Line & { readonly value: string | null })[]
  readonly personalFieldValues: readonly (Line & { readonly personalValue: string | null })[] | null
  readonly sealedFieldValues: readonly Line[] | null
}

const keptOf = ({
  fieldValues,
  personalFieldValues,
  sealedFieldValues,
}: Lists): ReadonlyMap<string, KeptValue> =>
  new Map(
    [
      ...fieldValues.map((it) => ({ ...it, said: it.value ?? undefined })),
      ...(personalFieldValues ?? []).map((it) => ({ ...it, said: it.personalValue ?? undefined })),
      ...(sealedFieldValues ?? []).map((it) => ({ ...it, said: undefined })),
    ].flatMap(({ field, said, version }) => (field ? [[field.key, { value: said, version }] as const] : [])),
  )
