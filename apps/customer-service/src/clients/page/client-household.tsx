import {
  CLIENT_ACTION_LABELS,
  CLIENT_INPUTS,
  KINSHIP_LABELS,
  KINSHIPS,
  LIFE_STAGE_LABELS,
  LIFE_STAGES,
  type Kinship,
  type LifeStage,
} from '@steward/domain'
import {
  graphql,
  readFragment,
  type ClientHouseholdFragment as Household,
  type FragmentType,
} from '@steward/graphql-client'
import { messages, useCheckInput, useMay, useMessages, useSay } from '@steward/portal'
import {
  AddIcon,
  Button,
  Choice,
  Field,
  Form,
  Inline,
  Input,
  Panel,
  Select,
  Sheet,
  Stack,
  StatusTag,
} from '@steward/ui'
import { useState } from 'react'
import { AddMember, AmendMember, RemoveMember } from './archive-documents.ts'
import { optionsOf, stated } from './options.ts'
import { useArchiveAct, type ArchiveSurroundings } from './use-archive-act.ts'

export const ClientHouseholdFragment = graphql(/* GraphQL */ `
  fragment ClientHousehold on Client {
    id
    kind
    archivedAt
    members {
      id
      version
      name
      kinship
      lifeStage
      note
    }
  }
`)

type Member = NonNullable<Household['members']>[number]

const texts = messages({
  title: { zh: '家庭成员', en: 'Household' },
  none: { zh: '还没有登记家庭成员', en: 'Nobody else is recorded' },
  name: { zh: '姓名', en: 'Name' },
  kinship: { zh: '与客户的关系', en: 'Is to the client' },
  lifeStage: { zh: '年龄段', en: 'Stage of life' },
  note: { zh: '需要关照的情况', en: 'What care and safety need to know' },
  noteHint: { zh: '如：行动不便、独居、对油漆过敏', en: 'E.g. walks with difficulty, lives alone' },
  edit: { zh: '修改', en: 'Amend' },
  remove: { zh: '移除', en: 'Remove' },
  added: { zh: '已新增', en: 'Added' },
  amended: { zh: '已修改', en: 'Amended' },
  removed: { zh: '已移除', en: 'Removed' },
})

interface ClientHouseholdProps {
  readonly client: FragmentType<typeof ClientHouseholdFragment>
  readonly onReload: () => Promise<unknown>
}

/** Who else lives there; a company has no household, and who does not care for the client sees none. */
export function ClientHousehold({ client, onReload }: ClientHouseholdProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const { id, kind, archivedAt, members } = readFragment(ClientHouseholdFragment, client)
  const [edited, setEdited] = useState<Member | 'new'>()
  const close = () => setEdited(undefined)
  if (!members || kind === 'COMPANY') return null
  const active = !archivedAt
  return (
    <Panel
      title={say('title')}
      actions={
        active &&
        may('client:addMember') && (
          <Button type="text" icon={<AddIcon aria-hidden />} onClick={() => setEdited('new')}>
            {sayWord(CLIENT_ACTION_LABELS.addMember)}
          </Button>
        )
      }
    >
      {members.length === 0 && <span className="st-quiet">{say('none')}</span>}
      <Stack gap={2}>
        {members.map((member) => (
          <Inline key={member.id} gap={2}>
            <span className="st-strong">{member.name}</span>
            <StatusTag>{sayWord(KINSHIP_LABELS[member.kinship])}</StatusTag>
            {member.lifeStage && member.lifeStage !== 'ADULT' && (
              <StatusTag tone="info">{sayWord(LIFE_STAGE_LABELS[member.lifeStage])}</StatusTag>
            )}
            {member.note && <span className="st-quiet">{member.note}</span>}
            {active && may('client:amendMember') && (
              <Button
                size="small"
                aria-label={`${say('edit')} ${member.name}`}
                onClick={() => setEdited(member)}
              >
                {say('edit')}
              </Button>
            )}
          </Inline>
        ))}
      </Stack>
      <Sheet
        open={edited !== undefined}
        title={sayWord(CLIENT_ACTION_LABELS[edited === 'new' ? 'addMember' : 'amendMember'])}
        onClose={close}
      >
        <MemberForm
          clientId={id}
          member={edited === 'new' ? undefined : edited}
          onReload={onReload}
          onClose={close}
        />
      </Sheet>
    </Panel>
  )
}

interface Values {
  readonly name: string
  readonly kinship: Kinship
  readonly lifeStage?: LifeStage
  readonly note?: string
}

interface MemberFormProps extends ArchiveSurroundings {
  readonly clientId: string
  readonly member: Member | undefined
}

function MemberForm({ clientId, member, ...surroundings }: MemberFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const check = useCheckInput()
  const add = useArchiveAct(AddMember, say('added'), surroundings)
  const amend = useArchiveAct(AmendMember, say('amended'), surroundings)
  const remove = useArchiveAct(RemoveMember, say('removed'), surroundings)
  const verb = sayWord(CLIENT_ACTION_LABELS[member ? 'amendMember' : 'addMember'])
  const step = member && { memberId: member.id, expectedVersion: member.version }
  return (
    <Stack gap={4}>
      <Form<Values>
        label={verb}
        verb={verb}
        initial={
          member
            ? (stated({
                name: member.name,
                kinship: member.kinship,
                lifeStage: member.lifeStage,
                note: member.note,
              }) as Partial<Values>)
            : {}
        }
        onCancel={surroundings.onClose}
        check={(values) => check(CLIENT_INPUTS.addMember, { ...stated(values), name: values.name ?? '' })}
        onSubmit={(values) =>
          step ? amend({ ...stated(values), ...step }) : add({ ...stated(values), clientId })
        }
      >
        <Field name="name" label={say('name')} required>
          <Input autoFocus maxLength={100} autoComplete="off" />
        </Field>
        <Field name="kinship" label={say('kinship')} required>
          <Select options={optionsOf(KINSHIPS, KINSHIP_LABELS, sayWord)} />
        </Field>
        <Field name="lifeStage" label={say('lifeStage')}>
          <Choice options={optionsOf(LIFE_STAGES, LIFE_STAGE_LABELS, sayWord)} />
        </Field>
        <Field name="note" label={say('note')} hint={say('noteHint')}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} />
        </Field>
      </Form>
      {step && may('client:removeMember') && (
        <Button danger onClick={() => void remove(step)}>
          {sayWord(CLIENT_ACTION_LABELS.removeMember)}
        </Button>
      )}
    </Stack>
  )
}
