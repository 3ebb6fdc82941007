import type { ArchivePart } from '@steward/domain'

/** Where on the page of a client each part of the archive is filled in. */
export const PLACES = [
  'about',
  'contacts',
  'household',
  'fields',
  'stays',
  'consents',
  'status',
  'profile',
] as const
export type Place = (typeof PLACES)[number]

export const PLACE_OF: Readonly<Record<ArchivePart, Place>> = {
  NAME: 'about',
  PHONE: 'about',
  EMAIL: 'about',
  SOURCE: 'about',
  MANAGER: 'about',
  CONTACT: 'contacts',
  DECISION_ROLE: 'contacts',
  CHANNEL: 'contacts',
  BIRTHDAY: 'contacts',
  HOUSEHOLD: 'household',
  STAY: 'stays',
  MOVE_IN: 'stays',
  CONSENT: 'consents',
  STATUS_RECORD: 'status',
  PROFILE: 'profile',
  CUSTOM_FIELD: 'fields',
}

export const placeId = (place: Place): string => `archive-${place}`

/** Brings a part of the archive into sight and stands at its first button, where it is filled in. */
export const goToPlace = (place: Place): void => {
  const found = document.getElementById(placeId(place))?.firstElementChild
  found?.scrollIntoView({ block: 'center' })
  found?.querySelector<HTMLElement>('button, a[href], input')?.focus({ preventScroll: true })
}
