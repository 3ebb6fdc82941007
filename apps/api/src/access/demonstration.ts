/** What everybody may know of a demonstration: its people's password is printed at the start, code and PIN stand on the screen. */
export const DEMONSTRATION_PASSWORD = 'welcome-to-steward'
export const DEMONSTRATION_CODE = '246810'
export const DEMONSTRATION_PIN = '135790'
