import { grantsOf, VIEW_SHARING_LABELS } from '@steward/domain'
import {
  AppLink,
  Button,
  ConfirmDialog,
  DeleteIcon,
  DownIcon,
  EditIcon,
  Inline,
  PinnedIcon,
  Stack,
  UpIcon,
  useNotify,
  ViewIcon,
} from '@steward/ui'
import { useState } from 'react'
import { useAct } from '../acts/use-act.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useViewer } from '../session/viewer.tsx'
import { MoveViewMutation, PinViewMutation, RemoveViewMutation, UnpinViewMutation } from './view-documents.ts'
import type { View } from './view-form.tsx'

const texts = messages({
  views: { zh: '保存的视图', en: 'Saved views' },
  by: { zh: '{{name}}共享', en: 'shared by {{name}}' },
  up: { zh: '上移“{{name}}”', en: 'Move “{{name}}” up' },
  down: { zh: '下移“{{name}}”', en: 'Move “{{name}}” down' },
  pin: { zh: '固定“{{name}}”', en: 'Pin “{{name}}”' },
  unpin: { zh: '取消固定“{{name}}”', en: 'Unpin “{{name}}”' },
  pinned: { zh: '“{{name}}”已固定在列表上方', en: '“{{name}}” stands above the list now' },
  edit: { zh: '修改“{{name}}”', en: 'Change “{{name}}”' },
  remove: { zh: '删除“{{name}}”', en: 'Remove “{{name}}”' },
  removal: { zh: '删除视图“{{name}}”？', en: 'Remove the view “{{name}}”?' },
  removalHint: {
    zh: '列表里的内容不受影响。共享给别人的，别人那里也不再有。',
    en: 'What the list shows stays as it is. Those with whom it is shared lose it too.',
  },
  verb: { zh: '删除', en: 'Remove' },
  removed: { zh: '视图“{{name}}”已删除', en: 'The view “{{name}}” is removed' },
})

interface ViewListProps {
  /** One's own first, in order. */
  readonly views: readonly View[]
  readonly addressOf: (view: View) => string
  readonly onChoose: () => void
  readonly onEdit: (view: View) => void
  readonly onReload: () => Promise<unknown>
}

/** All views of a list that somebody sees: open, put in order, change, remove. */
export function ViewList({ views, addressOf, onChoose, onEdit, onReload }: ViewListProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const viewer = useViewer()
  const notify = useNotify()
  const move = useAct(MoveViewMutation)
  const remove = useAct(RemoveViewMutation)
  const pin = useAct(PinViewMutation)
  const unpin = useAct(UnpinViewMutation)
  const [leaving, setLeaving] = useState<View>()
  const own = views.filter(({ isMine }) => isMine)
  const put = async ({ id }: View, position: number) => {
    const { refused } = await move({ savedViewId: id, position })
    if (refused?.message) notify.failed(refused.message)
    await onReload()
  }
  const turn = async ({ id, name, isPinned }: View) => {
    const { done, refused } = await (isPinned ? unpin : pin)({ savedViewId: id })
    if (refused?.message) notify.failed(refused.message)
    else if (done && !isPinned) notify.done(say('pinned', { name }))
    await onReload()
  }
  const removesAny = grantsOf(viewer, 'view:remove').includes('any')
  return (
    <>
      <ul className="st-rows" aria-label={say('views')}>
        {views.map((view) => {
          const { id, name, sharing, isMine, isPinned, owner } = view
          const at = own.indexOf(view)
          const who = isMine
            ? sayWord(VIEW_SHARING_LABELS[sharing])
            : say('by', { name: owner?.name ?? sayWord(VIEW_SHARING_LABELS[sharing]) })
          return (
            <li key={id}>
              <Inline gap={2} justify="space-between">
                <Stack gap={1}>
                  <AppLink to={addressOf(view)} onClick={onChoose}>
                    {name}
                  </AppLink>
                  <span className="st-quiet st-small">{who}</span>
                </Stack>
                <Inline gap={1}>
                  {!isMine && (
                    <Button
                      type="text"
                      icon={isPinned ? <PinnedIcon aria-hidden /> : <ViewIcon aria-hidden />}
                      aria-label={say(isPinned ? 'unpin' : 'pin', { name })}
                      onClick={() => void turn(view)}
                    />
                  )}
                  {isMine && (
                    <>
                      <Button
                        type="text"
                        icon={<UpIcon aria-hidden />}
                        aria-label={say('up', { name })}
                        disabled={at === 0}
                        onClick={() => void put(view, at - 1)}
                      />
                      <Button
                        type="text"
                        icon={<DownIcon aria-hidden />}
                        aria-label={say('down', { name })}
                        disabled={at === own.length - 1}
                        onClick={() => void put(view, at + 1)}
                      />
                      <Button
                        type="text"
                        icon={<EditIcon aria-hidden />}
                        aria-label={say('edit', { name })}
                        onClick={() => onEdit(view)}
                      />
                    </>
                  )}
                  {(isMine || removesAny) && (
                    <Button
                      type="text"
                      danger
                      icon={<DeleteIcon aria-hidden />}
                      aria-label={say('remove', { name })}
                      onClick={() => setLeaving(view)}
                    />
                  )}
                </Inline>
              </Inline>
            </li>
          )
        })}
      </ul>
      <ConfirmDialog
        open={leaving !== undefined}
        title={say('removal', { name: leaving?.name ?? '' })}
        verb={say('verb')}
        danger
        onCancel={() => setLeaving(undefined)}
        onConfirm={async () => {
          if (!leaving) return
          const { done, refused } = await remove({
            savedViewId: leaving.id,
            expectedVersion: leaving.version,
          })
          if (done) notify.done(say('removed', { name: leaving.name }))
          else if (refused?.message) notify.failed(refused.message)
          await onReload()
          setLeaving(undefined)
        }}
      >
        {say('removalHint')}
      </ConfirmDialog>
    </>
  )
}
