import { text, type Text } from '../text.ts'

/**
 * How far a value may travel. Every published or copied field states its class; nothing is public by omission.
 * Personal: tells of a natural person, all free text included. Sensitive: masked even for those who read the record.
 */
export const FIELD_CLASSES = ['public', 'internal', 'personal', 'sensitive'] as const
export type FieldClass = (typeof FIELD_CLASSES)[number]

export const FIELD_CLASS_LABELS: Readonly<Record<FieldClass, Text>> = {
  public: text('公开', 'Public'),
  internal: text('内部', 'Internal'),
  personal: text('个人信息', 'Personal'),
  sensitive: text('敏感个人信息', 'Sensitive'),
}

/** Values of these classes enter a signature as a commitment, so that they can be erased and the signature still verifies. */
export const isCommitted = (fieldClass: FieldClass): boolean =>
  fieldClass === 'personal' || fieldClass === 'sensitive'
