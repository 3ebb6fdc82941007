import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

/** Passkeys need a browser that has them, and an address that is not bare digits. */
export const canUsePasskeys = (): boolean => typeof globalThis.PublicKeyCredential === 'function'

/** Lets the device make a passkey; undefined where the person turned away or the device cannot. */
export const makePasskey = (options: string): Promise<string | undefined> =>
  startRegistration({ optionsJSON: JSON.parse(options) as never }).then(
    (answer) => JSON.stringify(answer),
    () => undefined,
  )

/** Lets the device show a passkey; undefined where the person turned away or the device has none. */
export const showPasskey = (options: string): Promise<string | undefined> =>
  startAuthentication({ optionsJSON: JSON.parse(options) as never }).then(
    (answer) => JSON.stringify(answer),
    () => undefined,
  )
