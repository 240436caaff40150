import { setNonce } from 'get-nonce'

/** The host writes a fresh nonce into the page on each load; styles made at run time must carry it. */
export const styleNonce: string =
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

/** The scroll lock of dialogs adds a style of its own and asks get-nonce for it. */
setNonce(styleNonce)
