import { useQuery } from '@apollo/client/react'
import { messages, useMay, useMessages, usePortalPath } from '@steward/portal'
import { Alert, ChoiceCard, Field, Form, Stack, useUi } from '@steward/ui'
import { ClientSelect } from '../client-select.tsx'
import { LikelyDuplicates } from './merge-documents.ts'

const texts = messages({
  form: { zh: '与哪份档案合并', en: 'Merge with which archive' },
  likely: { zh: '可能是同一位客户', en: 'Likely the same client' },
  phone: { zh: '电话相同', en: 'same number' },
  unit: { zh: '同名同户', en: 'same name and unit' },
  other: { zh: '另一份档案', en: 'The other archive' },
  compare: { zh: '并排核对', en: 'Compare them' },
  same: { zh: '请选择另一位客户。', en: 'Choose another client.' },
  none: {
    zh: '没有发现相同电话，或同名同户的客户。',
    en: 'Nobody has the same number, or the same name and unit.',
  },
})

interface ChooseOtherProps {
  readonly clientId: string
  readonly onCancel: () => void
}

/** Who else is the same client: those that seem to be are named first. */
export function ChooseOther({ clientId, onCancel }: ChooseOtherProps) {
  const say = useMessages(texts)
  const may = useMay()
  const path = usePortalPath()
  const { routing } = useUi()
  const { data } = useQuery(LikelyDuplicates, {
    variables: { client: clientId },
    skip: !may('clientMerge:propose'),
    fetchPolicy: 'network-only',
  })
  const compare = (other: string) => routing.go(`${path('merges/new')}?survivor=${clientId}&merged=${other}`)
  return (
    <Stack gap={4}>
      {data && data.likelyDuplicates.length > 0 && (
        <section aria-label={say('likely')}>
          <Stack gap={2}>
            <span className="st-strong">{say('likely')}</span>
            {data.likelyDuplicates.map(({ clientId: other, name, code, ground }) => (
              <ChoiceCard
                key={other}
                title={name}
                note={`${code} · ${say(ground === 'SAME_PHONE' ? 'phone' : 'unit')}`}
                onChoose={() => compare(other)}
              />
            ))}
          </Stack>
        </section>
      )}
      {data?.likelyDuplicates.length === 0 && <Alert type="info" showIcon title={say('none')} />}
      <Form<{ other?: string }>
        label={say('form')}
        verb={say('compare')}
        onCancel={onCancel}
        check={({ other }): Readonly<Record<string, string>> =>
          !other || other === clientId ? { other: say('same') } : {}
        }
        onSubmit={({ other }) => {
          compare(other ?? '')
          return Promise.resolve(undefined)
        }}
      >
        <Field name="other" label={say('other')} required>
          <ClientSelect />
        </Field>
      </Form>
    </Stack>
  )
}
