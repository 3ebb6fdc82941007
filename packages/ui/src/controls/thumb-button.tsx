import { Button, type ButtonProps } from 'antd'

/** A button for a thumb in a glove: the whole width, 56 px high. The one thing to do here, and perhaps one more. */
export function ThumbButton(props: Omit<ButtonProps, 'size' | 'block'>) {
  return <Button {...props} size="large" block className="st-thumb" />
}
