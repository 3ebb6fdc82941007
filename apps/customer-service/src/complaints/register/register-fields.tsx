import {
  CHANNEL_LABELS,
  CHANNELS,
  KIND_LABELS,
  KINDS,
  PURPOSE_LABELS,
  PURPOSES,
  SEVERITIES,
  SEVERITY_LABELS,
  TRACK_LABELS,
  TRACKS,
  type Kind,
} from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import {
  Checkbox,
  Choice,
  Field,
  Fields,
  Fold,
  Inline,
  Input,
  Panel,
  Select,
  useFieldValue,
  useFillFields,
} from '@steward/ui'
import { useCaseChoices } from '../choices.ts'
import { WallTimeInput } from '../wall-time-input.tsx'
import { ClientField } from './client-field.tsx'
import { ASKED, type Asked } from './kinds.ts'
import { PlaceFields } from './place-fields.tsx'
import { summarize, type RegisterValues } from './registration.ts'

const texts = messages({
  who: { zh: '谁', en: 'Who' },
  what: { zh: '什么事', en: 'What' },
  more: { zh: '补充：概括、分类、发生时间、办理方式…', en: 'More: one line, category, when, track …' },
  kind: { zh: '类别', en: 'Kind' },
  channel: { zh: '渠道', en: 'Channel' },
  contactName: { zh: '联系人', en: 'Contact' },
  contactPhone: { zh: '联系电话', en: 'Phone' },
  anonymous: { zh: '匿名', en: 'Anonymous' },
  anonymousHint: { zh: '对方不愿留姓名', en: 'They do not give a name' },
  summary: { zh: '一句话概括', en: 'In one line' },
  summaryHint: { zh: '留空则取陈述的第一句', en: 'Left empty, it is the first sentence' },
  demand: { zh: '客户要求', en: 'What the client asks for' },
  severity: { zh: '等级', en: 'Severity' },
  track: { zh: '办理方式', en: 'Track' },
  trackHint: {
    zh: '一、二级须正式处理；三、四级默认即时处理。',
    en: 'Severity 1 and 2 go the formal way; 3 and 4 the quick one unless you say otherwise.',
  },
  purpose: { zh: '诉求性质', en: 'Purpose' },
  category: { zh: '事项分类', en: 'Category' },
  occurredAt: { zh: '发生时间', en: 'When it happened' },
  containment: { zh: '已采取的应急措施', en: 'What was done at once' },
})

/** What came in, and by which way; the kind decides what else is asked. */
export function KindFields() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const fill = useFillFields<RegisterValues>()
  return (
    <Inline gap={5} align="flex-start">
      <Field name="kind" label={say('kind')}>
        <KindChoice onKind={(kind) => fill({ severity: ASKED[kind].severity })} />
      </Field>
      <Field name="channel" label={say('channel')}>
        <Select
          popupMatchSelectWidth={false}
          options={CHANNELS.map((value) => ({ value, label: sayWord(CHANNEL_LABELS[value]) }))}
        />
      </Field>
    </Inline>
  )
}

interface KindChoiceProps {
  readonly value?: Kind
  readonly onChange?: (kind: Kind) => void
  readonly id?: string
  readonly onKind: (kind: Kind) => void
}

function KindChoice({ onKind, onChange, ...rest }: KindChoiceProps) {
  const say = useSay()
  return (
    <Choice
      {...rest}
      options={KINDS.map((value) => ({ value, label: say(KIND_LABELS[value]) }))}
      onChange={(kind) => {
        onChange?.(kind)
        onKind(kind)
      }}
    />
  )
}

/** Who says it, how to reach them, and where it is. */
export function WhoFields() {
  const say = useMessages(texts)
  const anonymous = useFieldValue<boolean>('anonymous') ?? false
  return (
    <Panel
      title={say('who')}
      actions={
        <Field name="anonymous" label={say('anonymous')} toggles unlabelled>
          <Checkbox>
            {say('anonymous')} <span className="st-quiet">{say('anonymousHint')}</span>
          </Checkbox>
        </Field>
      }
    >
      <Fields>
        {!anonymous && (
          <>
            <ClientField />
            <Field name="contactName" label={say('contactName')}>
              <Input size="large" maxLength={100} autoComplete="off" />
            </Field>
            <Field name="contactPhone" label={say('contactPhone')}>
              <Input size="large" type="tel" inputMode="tel" autoComplete="off" />
            </Field>
          </>
        )}
        <PlaceFields />
      </Fields>
    </Panel>
  )
}

/** What happened, in the client's words, and what they ask for. */
export function WhatFields() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const asked = ASKED[useFieldValue<Kind>('kind') ?? 'COMPLAINT']
  return (
    <Panel title={say('what')}>
      <Field name="facts" label={sayWord(asked.facts)} required>
        <Input.TextArea
          size="large"
          autoSize={{ minRows: 3, maxRows: 12 }}
          placeholder={sayWord(asked.hint)}
        />
      </Field>
      {asked.asksDemand && (
        <Field name="demand" label={say('demand')}>
          <Input.TextArea size="large" autoSize={{ minRows: 1, maxRows: 6 }} />
        </Field>
      )}
      {asked.asksSeverity && (
        <Field name="severity" label={say('severity')}>
          <Choice options={SEVERITIES.map((value) => ({ value, label: sayWord(SEVERITY_LABELS[value]) }))} />
        </Field>
      )}
      <Fold title={say('more')}>
        <MoreFields asked={asked} />
      </Fold>
    </Panel>
  )
}

/** What may be known already, and can be filled in later. */
function MoreFields({ asked }: { readonly asked: Asked }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { categories } = useCaseChoices()
  const facts = useFieldValue<string>('facts') ?? ''
  return (
    <>
      <Field name="summary" label={say('summary')} hint={say('summaryHint')}>
        <Input maxLength={200} placeholder={summarize(facts)} />
      </Field>
      <Fields>
        <Field name="categoryId" label={say('category')}>
          <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={[...categories]} />
        </Field>
        {asked.asksOccurrence && (
          <Field name="occurredAt" label={say('occurredAt')}>
            <WallTimeInput />
          </Field>
        )}
      </Fields>
      {asked.asksPurpose && (
        <Field name="purpose" label={say('purpose')}>
          <Choice options={PURPOSES.map((value) => ({ value, label: sayWord(PURPOSE_LABELS[value]) }))} />
        </Field>
      )}
      {asked.asksOccurrence && (
        <Field name="containment" label={say('containment')}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
        </Field>
      )}
      <Field name="track" label={say('track')} hint={say('trackHint')}>
        <Choice options={TRACKS.map((value) => ({ value, label: sayWord(TRACK_LABELS[value]) }))} />
      </Field>
    </>
  )
}
