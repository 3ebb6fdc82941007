import { CLIENT_ACTION_LABELS, CLIENT_SOURCE_LABELS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMay, useMessages, usePortalPath, useSay } from '@steward/portal'
import { AppLink, Button, DescriptionList, EditIcon, Inline, Instant, Panel, Sheet } from '@steward/ui'
import { useState } from 'react'
import { known } from '../../complaints/page/known.ts'
import { AssignManager } from '../filing/assign-manager.tsx'
import { RevealPhone } from '../reveal-phone.tsx'
import { AmendForm } from './amend-form.tsx'

export const ClientAboutFragment = graphql(/* GraphQL */ `
  fragment ClientAbout on Client {
    id
    version
    code
    name
    kind
    relation
    phoneMasked
    emailMasked
    source
    referrer
    referrerClient {
      id
      code
      name
    }
    mergedClients {
      id
      code
      name
    }
    createdAt
    explainedAt
    archivedAt
    openedBy {
      id
      name
    }
    keyAccountManager {
      id
      name
    }
  }
`)

const texts = messages({
  title: { zh: '基本情况', en: 'About' },
  code: { zh: '客户编号', en: 'Code' },
  phone: { zh: '电话', en: 'Phone' },
  email: { zh: '邮箱', en: 'E-mail' },
  manager: { zh: '专职客户经理', en: 'Key account manager' },
  assign: { zh: '指定', en: 'Name' },
  source: { zh: '来源', en: 'Source' },
  referrer: { zh: '介绍人', en: 'Referred by' },
  opened: { zh: '建档', en: 'Opened' },
  merged: { zh: '已并入的档案', en: 'Merged into it' },
  explained: { zh: '用途说明', en: 'Purpose explained' },
})

interface ClientAboutProps {
  readonly client: FragmentType<typeof ClientAboutFragment>
  readonly onReload: () => Promise<unknown>
}

/** Who the client is, how to reach them, how we came to know them. */
export function ClientAbout({ client, onReload }: ClientAboutProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const [amending, setAmending] = useState(false)
  const [assigning, setAssigning] = useState(false)
  const close = () => setAmending(false)
  const it = readFragment(ClientAboutFragment, client)
  const verb = sayWord(CLIENT_ACTION_LABELS.amend)
  const mayAssign = may('client:assignManager') && !it.archivedAt
  return (
    <Panel
      title={say('title')}
      actions={
        may('client:amend') &&
        !it.archivedAt && (
          <Button type="text" icon={<EditIcon aria-hidden />} onClick={() => setAmending(true)}>
            {verb}
          </Button>
        )
      }
    >
      <DescriptionList
        items={known([
          { label: say('code'), value: it.code },
          {
            label: say('phone'),
            value: it.phoneMasked && <RevealPhone of="client" id={it.id} masked={it.phoneMasked} />,
          },
          { label: say('email'), value: it.emailMasked },
          {
            label: say('manager'),
            value: (it.keyAccountManager || mayAssign) && (
              <Inline gap={2}>
                {it.keyAccountManager?.name}
                {mayAssign && (
                  <Button size="small" onClick={() => setAssigning(true)}>
                    {say('assign')}
                  </Button>
                )}
              </Inline>
            ),
          },
          { label: say('source'), value: it.source && sayWord(CLIENT_SOURCE_LABELS[it.source]) },
          {
            label: say('referrer'),
            value: it.referrerClient ? (
              <AppLink to={path(`clients/${it.referrerClient.id}`)}>
                {it.referrerClient.name ?? it.referrerClient.code}
              </AppLink>
            ) : (
              it.referrer
            ),
          },
          {
            label: say('merged'),
            value: it.mergedClients.length > 0 && (
              <Inline gap={2}>
                {it.mergedClients.map(({ id, code, name }) => (
                  <AppLink key={id} to={path(`clients/${id}`)}>
                    {[name, code].filter(Boolean).join(' · ')}
                  </AppLink>
                ))}
              </Inline>
            ),
          },
          {
            label: say('opened'),
            value: (
              <>
                <Instant at={it.createdAt} /> {it.openedBy?.name}
              </>
            ),
          },
          {
            label: say('explained'),
            value: it.explainedAt && <Instant at={it.explainedAt} show="absolute" />,
          },
        ])}
      />
      {assigning && (
        <AssignManager
          target={[it]}
          count={1}
          onDone={() => void onReload()}
          onClose={() => setAssigning(false)}
        />
      )}
      <Sheet open={amending} title={verb} onClose={close}>
        <AmendForm client={it} onReload={onReload} onClose={close} />
      </Sheet>
    </Panel>
  )
}
