/** electron-builder's afterPack: seals the binary, and fails when Electron has a fuse that is not named here. */
import { FUSES } from '../policy.ts'

/** Places in the fuse wire, as @electron/fuses numbers them. */
export const fusePlaces: Readonly<Record<keyof typeof FUSES, number>> = {
  runAsNode: 0,
  enableCookieEncryption: 1,
  enableNodeOptionsEnvironmentVariable: 2,
  enableNodeCliInspectArguments: 3,
  enableEmbeddedAsarIntegrityValidation: 4,
  onlyLoadAppFromAsar: 5,
  loadBrowserProcessSpecificV8Snapshot: 6,
  grantFileProtocolExtraPrivileges: 7,
}

type Packed = {
  readonly packager: { readonly addElectronFuses: (context: Packed, fuses: object) => Promise<unknown> }
  readonly electronPlatformName: string
}

export function fuseConfiguration(electronPlatformName: string) {
  const places = Object.entries(FUSES).map(
    ([name, on]) => [fusePlaces[name as keyof typeof FUSES], on] as const,
  )
  return {
    version: '1',
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
    ...Object.fromEntries(places),
  }
}

export async function afterPack(context: Packed): Promise<void> {
  await context.packager.addElectronFuses(context, fuseConfiguration(context.electronPlatformName))
}
