import { PROFILE } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useAct, useMay, useMessages, useSay } from '@steward/portal'
import {
  Alert,
  Button,
  DescriptionList,
  EditIcon,
  Inline,
  Instant,
  Panel,
  Sheet,
  Stack,
  StatusTag,
  useNotify,
  WitnessIcon,
} from '@steward/ui'
import { useState } from 'react'
import { known } from '../../complaints/page/known.ts'
import { RevealSheet } from './reveal-sheet.tsx'
import { SetProfileForm } from './set-profile-form.tsx'

export const ClientProfilePanelFragment = graphql(/* GraphQL */ `
  fragment ClientProfilePanel on Client {
    id
    kind
    profile {
      id
      onFile
      idDocumentNumberMasked
      isReadable
      setAt
      version
      setBy {
        id
        name
      }
    }
  }
`)

const RevealProfile = graphql(/* GraphQL */ `
  mutation RevealProfileOfClient($input: RevealProfileOfClientInput!) {
    revealProfileOfClient(input: $input) {
      ... on RevealedProfile {
        birthday
        ageBand
        occupation
        education
        incomeBand
        housing
        associations
        purchasedOn
        purchaseArea
        purchaseAmountMinor
        eventsAttended
        idDocumentType
        idDocumentNumber
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
    }
  }
`)

const texts = messages({
  title: { zh: '个人资料', en: 'Profile' },
  fill: { zh: '填写', en: 'Fill in' },
  change: { zh: '修改', en: 'Change' },
  reveal: { zh: '查看内容', en: 'Show' },
  revealTitle: { zh: '查看个人资料', en: 'Show the profile' },
  nothing: {
    zh: '尚未登记。须先征得客户同意，再一起填写。',
    en: 'Nothing is on file. It takes the client’s consent, and is filled in together.',
  },
  onFile: { zh: '已登记', en: 'On file' },
  number: { zh: '证件号码', en: 'Document number' },
  setBy: { zh: '填写', en: 'Filled in' },
  erased: { zh: '资料已删除，任何人都无法再查看。', en: 'It was erased: nobody can read it any more.' },
  saved: { zh: '个人资料已加密保存', en: 'The profile is kept, sealed' },
})

/** What is on file about a person: never more of it than that it is there. */
export function ClientProfilePanel({
  client,
  onChanged,
}: {
  readonly client: FragmentType<typeof ClientProfilePanelFragment>
  readonly onChanged: () => void
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const notify = useNotify()
  const reveal = useAct(RevealProfile)
  const [open, setOpen] = useState<'form' | 'reveal'>()
  const close = () => setOpen(undefined)
  const { id, kind, profile } = readFragment(ClientProfilePanelFragment, client)
  if (kind === 'COMPANY' || !may('client:readProfile')) return null
  const { onFile = [], isReadable = true } = profile ?? {}
  const lines = Object.entries(PROFILE).filter(([field]) => onFile.includes(field))
  return (
    <Panel
      title={say('title')}
      actions={
        <Inline gap={2}>
          {profile && isReadable && lines.length > 0 && may('client:revealProfile') && (
            <Button size="small" icon={<WitnessIcon aria-hidden />} onClick={() => setOpen('reveal')}>
              {say('reveal')}
            </Button>
          )}
          {may('client:setProfile') && (
            <Button size="small" icon={<EditIcon aria-hidden />} onClick={() => setOpen('form')}>
              {say(profile ? 'change' : 'fill')}
            </Button>
          )}
        </Inline>
      }
    >
      {!profile || lines.length === 0 ? (
        <p className="st-quiet">{say('nothing')}</p>
      ) : (
        <Stack gap={3}>
          {!isReadable && <Alert type="info" showIcon title={say('erased')} />}
          <Inline gap={2}>
            {lines.map(([field, { label }]) => (
              <StatusTag key={field} tone={isReadable ? 'neutral' : 'warn'}>
                {sayWord(label)}
              </StatusTag>
            ))}
          </Inline>
          <DescriptionList
            items={known([
              { label: say('number'), value: profile.idDocumentNumberMasked },
              {
                label: say('setBy'),
                value: (
                  <>
                    {profile.setBy?.name} <Instant at={profile.setAt} />
                  </>
                ),
              },
            ])}
          />
        </Stack>
      )}
      <RevealSheet
        open={open === 'reveal'}
        title={say('revealTitle')}
        particulars={PROFILE}
        onFile={onFile}
        onReveal={(fields, reason) => reveal({ clientId: id, fields: [...fields], reason })}
        onClose={close}
      />
      <Sheet open={open === 'form'} title={say('title')} onClose={close}>
        <SetProfileForm
          clientId={id}
          version={profile?.version ?? 0}
          onFile={onFile}
          onCancel={close}
          onSaved={() => {
            close()
            notify.done(say('saved'))
            onChanged()
          }}
        />
      </Sheet>
    </Panel>
  )
}
