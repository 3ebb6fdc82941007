/** A printed form as data: what stands on it, before anything is laid out. */
import type { Locale, Meaning, Role, SignatureProof } from '@steward/domain'

export interface PrintedSignature {
  readonly meaning: Meaning
  readonly name: string
  /** By whose delegation, where it was one. */
  readonly behalf: string | null
  readonly role: Role
  /** Local day and time. */
  readonly at: string
  readonly proof: SignatureProof
  readonly comment: string | null
}

/** A titled part of the content. */
export type PrintedPart =
  | {
      readonly kind: 'clause'
      readonly mark: string
      readonly heading: string
      readonly paragraphs: readonly string[]
    }
  | {
      readonly kind: 'table'
      /** The last column holds amounts. */
      readonly amounts: boolean
      readonly heads: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  | {
      readonly kind: 'fields'
      readonly title: string
      readonly fields: readonly (readonly [label: string, value: string])[]
    }

export interface PrintedForm {
  readonly locale: Locale
  readonly organization: string
  readonly title: string
  /** What it is the form of: `控制程序`. */
  readonly kind: string
  readonly number: string
  /** Whose number it is. */
  readonly numbering: 'number' | 'case' | 'statement'
  /** `A/1`; null where it has no revisions. */
  readonly label: string | null
  /** Controlled status as it is stamped on it; null where it is no controlled document. */
  readonly control: { readonly word: string; readonly inForce: boolean } | null
  readonly cells: readonly (readonly [label: string, value: string])[]
  readonly signatures: readonly PrintedSignature[]
  readonly parts: readonly PrintedPart[]
  /** A paper that is never signed does not say that it is not. */
  readonly signs: boolean
  /** What all have signed, and where a reader sees what it is; null while nobody has signed. */
  readonly seal: { readonly hash: string; readonly link: string } | null
  /** Local day and time. */
  readonly printedAt: string
}
