import { Button, Choice, Sheet, Stack, SwitchList, TableIcon, type Column } from '@steward/ui'
import { useState, type ReactNode } from 'react'
import { messages, useMessages } from '../i18n/messages.ts'
import { useViewer } from '../session/viewer.tsx'
import { usePreference } from './preference.ts'
import { densityPreference } from './settings.ts'

const texts = messages({
  columns: { zh: '列与疏密', en: 'Columns and density' },
  shown: { zh: '显示的列', en: 'Columns that are shown' },
  density: { zh: '疏密', en: 'Density' },
  comfortable: { zh: '宽松', en: 'Comfortable' },
  compact: { zh: '紧凑', en: 'Compact' },
})

interface ListColumns<Row> {
  readonly columns: readonly Column<Row>[]
  /** The button behind which they are chosen. */
  readonly menu: ReactNode
}

/**
 * Which columns of a list somebody wants to see, and how close its rows stand: remembered for each person who signs in in this browser. The
 * first column names the row and stays.
 * @param usual keys of the columns that are shown to whoever has chosen nothing
 */
export function useListColumns<Row>(
  list: string,
  all: readonly Column<Row>[],
  usual: readonly string[],
): ListColumns<Row> {
  const say = useMessages(texts)
  const { staff } = useViewer()
  const key = `steward.columns.${list}.${staff.id}`
  const [shown, setShown] = useState(() => read(key) ?? usual)
  const [open, setOpen] = useState(false)
  const density = usePreference(densityPreference)
  const [first, ...others] = all
  const change = (column: string, on: boolean) => {
    const next = on ? [...shown, column] : shown.filter((it) => it !== column)
    write(key, next)
    setShown(next)
  }
  return {
    columns: [...(first ? [first] : []), ...others.filter((it) => shown.includes(it.key))],
    menu: (
      <>
        <Button icon={<TableIcon aria-hidden />} aria-label={say('columns')} onClick={() => setOpen(true)} />
        <Sheet open={open} title={say('columns')} onClose={() => setOpen(false)}>
          <Stack gap={4}>
            <SwitchList
              label={say('shown')}
              items={others.map((it) => ({ key: it.key, label: it.title, on: shown.includes(it.key) }))}
              onSwitch={change}
            />
            <fieldset className="st-plain-fieldset">
              <legend>{say('density')}</legend>
              <Choice
                value={density}
                options={densityPreference.values.map((value) => ({ value, label: say(value) }))}
                onChange={(value) => densityPreference.set(value)}
              />
            </fieldset>
          </Stack>
        </Sheet>
      </>
    ),
  }
}

function read(key: string): readonly string[] | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return Array.isArray(stored) ? stored.filter((it) => typeof it === 'string') : undefined
  } catch {
    return undefined
  }
}

function write(key: string, shown: readonly string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(shown))
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}
