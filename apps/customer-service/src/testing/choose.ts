import { screen } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'

/** Chooses from a select as a person does: open it, type, touch what is wanted. */
export async function choose(
  user: UserEvent,
  select: HTMLElement,
  typed: string,
  wanted = typed,
): Promise<void> {
  await user.click(select)
  await user.keyboard(typed)
  const options = await screen.findAllByText(wanted, {
    selector: '.ant-select-item-option-content *, .ant-select-item-option-content',
  })
  await user.click(options.at(-1)!)
}
