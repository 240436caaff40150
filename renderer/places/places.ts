import { IconChecklist, IconCoins, IconCpu, IconNetwork, IconScale, IconSettings } from '@tabler/icons-react'
import { type ComponentType, lazy } from 'react'

export type PageProps = { readonly detail: string | null }

export type Place = {
  readonly id: string
  readonly label: string
  /** In a few words, for the command palette. */
  readonly purpose: string
  readonly Icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>
  readonly Page: ComponentType<PageProps>
}

/** Where the app opens: its answer. */
export const homePlace = 'earnings'

/** The places in the order of the rail; the position is the number key that leads there. */
export const places: readonly Place[] = [
  {
    id: 'rig',
    label: 'Rig',
    purpose: 'Detected GPUs, live watts, your rigs',
    Icon: IconCpu,
    Page: lazy(async () => ({ default: (await import('./rig/Rig.tsx')).Rig })),
  },
  {
    id: 'earnings',
    label: 'Earnings',
    purpose: 'What it really nets, and the prices to type',
    Icon: IconCoins,
    Page: lazy(async () => ({ default: (await import('./earnings/Earnings.tsx')).Earnings })),
  },
  {
    id: 'networks',
    label: 'Networks',
    purpose: 'The same rig on every network, and why they differ',
    Icon: IconNetwork,
    Page: lazy(async () => ({ default: (await import('./networks/Networks.tsx')).Networks })),
  },
  {
    id: 'diligence',
    label: 'Diligence',
    purpose: 'Whether a market and its token deserve trust, and what to find out next',
    Icon: IconScale,
    Page: lazy(async () => ({ default: (await import('./diligence/Diligence.tsx')).Diligence })),
  },
  {
    id: 'proof',
    label: 'Proof',
    purpose: 'Published figures, computed again on this machine',
    Icon: IconChecklist,
    Page: lazy(async () => ({ default: (await import('./proof/Proof.tsx')).Proof })),
  },
  {
    id: 'settings',
    label: 'Settings',
    purpose: 'Theme, role, data folder, version',
    Icon: IconSettings,
    Page: lazy(async () => ({ default: (await import('./settings/Settings.tsx')).Settings })),
  },
]
