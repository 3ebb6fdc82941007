import {
  CLIENT_KIND_LABELS,
  CLIENT_KINDS,
  CLIENT_RELATION_LABELS,
  CLIENT_RELATIONS,
  CLIENT_SOURCE_LABELS,
  CLIENT_SOURCES,
  CONSENT_PURPOSE_LABELS,
  CONSENT_PURPOSES,
  CONSENT_WAY_LABELS,
  CONSENT_WAYS,
  DECISION_ROLE_LABELS,
  DECISION_ROLES,
  KINSHIP_LABELS,
  KINSHIPS,
  LIFE_STAGE_LABELS,
  LIFE_STAGES,
  type ClientKind,
  type ClientRelation,
} from '@steward/domain'
import { messages, useMay, useMessages, useSay } from '@steward/portal'
import {
  Button,
  Checkbox,
  CheckboxGroup,
  Choice,
  Field,
  FieldList,
  Fields,
  Inline,
  Input,
  Panel,
  Select,
  useFieldValue,
  useFillFields,
} from '@steward/ui'
import { UnitChoice } from '../../complaints/register/place-fields.tsx'
import { ReferrerField } from '../referrer-field.tsx'
import { optionsOf } from '../page/options.ts'
import { ShareField } from '../page/stay-forms.tsx'
import { hasUnit, type OpenValues } from './opening.ts'

const texts = messages({
  who: { zh: '客户是谁', en: 'Who they are' },
  kind: { zh: '类别', en: 'Kind' },
  relation: { zh: '关系', en: 'Relation' },
  name: { zh: '姓名', en: 'Name' },
  companyName: { zh: '企业名称', en: 'Name of the company' },
  phone: { zh: '电话', en: 'Phone' },
  email: { zh: '邮箱', en: 'E-mail' },
  emailHint: { zh: '客户同意往这里写信时填写', en: 'Where they agree to be written to' },
  source: { zh: '来源', en: 'Source' },
  where: { zh: '房号', en: 'Unit' },
  fromOn: { zh: '自哪天起', en: 'From' },
  contacts: { zh: '联系人', en: 'Contacts' },
  addContact: { zh: '加一位联系人', en: 'Add a contact' },
  contactName: { zh: '姓名', en: 'Name' },
  position: { zh: '职务', en: 'Position' },
  decisionRoles: { zh: '决策作用', en: 'Part in decisions' },
  members: { zh: '家庭成员', en: 'Household' },
  addMember: { zh: '加一位家庭成员', en: 'Add a household member' },
  kinship: { zh: '与客户的关系', en: 'Is to the client' },
  lifeStage: { zh: '年龄段', en: 'Stage of life' },
  note: { zh: '需要关照的情况', en: 'What care needs to know' },
  remove: { zh: '移除这一位', en: 'Remove' },
  consent: { zh: '说明与同意', en: 'Explained and agreed' },
  explained: {
    zh: '已向客户说明：建档是为了更好地服务和联系他们，资料保密，可随时查看、更正、撤回同意',
    en: 'Explained to the client: the archive is for serving and reaching them, it is confidential, and they may see, correct and withdraw at any time',
  },
  purposes: { zh: '客户另外同意', en: 'They also agree to' },
  purposesHint: {
    zh: '逐项询问，客户没说同意的不要选。',
    en: 'Ask one by one; leave out what they did not agree to.',
  },
  way: { zh: '方式', en: 'How it was said' },
})

/** Kind first: it decides what else is asked. A company is there on business until somebody says otherwise. */
export function WhoFields() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const kind = useFieldValue<ClientKind>('kind')
  return (
    <Panel title={say('who')}>
      <Field name="kind" label={say('kind')}>
        <KindChoice />
      </Field>
      <Field name="relation" label={say('relation')}>
        <Choice options={optionsOf(CLIENT_RELATIONS, CLIENT_RELATION_LABELS, sayWord)} />
      </Field>
      <Fields>
        <Field name="name" label={say(kind === 'COMPANY' ? 'companyName' : 'name')} required>
          <Input size="large" autoFocus maxLength={100} autoComplete="off" />
        </Field>
        <Field name="phone" label={say('phone')}>
          <Input size="large" type="tel" inputMode="tel" autoComplete="off" />
        </Field>
        <Field name="email" label={say('email')} hint={say('emailHint')}>
          <Input type="email" autoComplete="off" />
        </Field>
        <Field name="source" label={say('source')}>
          <Select allowClear options={optionsOf(CLIENT_SOURCES, CLIENT_SOURCE_LABELS, sayWord)} />
        </Field>
        <ReferrerField />
      </Fields>
    </Panel>
  )
}

interface KindChoiceProps {
  readonly value?: ClientKind
  readonly onChange?: (kind: ClientKind) => void
  readonly id?: string
}

function KindChoice({ onChange, ...rest }: KindChoiceProps) {
  const say = useSay()
  const fill = useFillFields<OpenValues>()
  const relation = useFieldValue<ClientRelation>('relation')
  const contacts = useFieldValue<OpenValues['contacts']>('contacts') ?? []
  return (
    <Choice
      {...rest}
      options={optionsOf(CLIENT_KINDS, CLIENT_KIND_LABELS, say)}
      onChange={(kind) => {
        onChange?.(kind)
        if (kind === 'COMPANY')
          fill({
            ...(relation === 'OWNER' ? { relation: 'COMMERCIAL' } : {}),
            ...(contacts.length === 0 ? { contacts: [{}] } : {}),
          })
        else if (relation === 'COMMERCIAL') fill({ relation: 'OWNER' })
      }}
    />
  )
}

/** Who has no unit yet is asked for none. */
export function UnitFields() {
  const say = useMessages(texts)
  const relation = useFieldValue<ClientRelation>('relation')
  if (!hasUnit(relation)) return null
  return (
    <Panel title={say('where')}>
      <Fields>
        <UnitChoice required />
        <Field name="fromOn" label={say('fromOn')} required>
          <Input type="date" />
        </Field>
        <ShareField />
      </Fields>
    </Panel>
  )
}

/** A company is its contacts; a household may have some too. */
export function ContactFields() {
  const say = useMessages(texts)
  const sayWord = useSay()
  return (
    <Panel title={say('contacts')}>
      <FieldList name="contacts" most={20} column addLabel={say('addContact')}>
        {({ at, remove }) => (
          <>
            <Inline justify="flex-end">
              <Button size="small" onClick={remove} aria-label={`${say('remove')} ${at + 1}`}>
                {say('remove')}
              </Button>
            </Inline>
            <Fields>
              <Field name={`${at}.name`} label={say('contactName')} required>
                <Input maxLength={100} autoComplete="off" />
              </Field>
              <Field name={`${at}.phone`} label={say('phone')}>
                <Input type="tel" inputMode="tel" autoComplete="off" />
              </Field>
              <Field name={`${at}.position`} label={say('position')}>
                <Input maxLength={60} />
              </Field>
              <Field name={`${at}.decisionRoles`} label={say('decisionRoles')}>
                <Select mode="multiple" options={optionsOf(DECISION_ROLES, DECISION_ROLE_LABELS, sayWord)} />
              </Field>
            </Fields>
          </>
        )}
      </FieldList>
    </Panel>
  )
}

export function MemberFields() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const kind = useFieldValue<ClientKind>('kind')
  if (kind === 'COMPANY' || !may('client:addMember')) return null
  return (
    <Panel title={say('members')}>
      <FieldList name="members" most={20} column addLabel={say('addMember')}>
        {({ at, remove }) => (
          <>
            <Inline justify="flex-end">
              <Button size="small" onClick={remove} aria-label={`${say('remove')} ${at + 1}`}>
                {say('remove')}
              </Button>
            </Inline>
            <Fields>
              <Field name={`${at}.name`} label={say('contactName')} required>
                <Input maxLength={100} autoComplete="off" />
              </Field>
              <Field name={`${at}.kinship`} label={say('kinship')} required>
                <Select options={optionsOf(KINSHIPS, KINSHIP_LABELS, sayWord)} />
              </Field>
              <Field name={`${at}.lifeStage`} label={say('lifeStage')}>
                <Select allowClear options={optionsOf(LIFE_STAGES, LIFE_STAGE_LABELS, sayWord)} />
              </Field>
              <Field name={`${at}.note`} label={say('note')}>
                <Input maxLength={500} />
              </Field>
            </Fields>
          </>
        )}
      </FieldList>
    </Panel>
  )
}

/** Said first, then asked purpose by purpose; nothing is agreed to by default. */
export function ConsentFields() {
  const say = useMessages(texts)
  const sayWord = useSay()
  return (
    <Panel title={say('consent')}>
      <Field name="explained" label={say('explained')} toggles unlabelled>
        <Checkbox>{say('explained')}</Checkbox>
      </Field>
      <Field name="consentPurposes" label={say('purposes')} hint={say('purposesHint')}>
        <CheckboxGroup stacked options={optionsOf(CONSENT_PURPOSES, CONSENT_PURPOSE_LABELS, sayWord)} />
      </Field>
      <Field name="consentWay" label={say('way')}>
        <Choice options={optionsOf(CONSENT_WAYS, CONSENT_WAY_LABELS, sayWord)} />
      </Field>
    </Panel>
  )
}
