import { TASK_INPUTS } from '@steward/domain'
import { Field, Form, Input } from '@steward/ui'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { clearPage, openPage } from '../../testing/index.tsx'
import { useCheckInput } from './use-check-input.ts'
import { useDraft } from './use-draft.ts'
import { useRefreshOnReturn } from './use-refresh-on-return.ts'

afterEach(() => {
  clearPage()
  vi.restoreAllMocks()
})

const KEY = 'steward.draft.stf_孙丽.note'

function Note() {
  const draft = useDraft<{ words: string }>('note')
  return (
    <Form<{ words: string }>
      label="记录"
      verb="提交"
      initial={draft.found ?? {}}
      onChange={draft.keep}
      onSubmit={async () => {
        draft.drop()
        return undefined
      }}
    >
      <Field name="words" label="内容">
        <Input />
      </Field>
    </Form>
  )
}

describe('a draft', () => {
  const typed = async () => {
    openPage('/', <Note />)
    return (await screen.findByLabelText('内容')) as HTMLInputElement
  }

  it('is there again after the page was left, until it is sent', async () => {
    await userEvent.type(await typed(), '三楼漏水')
    const stored = localStorage.getItem(KEY)!
    clearPage()
    localStorage.setItem(KEY, stored)
    expect((await typed()).value).toBe('三楼漏水')
    await userEvent.click(screen.getByRole('button', { name: '提交' }))
    await vi.waitFor(() => expect(localStorage.getItem(KEY)).toBeNull())
  })

  it('is not kept where nothing is typed any more', async () => {
    const field = await typed()
    await userEvent.type(field, '错')
    await userEvent.clear(field)
    expect(localStorage.getItem(KEY)).toBeNull()
  })

  it('is forgotten after three days, and when it is none', async () => {
    const fourDays = 4 * 86_400_000
    localStorage.setItem(KEY, JSON.stringify({ at: Date.now() - fourDays, values: { words: '旧' } }))
    expect((await typed()).value).toBe('')
    expect(localStorage.getItem(KEY)).toBeNull()
    clearPage()
    localStorage.setItem(KEY, 'not ours')
    expect((await typed()).value).toBe('')
  })

  it('lasts as long as the page where storing is forbidden', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError')
    })
    const field = await typed()
    await userEvent.type(field, '三楼漏水')
    expect(field.value).toBe('三楼漏水')
  })
})

function Checked({ input }: { readonly input: object }) {
  const check = useCheckInput()
  return <p>{JSON.stringify(check(TASK_INPUTS.assign, input))}</p>
}

describe('rules that need no server', () => {
  const STAFF = 'stf_01900000000070008000000000000001'

  it('take published ids as what they are', async () => {
    openPage('/', <Checked input={{ assigneeId: STAFF, expectedVersion: 1 }} />)
    expect(await screen.findByText('{}')).toBeTruthy()
  })

  it('name every wrong field in the language of the screen', async () => {
    openPage('/', <Checked input={{ assigneeId: 'nobody', expectedVersion: 0 }} />, { locale: 'en' })
    expect(
      await screen.findByText('{"expectedVersion":"Must be at least 1.","assigneeId":"This is not valid."}'),
    ).toBeTruthy()
  })
})

function Watching({ onReturn }: { readonly onReturn: () => void }) {
  useRefreshOnReturn(onReturn)
  return <p>在看</p>
}

describe('coming back to the page', () => {
  it('asks again; leaving it does not', async () => {
    const asked = vi.fn()
    openPage('/', <Watching onReturn={asked} />)
    await screen.findByText('在看')
    const visibility = vi.spyOn(document, 'visibilityState', 'get')
    visibility.mockReturnValue('hidden')
    document.dispatchEvent(new Event('visibilitychange'))
    expect(asked).not.toHaveBeenCalled()
    visibility.mockReturnValue('visible')
    document.dispatchEvent(new Event('visibilitychange'))
    expect(asked).toHaveBeenCalledOnce()
  })
})
