import { CLIENT_ACTION_LABELS, CLIENT_INPUTS } from '@steward/domain'
import { graphql, type SiteStayFragment as Stay } from '@steward/graphql-client'
import { messages, useAct, useCheckInput, useMessages, useSay, useToday } from '@steward/portal'
import { Checkbox, Field, Form, Input, useFieldValue } from '@steward/ui'
import { useSettle } from '../use-settle.ts'

const SiteEndOccupancy = graphql(/* GraphQL */ `
  mutation SiteEndOccupancy($input: EndOccupancyInput!) {
    endOccupancy(input: $input) {
      ... on Client {
        id
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
  toOn: { zh: '最后一天', en: 'Last day' },
  inError: { zh: '这条是登错的，撤销', en: 'It was recorded in error: take it back' },
  done: { zh: '已登记迁出', en: 'The move-out is recorded' },
})

interface Values {
  readonly toOn?: string
  readonly recordedInError?: boolean
}

interface MoveOutFormProps {
  readonly stay: Stay
  readonly onDone: () => void
}

/** Today is the usual answer: one touch is enough. */
export function MoveOutForm({ stay, onDone }: MoveOutFormProps) {
  const say = useMessages(texts)
  const verb = useSay()(CLIENT_ACTION_LABELS.endOccupancy)
  const check = useCheckInput()
  const settle = useSettle()
  const end = useAct(SiteEndOccupancy)
  const today = useToday()
  const inputOf = ({ toOn, recordedInError = false }: Values) => ({
    occupancyId: stay.id,
    expectedVersion: stay.version,
    recordedInError,
    ...(recordedInError || !toOn ? {} : { toOn }),
  })
  return (
    <Form<Values>
      label={verb}
      verb={verb}
      initial={{ toOn: today }}
      onCancel={onDone}
      check={(values) => check(CLIENT_INPUTS.endOccupancy, inputOf(values))}
      onSubmit={async (values) => {
        const refused = await settle(await end(inputOf(values)), { done: say('done'), typed: true })
        if (!refused) onDone()
        return refused
      }}
    >
      <p className="st-strong">{stay.client?.name ?? stay.client?.code}</p>
      <LastDay />
      <Field name="recordedInError" label={say('inError')} toggles unlabelled>
        <Checkbox>{say('inError')}</Checkbox>
      </Field>
    </Form>
  )
}

function LastDay() {
  const say = useMessages(texts)
  const inError = useFieldValue<boolean>('recordedInError') ?? false
  return (
    <Field name="toOn" label={say('toOn')}>
      <Input size="large" type="date" disabled={inError} />
    </Field>
  )
}
