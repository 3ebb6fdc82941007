import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useSearchParams } from 'react-router'
import { afterEach, describe, expect, it } from 'vitest'
import { clearPage, openPage, type Answers } from '../../testing/index.tsx'
import { SavedViewTabs } from './saved-view-tabs.tsx'
import { useSavedViews } from './use-saved-views.tsx'

afterEach(clearPage)

const OWN = ['view:read', 'view:save', 'view:change', 'view:move', 'view:remove'] as const
const view = (n: number, name: string, query: string, more: object = {}) => ({
  __typename: 'SavedView',
  id: `vue_0190000000007000800000000000000${n}`,
  place: 'CASES',
  name,
  query,
  sharing: 'PRIVATE',
  isMine: true,
  isPinned: false,
  position: n,
  version: 1,
  owner: { __typename: 'Staff', id: 'stf_01900000000070008000000000000001', name: '孙丽' },
  ...more,
})
const count = (totalCount: number) => ({
  __typename: 'ComplaintConnection',
  totalCount,
  totalCountIsCapped: false,
})

/** A list as any page has one: its address is all it shows. */
function List() {
  const [params] = useSearchParams()
  const saved = useSavedViews({
    place: 'CASES',
    present: params,
    filterOf: (query) => ({ number: query.toString() }),
  })
  return (
    <>
      {saved.menu}
      <SavedViewTabs saved={saved} />
    </>
  )
}

const open = (address: string, answers: Answers = {}, permissions: readonly string[] = OWN) => ({
  ...openPage(`/customer-service${address}`, <List />, {
    person: { roles: ['SERVICE_AGENT'], permissions: permissions as never },
    answers: {
      SavedViews: () => ({
        savedViews: [view(0, '急的', 'severity=1,2'), view(1, '已结也看', 'all=1')],
      }),
      ViewCounts: () => ({ first: count(4), second: count(40), third: count(7) }),
      ...answers,
    },
  }),
  user: userEvent.setup({ delay: null }),
})
const tabs = async () => within(await screen.findByRole('navigation', { name: '视图' })).getAllByRole('link')
const inputs = (sent: readonly { operation: string; variables: object }[], operation: string) =>
  sent.flatMap((it) => (it.operation === operation ? [(it.variables as { input: object }).input] : []))
const choose = async (user: ReturnType<typeof userEvent.setup>, entry: string) => {
  await user.click(await screen.findByRole('button', { name: '视图' }))
  await user.click(await screen.findByRole('menuitem', { name: entry }))
}

describe('saved views', () => {
  it('stand as addresses with their numbers, and the one whose filters are set is the present one', async () => {
    open('?severity=1%2C2')
    await screen.findByText('40')
    const shown = (await tabs()).map((tab) => [
      tab.textContent,
      tab.getAttribute('href'),
      tab.getAttribute('aria-current'),
    ])
    expect(shown).toEqual([
      ['默认', '/customer-service', null],
      ['急的4', '/customer-service?severity=1,2', 'page'],
      ['已结也看40', '/customer-service?all=1', null],
    ])
  })

  it('are kept from what the list shows now, privately unless one may share', async () => {
    const { user, sent } = open('?number=2611-', {
      SaveView: () => ({ saveView: view(2, '本月', 'number=2611-') }),
    })
    await choose(user, '把现在的筛选存为视图')
    await user.type(await screen.findByLabelText('名称'), '本月')
    expect(screen.queryByText('谁能看到')).toBeNull()
    await user.click(screen.getByRole('button', { name: '保存' }))
    await screen.findByText('视图“本月”已保存')
    expect(inputs(sent, 'SaveView')).toEqual([
      { place: 'CASES', name: '本月', query: 'number=2611-', sharing: 'PRIVATE' },
    ])
  })

  it('say what is wrong with a name beside it, and nothing typed is lost', async () => {
    const { user } = open(
      '',
      {
        SaveView: () => ({ saveView: { __typename: 'DuplicateError', code: 'DUPLICATE', message: '重复' } }),
      },
      [...OWN, 'view:shareWithDepartment'],
    )
    await choose(user, '把现在的筛选存为视图')
    expect(await screen.findByText('本部门')).toBeTruthy()
    expect(screen.queryByText('全公司')).toBeNull()
    await user.type(screen.getByLabelText('名称'), '急的')
    await user.click(screen.getByRole('button', { name: '保存' }))
    expect(await screen.findByText('您已有同名的视图。')).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('名称').value).toBe('急的')
  })

  it('are put in order and removed; those of others are only opened', async () => {
    const { user, sent } = open('', {
      SavedViews: () => ({
        savedViews: [
          view(0, '急的', 'severity=1,2'),
          view(1, '已结也看', 'all=1'),
          view(2, '大家的', 'status=REGISTERED', { isMine: false, sharing: 'ORGANIZATION' }),
        ],
      }),
      MoveView: () => ({ moveView: view(0, '已结也看', 'all=1') }),
      RemoveView: () => ({
        removeView: { __typename: 'RemovedSavedView', savedViewId: view(0, '', '').id },
      }),
    })
    await choose(user, '管理视图')
    expect(await screen.findByText('孙丽共享')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '删除“大家的”' })).toBeNull()
    await user.click(screen.getByRole('button', { name: '上移“已结也看”' }))
    await waitFor(() =>
      expect(inputs(sent, 'MoveView')).toEqual([{ savedViewId: view(1, '', '').id, position: 0 }]),
    )
    await user.click(screen.getByRole('button', { name: '删除“急的”' }))
    await user.click(await screen.findByRole('button', { name: '删除' }))
    await waitFor(() =>
      expect(inputs(sent, 'RemoveView')).toEqual([{ savedViewId: view(0, '', '').id, expectedVersion: 1 }]),
    )
  })

  it('of colleagues wait in the menu, and stand among one’s own once they are pinned', async () => {
    let isPinned = false
    const others = () => ({ isMine: false, isPinned, sharing: 'ORGANIZATION' })
    const { user, sent, router } = open('', {
      SavedViews: () => ({
        savedViews: [
          view(0, '急的', 'severity=1,2'),
          view(2, '大家的', 'status=REGISTERED', others()),
          view(3, '本月的', 'number=2611-', { ...others(), isPinned: false }),
        ],
      }),
      PinView: () => {
        isPinned = true
        return { pinView: view(2, '大家的', 'status=REGISTERED', others()) }
      },
    })
    expect((await tabs()).map(({ textContent }) => textContent)).toEqual(['默认', '急的4'])
    await choose(user, '管理视图')
    expect(screen.queryByRole('button', { name: '固定“急的”' })).toBeNull()
    await user.click(await screen.findByRole('button', { name: '固定“大家的”' }))
    expect(await screen.findByRole('button', { name: '取消固定“大家的”' })).toBeTruthy()
    expect(inputs(sent, 'PinView')).toEqual([{ savedViewId: view(2, '', '').id }])
    await user.click(screen.getByRole('button', { name: /关闭|Close/ }))
    await waitFor(async () =>
      expect((await tabs()).map(({ textContent }) => textContent)).toEqual(['默认', '急的4', '大家的40']),
    )
    // One that is open stands there too, so that one sees where one is.
    await choose(user, '本月的')
    await waitFor(() => expect(router.state.location.search).toBe('?number=2611-'))
    expect((await tabs()).at(-1)!.textContent).toContain('本月的')
  })

  it('with a filter that is no longer there say so, and the list opens all the same', async () => {
    open('?severity=1&mood=ANGRY&status=LOST')
    expect(await screen.findByText('有的筛选条件已失效，没有采用：mood, 状态。')).toBeTruthy()
    expect(await tabs()).toHaveLength(3)
  })

  it('are not offered to whoever has none', async () => {
    const { sent } = open('', {}, [])
    await waitFor(() => expect(screen.queryByRole('button', { name: '视图' })).toBeNull())
    expect(sent.some(({ operation }) => operation === 'SavedViews')).toBe(false)
  })
})
