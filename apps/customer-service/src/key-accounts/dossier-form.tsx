import {
  DOSSIER_HEAD_LABELS,
  DOSSIER_HEADS,
  DOSSIER_INPUTS,
  DOSSIER_OPEN_HEADS,
  type DossierHead,
  type DossierSealedHead,
} from '@steward/domain'
import type { DossierPartsFragment } from '@steward/graphql-client'
import { messages, useAct, useCheckInput, useDraft, useMessages, useSay } from '@steward/portal'
import {
  Button,
  DeleteIcon,
  Field,
  FieldList,
  Fields,
  Form,
  Input,
  InputNumber,
  Select,
  Stack,
} from '@steward/ui'
import { stated } from '../clients/page/options.ts'
import { isSealedHead } from './dossier-heads.tsx'
import { RecordDossierOfKeyAccount } from './key-account-mutations.ts'

const MOST_RIVALS = 12
const BASIS = 100

const texts = messages({
  form: { zh: '大客户信息管理档案', en: 'Dossier' },
  save: { zh: '上报', en: 'Submit' },
  kept: { zh: '已登记；留空沿用上一版', en: 'On file; empty: as in the version before' },
  sealed: { zh: '加密保存，不暂存在本机', en: 'Kept sealed; not kept on this computer meanwhile' },
  clear: { zh: '不再保存', en: 'Keep no more' },
  clearHint: { zh: '选中的项在新版中不再保存', en: 'What is chosen is not kept in the new version' },
  competition: { zh: '竞争情况', en: 'Competition' },
  us: { zh: '我方份额（%）', en: 'Our share (%)' },
  name: { zh: '竞争对手', en: 'Rival' },
  share: { zh: '份额（%）', en: 'Share (%)' },
  strengths: { zh: '长处', en: 'Strengths' },
  weaknesses: { zh: '短处', en: 'Weaknesses' },
  add: { zh: '加一家对手', en: 'Add a rival' },
  remove: { zh: '去掉这一家', en: 'Take this one out' },
})

interface Rival {
  readonly name?: string
  readonly share?: number | null
  readonly strengths?: string | null
  readonly weaknesses?: string | null
}
type Values = Partial<Record<DossierHead, string | null>> & {
  readonly clear?: readonly DossierSealedHead[]
  readonly ourShare?: number | null
  readonly rivals?: readonly Rival[]
}

interface DossierFormProps {
  readonly keyAccountId: string
  /** The version in force: the form begins from it. */
  readonly before: DossierPartsFragment | undefined
  readonly onCancel: () => void
  readonly onSaved: () => Promise<void>
}

const percentOf = (basisPoints: number | null) => (basisPoints === null ? null : basisPoints / BASIS)
const basisPointsOf = (percent: number | null | undefined) =>
  percent === null || percent === undefined ? null : Math.round(percent * BASIS)

/** Only open heads survive a closed page: what is sealed on the server is not left lying in the browser. */
const openOnly = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([head]) => !isSealedHead(head as DossierHead))) as Values

/** The ten heads and the rivals, begun from the version in force. */
export function DossierForm({ keyAccountId, before, onCancel, onSaved }: DossierFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const record = useAct(RecordDossierOfKeyAccount)
  const draft = useDraft<Values>(`dossier.${keyAccountId}.${before?.ordinal ?? 0}`)
  const onFile = before?.onFile ?? []
  const begun: Values = {
    ...Object.fromEntries(DOSSIER_OPEN_HEADS.map((head) => [head, before?.[head] ?? null])),
    ourShare: percentOf(before?.ourShareBasisPoints ?? null),
    rivals: (before?.rivals ?? []).map(({ shareBasisPoints, ...rival }) => ({
      ...rival,
      share: percentOf(shareBasisPoints),
    })),
  }
  const inputOf = ({ clear = [], ourShare, rivals = [], ...heads }: Values) => ({
    keyAccountId,
    expectedOrdinal: before?.ordinal ?? 0,
    ...stated(heads),
    clear: [...clear],
    ourShareBasisPoints: basisPointsOf(ourShare),
    rivals: rivals.map(({ name = '', share, strengths = null, weaknesses = null }) => ({
      name,
      shareBasisPoints: basisPointsOf(share),
      strengths,
      weaknesses,
    })),
  })
  return (
    <Form<Values>
      label={say('form')}
      verb={say('save')}
      wide
      stays
      initial={{ ...begun, ...draft.found }}
      onCancel={onCancel}
      onChange={(values) => draft.keep(openOnly(values))}
      check={(values) => check(DOSSIER_INPUTS.record, inputOf(values))}
      onSubmit={async (values) => {
        const { done, refused } = await record(inputOf(values))
        if (!done) return refused
        draft.drop()
        await onSaved()
        return undefined
      }}
    >
      <div className="st-field-wide">
        <Fields>
          {DOSSIER_HEADS.map((head) => (
            <Field
              key={head}
              name={head}
              label={sayWord(DOSSIER_HEAD_LABELS[head])}
              {...(isSealedHead(head) ? { hint: say(onFile.includes(head) ? 'kept' : 'sealed') } : {})}
            >
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2_000} />
            </Field>
          ))}
          {onFile.length > 0 && (
            <Field name="clear" label={say('clear')} hint={say('clearHint')}>
              <Select
                mode="multiple"
                options={onFile.map((value) => ({ value, label: sayWord(DOSSIER_HEAD_LABELS[value]) }))}
              />
            </Field>
          )}
        </Fields>
      </div>
      <div className="st-field-wide">
        <Stack gap={2}>
          <h3 className="st-part-title">{say('competition')}</h3>
          <Field name="ourShare" label={say('us')}>
            <InputNumber<number> min={0} max={100} precision={2} />
          </Field>
          <FieldList name="rivals" most={MOST_RIVALS} addLabel={say('add')}>
            {({ at, remove }) => (
              <Fields>
                <Field name={`${at}.name`} label={say('name')} required>
                  <Input maxLength={100} />
                </Field>
                <Field name={`${at}.share`} label={say('share')}>
                  <InputNumber<number> min={0} max={100} precision={2} />
                </Field>
                <Field name={`${at}.strengths`} label={say('strengths')}>
                  <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} maxLength={500} />
                </Field>
                <Field name={`${at}.weaknesses`} label={say('weaknesses')}>
                  <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} maxLength={500} />
                </Field>
                <Button icon={<DeleteIcon aria-hidden />} onClick={remove}>
                  {say('remove')}
                </Button>
              </Fields>
            )}
          </FieldList>
        </Stack>
      </div>
    </Form>
  )
}
