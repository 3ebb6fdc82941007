import { useQuery } from '@apollo/client/react'
import {
  CLIENT_ACTION_LABELS,
  CLIENT_INPUTS,
  CLIENT_KIND_LABELS,
  CLIENT_KINDS,
  CLIENT_RELATION_LABELS,
  OCCUPANCY_RELATIONS,
  type ClientKind,
  type OccupancyRelation,
} from '@steward/domain'
import {
  messages,
  useAct,
  useCheckInput,
  useDraft,
  useMay,
  useMessages,
  useSay,
  useToday,
} from '@steward/portal'
import {
  Checkbox,
  Choice,
  Field,
  Form,
  Input,
  InputNumber,
  Select,
  useFieldValue,
  useFillFields,
  type Refused,
} from '@steward/ui'
import { useEffect, useRef, useState } from 'react'
import { useSettle } from '../use-settle.ts'
import {
  NEW,
  openingOf,
  recordingOf,
  SiteMovingClients,
  SiteOpenClient,
  SiteRecordOccupancy,
  type MoveInValues,
} from './move-in.ts'
import { SiteLikelySame } from './likely-same.tsx'

const texts = messages({
  who: { zh: '谁搬进来', en: 'Who moves in' },
  typeName: { zh: '输入姓名', en: 'Type the name' },
  fresh: { zh: '新住户：{{name}}', en: 'New here: {{name}}' },
  freshUnnamed: { zh: '新住户', en: 'New here' },
  kind: { zh: '类别', en: 'Kind' },
  name: { zh: '姓名或名称', en: 'Name' },
  phone: { zh: '电话', en: 'Phone' },
  contactName: { zh: '联系人', en: 'Contact' },
  relation: { zh: '关系', en: 'Relation' },
  fromOn: { zh: '自哪天起', en: 'From' },
  share: { zh: '产权份额 %（共有时填写）', en: 'Share in %, where there are several owners' },
  explained: {
    zh: '已当面说明：登记是为了服务和联系他们，资料保密，可随时更正',
    en: 'Explained to them: it is for serving and reaching them, confidential, and can be corrected at any time',
  },
  done: { zh: '已登记入住', en: 'The move-in is recorded' },
})

interface MoveInFormProps {
  readonly unitId: string
  readonly onDone: () => void
}

/** With one hand, at the door: who, since when; who is not on file yet gets an archive in the same act. */
export function MoveInForm({ unitId, onDone }: MoveInFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const verb = sayWord(CLIENT_ACTION_LABELS.recordOccupancy)
  const check = useCheckInput()
  const settle = useSettle()
  const record = useAct(SiteRecordOccupancy)
  const open = useAct(SiteOpenClient)
  const today = useToday()
  const draft = useDraft<MoveInValues>(`moveIn.${unitId}`)
  const others = useRef<string[]>([])
  const [same, setSame] = useState<{ readonly id: string; readonly values: MoveInValues }>()
  const done = { done: say('done'), typed: true }
  const settled = (refused: Refused | undefined): Refused | undefined => {
    if (!refused) {
      draft.drop()
      onDone()
    }
    return refused
  }
  /** A field of the stay lies at the root of this form. */
  const atRoot = (refused: Refused | undefined): Refused | undefined =>
    refused?.fields
      ? {
          ...refused,
          fields: Object.fromEntries(
            Object.entries(refused.fields).map(([path, why]) => [
              path.replace(/^(occupancies|contacts)\.0\./, ''),
              why,
            ]),
          ),
        }
      : refused
  const submit = async (values: MoveInValues): Promise<Refused | undefined> => {
    if (values.clientId !== NEW) return settled(await settle(await record(recordingOf(unitId, values)), done))
    const outcome = await open(openingOf(unitId, values, others.current))
    const { refusal } = outcome
    if (refusal?.__typename === 'DuplicateError' && refusal.existingId) {
      setSame({ id: refusal.existingId, values })
      return {}
    }
    return settled(atRoot(await settle(outcome, done)))
  }
  const take = async (id: string, values: MoveInValues) => {
    setSame(undefined)
    settled(await settle(await record(recordingOf(unitId, values, id)), done))
  }
  return (
    <>
      <Form<MoveInValues>
        label={verb}
        verb={verb}
        stays
        initial={{ relation: 'OCCUPANT', kind: 'HOUSEHOLD', fromOn: today, ...draft.found }}
        onChange={draft.keep}
        onCancel={onDone}
        check={(values) =>
          values.clientId === NEW
            ? (atRoot({ fields: check(CLIENT_INPUTS.open, openingOf(unitId, values)) })?.fields ?? {})
            : check(CLIENT_INPUTS.recordOccupancy, recordingOf(unitId, values))
        }
        onSubmit={submit}
      >
        <WhoField />
        <NewFields />
        <Field name="relation" label={say('relation')}>
          <Choice
            options={OCCUPANCY_RELATIONS.map((value) => ({
              value,
              label: sayWord(CLIENT_RELATION_LABELS[value]),
            }))}
          />
        </Field>
        <Field name="fromOn" label={say('fromOn')} required>
          <Input size="large" type="date" />
        </Field>
        <ShareField />
      </Form>
      <SiteLikelySame
        id={same?.id}
        onThem={(id) => same && void take(id, same.values)}
        onOther={(id) => {
          others.current = [...others.current, id]
          setSame(undefined)
          if (same) void submit(same.values)
        }}
        onClose={() => setSame(undefined)}
      />
    </>
  )
}

/** People type faster than they mean to ask. */
const SETTLED_MS = 200

/** Looks the name up in the territory; who is not found is new. */
function WhoField() {
  const say = useMessages(texts)
  const may = useMay()
  const fill = useFillFields<MoveInValues>()
  const chosen = useFieldValue<string>('clientId')
  const name = useFieldValue<string>('name')
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const { data, previousData } = useQuery(SiteMovingClients, { variables: { search }, skip: search === '' })
  const found = (data ?? previousData)?.clients.edges.map(({ node }) => node) ?? []
  const called = typed.trim() || (chosen === NEW ? name : '')
  const fresh = { value: NEW, label: called ? say('fresh', { name: called }) : say('freshUnnamed') }
  return (
    <Field name="clientId" label={say('who')} required>
      <Select
        size="large"
        autoFocus
        showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
        placeholder={say('typeName')}
        options={[
          ...found.map(({ id, name: who, code, phoneMasked }) => ({
            value: id,
            label: [who ?? code, phoneMasked].filter(Boolean).join(' · '),
          })),
          ...(may('client:open') ? [fresh] : []),
        ]}
        onChange={(id: string) => {
          if (id === NEW && typed.trim()) fill({ name: typed.trim() })
          setTyped('')
        }}
      />
    </Field>
  )
}

/** What an archive cannot do without. */
function NewFields() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const chosen = useFieldValue<string>('clientId')
  const kind = useFieldValue<ClientKind>('kind')
  if (chosen !== NEW) return null
  return (
    <>
      <Field name="name" label={say('name')} required>
        <Input size="large" maxLength={100} autoComplete="off" />
      </Field>
      <Field name="phone" label={say('phone')} required>
        <Input size="large" type="tel" inputMode="tel" autoComplete="off" />
      </Field>
      <Field name="kind" label={say('kind')}>
        <Choice
          options={CLIENT_KINDS.map((value) => ({ value, label: sayWord(CLIENT_KIND_LABELS[value]) }))}
        />
      </Field>
      {kind === 'COMPANY' && (
        <Field name="contactName" label={say('contactName')} required>
          <Input size="large" maxLength={100} autoComplete="off" />
        </Field>
      )}
      <Field name="explained" label={say('explained')} toggles unlabelled>
        <Checkbox>{say('explained')}</Checkbox>
      </Field>
    </>
  )
}

function ShareField() {
  const say = useMessages(texts)
  const relation = useFieldValue<OccupancyRelation>('relation')
  return relation === 'OWNER' ? (
    <Field name="sharePercent" label={say('share')}>
      <InputNumber size="large" min={0.01} max={100} precision={2} />
    </Field>
  ) : null
}
