import type { FieldError } from '../errors.ts'
import { text } from '../text.ts'
import type { ClientKind, ClientRelation } from './client.ts'

interface Opening {
  readonly kind: ClientKind
  readonly relation: ClientRelation
  readonly phone: string | null
  readonly email: string | null
  readonly explained: boolean
  readonly contacts: readonly {
    readonly phone: string | null
    readonly email: string | null
    readonly primary: boolean
  }[]
  readonly members: readonly unknown[]
  readonly occupancies: readonly { readonly unitId: string }[]
}

/** Relations that there are only with a unit. */
const WITH_UNIT: readonly ClientRelation[] = ['OWNER', 'OCCUPANT', 'COMMERCIAL']

/** What an archive lacks that is opened with the client on the phone; all of it at once. */
export const openingGaps = (it: Opening): readonly FieldError[] => [
  ...gap(
    !it.explained,
    'explained',
    text(
      '请先向客户说明建档的用途和好处。',
      'First explain to the client what the archive is for and what they have from it.',
    ),
  ),
  ...gap(
    !reachable(it),
    'phone',
    text('请留下电话或邮箱，至少一种。', 'Give a phone number or an e-mail address, at least one.'),
  ),
  ...gap(
    it.kind === 'COMPANY' && it.contacts.length === 0,
    'contacts',
    text('企业客户至少要有一位联系人。', 'A company needs at least one contact.'),
  ),
  ...gap(
    WITH_UNIT.includes(it.relation) && it.occupancies.length === 0,
    'occupancies',
    text('请选择房号；还没有房号的，关系请选“准业主”。', 'Choose the unit; who has none yet is a prospect.'),
  ),
  ...gap(
    it.kind === 'COMPANY' && it.members.length > 0,
    'members',
    text('企业客户没有家庭成员。', 'A company has no household.'),
  ),
  ...gap(
    it.contacts.filter(({ primary }) => primary).length > 1,
    'contacts',
    text('主要联系人只能有一位。', 'There is one primary contact.'),
  ),
]

const gap = (missing: boolean, path: string, message: FieldError['message']): readonly FieldError[] =>
  missing ? [{ path, message }] : []

const reachable = ({ phone, email, contacts }: Opening): boolean =>
  [{ phone, email }, ...contacts].some((it) => it.phone !== null || it.email !== null)

/** The code of the n-th archive that was given none: C0001. */
export const clientCode = (serial: number): string => `C${String(serial).padStart(4, '0')}`
