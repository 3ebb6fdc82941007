import { isConsented, PROFILE } from '@steward/domain'
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
    archivedAt
    consents {
      id
      purpose
      decision
      at
    }
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
  nothing: { zh: '客户已同意，尚未填写。', en: 'The client agrees; nothing is filled in yet.' },
  notConsented: {
    zh: '客户没有同意记录个人情况，或已撤回：不填写，也不查看。征得同意后，先在“同意与用途”登记。',
    en: 'The client has not agreed to a personal profile, or has withdrawn it: nothing is filled in or shown. Once they agree, record it under “Consents”.',
  },
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
  const { id, kind, archivedAt, consents, profile } = readFragment(ClientProfilePanelFragment, client)
  if (kind === 'COMPANY' || !may('client:readProfile')) return null
  const { onFile = [], isReadable = true } = profile ?? {}
  const consented = isConsented(consents, 'PROFILE')
  const lines = Object.entries(PROFILE).filter(([field]) => onFile.includes(field))
  return (
    <Panel
      title={say('title')}
      actions={
        <Inline gap={2}>
          {consented && profile && isReadable && lines.length > 0 && may('client:revealProfile') && (
            <Button type="text" icon={<WitnessIcon aria-hidden />} onClick={() => setOpen('reveal')}>
              {say('reveal')}
            </Button>
          )}
          {consented && archivedAt === null && may('client:setProfile') && (
            <Button type="text" icon={<EditIcon aria-hidden />} onClick={() => setOpen('form')}>
              {say(profile ? 'change' : 'fill')}
            </Button>
          )}
        </Inline>
      }
    >
      {!profile || lines.length === 0 ? (
        <p className="st-quiet">{say(consented ? 'nothing' : 'notConsented')}</p>
      ) : (
        <Stack gap={3}>
          {!consented && <Alert type="warning" showIcon title={say('notConsented')} />}
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
