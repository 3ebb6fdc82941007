import { PROJECT_INPUTS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useAct, useCheckInput, useMay, useMessages } from '@steward/portal'
import {
  Button,
  Day,
  DescriptionList,
  EditIcon,
  Field,
  Form,
  Input,
  InputNumber,
  Panel,
  Sheet,
} from '@steward/ui'
import { useState } from 'react'
import { useSettle } from '../use-settle.ts'

export const SiteUnitFactsFragment = graphql(/* GraphQL */ `
  fragment SiteUnitFacts on Unit {
    id
    label
    version
    developer
    warrantyEndsOn
    areaHundredths
  }
`)

const SiteChangeUnit = graphql(/* GraphQL */ `
  mutation SiteChangeUnit($input: ChangeUnitInput!) {
    changeUnit(input: $input) {
      ... on Unit {
        id
        ...SiteUnitFacts
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
      ... on StaleRecordError {
        changedAt
        changedBy
      }
    }
  }
`)

const texts = messages({
  title: { zh: '房屋资料', en: 'About the unit' },
  developer: { zh: '开发商', en: 'Developer' },
  warranty: { zh: '保修至', en: 'Warranty until' },
  area: { zh: '计费面积 m²', en: 'Chargeable area m²' },
  edit: { zh: '修改房屋资料', en: 'Change' },
  save: { zh: '保存', en: 'Save' },
  done: { zh: '已保存', en: 'Saved' },
})

interface Values {
  readonly developer?: string
  readonly warrantyEndsOn?: string
  /** Square metres, to the hundredth. */
  readonly area?: number | null
}

/** Who built it, and until when they answer for it. */
export function UnitFacts({ unit }: { readonly unit: FragmentType<typeof SiteUnitFactsFragment> }) {
  const say = useMessages(texts)
  const may = useMay()
  const check = useCheckInput()
  const settle = useSettle()
  const change = useAct(SiteChangeUnit)
  const [editing, setEditing] = useState(false)
  const close = () => setEditing(false)
  const { id, label, version, developer, warrantyEndsOn, areaHundredths } = readFragment(
    SiteUnitFactsFragment,
    unit,
  )
  const keeps = may('project:changeUnit')
  if (!keeps && !developer && !warrantyEndsOn && areaHundredths === null) return null
  const inputOf = (values: Values) => ({
    expectedVersion: version,
    ...(values.developer ? { developer: values.developer } : {}),
    ...(values.warrantyEndsOn ? { warrantyEndsOn: values.warrantyEndsOn } : {}),
    areaHundredths: typeof values.area === 'number' ? Math.round(values.area * 100) : null,
  })
  return (
    <Panel
      title={say('title')}
      actions={
        keeps && (
          <Button
            type="text"
            icon={<EditIcon aria-hidden />}
            aria-label={say('edit')}
            onClick={() => setEditing(true)}
          />
        )
      }
    >
      <DescriptionList
        items={[
          { label: say('developer'), value: developer },
          { label: say('warranty'), value: warrantyEndsOn && <Day on={warrantyEndsOn} /> },
          { label: say('area'), value: areaHundredths !== null && (areaHundredths / 100).toFixed(2) },
        ]}
      />
      <Sheet open={editing} title={`${say('edit')} · ${label}`} onClose={close}>
        <Form<Values>
          label={say('edit')}
          verb={say('save')}
          initial={{
            ...(developer ? { developer } : {}),
            ...(warrantyEndsOn ? { warrantyEndsOn } : {}),
            ...(areaHundredths === null ? {} : { area: areaHundredths / 100 }),
          }}
          onCancel={close}
          check={(values) => check(PROJECT_INPUTS.changeUnit, inputOf(values))}
          onSubmit={async (values) => {
            const outcome = await change({ unitId: id, ...inputOf(values) })
            const refused = await settle(outcome, { done: say('done'), typed: true })
            if (!refused) close()
            return refused
          }}
        >
          <Field name="developer" label={say('developer')}>
            <Input size="large" maxLength={100} />
          </Field>
          <Field name="warrantyEndsOn" label={say('warranty')}>
            <Input size="large" type="date" />
          </Field>
          <Field name="area" label={say('area')}>
            <InputNumber<number> min={0.01} precision={2} />
          </Field>
        </Form>
      </Sheet>
    </Panel>
  )
}
