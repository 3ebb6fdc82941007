import {
  DOSSIER_HEAD_LABELS,
  DOSSIER_SEALED_HEADS,
  type DossierSealedHead,
  type Particular,
} from '@steward/domain'
import type { DossierPartsFragment } from '@steward/graphql-client'
import { messages, useAct, useMay, useMessages } from '@steward/portal'
import {
  Alert,
  Button,
  EditIcon,
  HistoryIcon,
  Inline,
  Instant,
  Panel,
  Sheet,
  Stack,
  useNotify,
  WitnessIcon,
} from '@steward/ui'
import { useState } from 'react'
import { RevealSheet } from '../clients/confidential/reveal-sheet.tsx'
import { Competition } from './competition.tsx'
import { DossierForm } from './dossier-form.tsx'
import { DossierHeadsList } from './dossier-heads.tsx'
import { DossierHistory } from './dossier-history.tsx'
import type { AccountInFull } from './key-account-documents.ts'
import { RevealDossierOfKeyAccount } from './key-account-mutations.ts'
import { DueOn } from './key-account-words.tsx'

const texts = messages({
  title: { zh: '大客户信息管理档案', en: 'Dossier' },
  record: { zh: '上报', en: 'Submit' },
  renew: { zh: '上报新版', en: 'Submit a new version' },
  history: { zh: '历次档案', en: 'History' },
  reveal: { zh: '查看资金与信用', en: 'Show money and credit' },
  nothing: { zh: '还没有上报过档案。', en: 'No dossier was submitted yet.' },
  erased: { zh: '资金与信用资料已删除，任何人都无法再查看。', en: 'Money and credit were erased.' },
  version: { zh: '第 {{ordinal}} 版', en: 'Version {{ordinal}}' },
  due: { zh: '下一版应报：', en: 'Next one due: ' },
  saved: { zh: '已上报为新版', en: 'Submitted as a new version' },
  competition: { zh: '竞争情况', en: 'Competition' },
})

/** How each sealed head is shown, once somebody says what for. */
const SEALED: Readonly<Record<DossierSealedHead, Particular>> = Object.fromEntries(
  DOSSIER_SEALED_HEADS.map((head) => [
    head,
    { label: DOSSIER_HEAD_LABELS[head], kind: 'text', class: 'sensitive' } satisfies Particular,
  ]),
) as Readonly<Record<DossierSealedHead, Particular>>

interface DossierPanelProps {
  readonly account: AccountInFull
  /** The newest first. */
  readonly versions: readonly DossierPartsFragment[]
  readonly onReload: () => Promise<unknown>
}

/** What is known of an account: the version in force, the way to those before it, and to the next. */
export function DossierPanel({ account, versions, onReload }: DossierPanelProps) {
  const say = useMessages(texts)
  const may = useMay()
  const notify = useNotify()
  const reveal = useAct(RevealDossierOfKeyAccount)
  const [open, setOpen] = useState<'form' | 'history' | 'reveal'>()
  const close = () => setOpen(undefined)
  const [latest] = versions
  const isListed = account.releasedOn === null
  return (
    <Panel
      title={say('title')}
      actions={
        <Inline gap={2}>
          {versions.length > 1 && (
            <Button type="text" icon={<HistoryIcon aria-hidden />} onClick={() => setOpen('history')}>
              {say('history')}
            </Button>
          )}
          {isListed && may('keyAccount:recordDossier') && (
            <Button icon={<EditIcon aria-hidden />} onClick={() => setOpen('form')}>
              {say(latest ? 'renew' : 'record')}
            </Button>
          )}
        </Inline>
      }
    >
      <Stack gap={4}>
        {latest ? (
          <>
            {!latest.isReadable && <Alert type="info" showIcon title={say('erased')} />}
            <DossierHeadsList version={latest} />
            {latest.isReadable && latest.onFile.length > 0 && may('keyAccount:revealDossier') && (
              <div>
                <Button size="small" icon={<WitnessIcon aria-hidden />} onClick={() => setOpen('reveal')}>
                  {say('reveal')}
                </Button>
              </div>
            )}
            <Stack gap={2}>
              <h3 className="st-part-title">{say('competition')}</h3>
              <Competition version={latest} />
            </Stack>
            <p className="st-quiet st-small">
              {say('version', { ordinal: latest.ordinal })} · {latest.recordedBy?.name} ·{' '}
              <Instant at={latest.recordedAt} />
            </p>
          </>
        ) : (
          <p className="st-quiet">{say('nothing')}</p>
        )}
        {isListed && (
          <p>
            <span className="st-quiet">{say('due')}</span>
            <DueOn on={account.dossierDueOn} />
          </p>
        )}
      </Stack>
      {latest && (
        <RevealSheet
          open={open === 'reveal'}
          title={say('reveal')}
          particulars={SEALED}
          onFile={latest.onFile}
          onReveal={(heads, reason) =>
            reveal({ dossierId: latest.id, heads: heads as DossierSealedHead[], reason })
          }
          onClose={close}
        />
      )}
      <Sheet open={open === 'history'} title={say('history')} wide onClose={close}>
        <DossierHistory versions={versions} />
      </Sheet>
      <Sheet open={open === 'form'} title={say(latest ? 'renew' : 'record')} wide onClose={close}>
        {open === 'form' && (
          <DossierForm
            keyAccountId={account.id}
            before={latest}
            onCancel={close}
            onSaved={async () => {
              await onReload()
              notify.done(say('saved'))
              close()
            }}
          />
        )}
      </Sheet>
    </Panel>
  )
}
