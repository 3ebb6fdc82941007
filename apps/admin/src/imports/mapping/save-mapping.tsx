import { graphql, type RecordMappingInput } from '@steward/graphql-client'
import { messages, useAct, useMay, useMessages } from '@steward/portal'
import { Alert, Button, Dialog, Input, Stack, useNotify } from '@steward/ui'
import { useState } from 'react'
import type { SavedMapping } from './mapping-draft.ts'

const SaveImportMapping = graphql(/* GraphQL */ `
  mutation SaveImportMapping($input: SaveImportMappingInput!) {
    saveImportMapping(input: $input) {
      ... on ImportMapping {
        id
        name
        version
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
const RetireImportMapping = graphql(/* GraphQL */ `
  mutation RetireImportMapping($input: RetireImportMappingInput!) {
    retireImportMapping(input: $input) {
      ... on ImportMapping {
        id
        version
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

const texts = messages({
  save: { zh: '保存列对应', en: 'Save the mapping' },
  name: { zh: '名称', en: 'Name' },
  nameHint: {
    zh: '同名的会被更新；以前的导入仍按当时的对应。',
    en: 'One of the same name is saved anew; earlier imports keep what they went by.',
  },
  saved: { zh: '已保存', en: 'Saved' },
  retire: { zh: '停用“{{name}}”', en: 'Retire “{{name}}”' },
  retired: { zh: '已停用', en: 'Retired' },
})

interface SaveMappingProps {
  readonly record: RecordMappingInput
  readonly known: SavedMapping | undefined
  readonly disabled: boolean
  readonly onChanged: () => void
}

/** Keeps what the columns mean under a name, or offers a kept one no more. */
export function SaveMapping({ record, known, disabled, onChanged }: SaveMappingProps) {
  const say = useMessages(texts)
  const may = useMay()
  const notify = useNotify()
  const save = useAct(SaveImportMapping)
  const retire = useAct(RetireImportMapping)
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string>()

  const keep = async (): Promise<void> => {
    const { done, refused } = await save({ name, record })
    if (!done) return setProblem(Object.values(refused.fields ?? {})[0] ?? refused.message)
    setOpen(false)
    notify.done(say('saved'))
    onChanged()
  }
  const drop = async (mapping: SavedMapping): Promise<void> => {
    const { refused } = await retire({ importMappingId: mapping.id, expectedVersion: mapping.version })
    if (refused) return refused.message === undefined ? undefined : notify.failed(refused.message)
    notify.done(say('retired'))
    onChanged()
  }
  return (
    <>
      {may('import:saveMapping') && (
        <Button
          disabled={disabled}
          onClick={() => {
            setName(known?.name ?? record.source)
            setOpen(true)
          }}
        >
          {say('save')}
        </Button>
      )}
      {known && may('import:retireMapping') && (
        <Button type="text" onClick={() => void drop(known)}>
          {say('retire', { name: known.name })}
        </Button>
      )}
      <Dialog
        open={open}
        title={say('save')}
        onClose={() => setOpen(false)}
        footer={
          <Button type="primary" disabled={name.trim() === ''} onClick={() => void keep()}>
            {say('save')}
          </Button>
        }
      >
        <Stack gap={2}>
          <label className="st-stack" style={{ gap: 4 }}>
            <span>{say('name')}</span>
            <Input value={name} maxLength={60} onChange={({ target }) => setName(target.value)} />
            <span className="st-small st-quiet">{say('nameHint')}</span>
          </label>
          {problem && <Alert type="error" showIcon title={problem} role="alert" />}
        </Stack>
      </Dialog>
    </>
  )
}
