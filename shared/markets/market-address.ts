/** Which ids of networks are addresses of the app itself: one list for pages and schema. @see SPEC.md MB11 */

/** What lies beside the networks under "#/networks/". */
export const appAddresses = ['import', 'workloads', 'models', 'glossary'] as const

export type AppAddress = (typeof appAddresses)[number]

const termPrefix = 'glossary-'

/**
 * Whether an address is the app's own and therefore no network's. Example: "import" and "glossary-pue" are,
 * "import-data" is not. @see SPEC.md MB11
 */
export function isAddressOfTheApp(id: string): boolean {
  return isAppAddress(id) || id.startsWith(termPrefix)
}

/** Example: "models" is one, "glossary-pue" is a term within one. @see SPEC.md MB11 */
export function isAppAddress(id: string): id is AppAddress {
  return appAddresses.some((address) => address === id)
}

/** The term of the glossary that an address leads to, or null. Example: "glossary-pue" gives "pue". @see SPEC.md MB11 */
export function termInAddress(id: string): string | null {
  return id.startsWith(termPrefix) ? id.slice(termPrefix.length) : null
}
