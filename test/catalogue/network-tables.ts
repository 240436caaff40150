/** What the facts say in notes or leave to judgement, decided here by hand, once. */
import type { NetworkFactLabel } from '../../shared/markets/market-profile.ts'
import type { EvidenceClass, Fact } from '../../shared/figure.ts'

/** Where each network publishes itself: only such a page can be the project's own document. */
export const ownDocuments: Readonly<Record<string, readonly string[]>> = {
  akash: ['https://akash.network/'],
  ionet: ['https://io.net/'],
  render: [
    'https://know.rendernetwork.com/',
    'https://otoyinc.mintlify.app/',
    'https://medium.com/render-token/',
  ],
  nosana: ['https://github.com/nosana-ci/', 'https://docs.nosana.io/'],
  aethir: ['https://docs.aethir.com/'],
  golem: ['https://docs.golem.network/'],
  vast: ['https://docs.vast.ai/', 'https://github.com/vast-ai/'],
  salad: ['https://docs.salad.com/', 'https://support.salad.com/', 'https://salad.com/'],
  runpod: ['https://docs.runpod.io/', 'https://github.com/runpod/'],
  clore: ['https://docs.clore.ai/'],
  flux: ['https://runonflux.com/', 'https://docs.fluxedge.ai/'],
  fluence: ['http://blog.fluence.network/', 'https://fluence.dev/', 'https://fluencenetwork.notion.site/'],
  spheron: ['https://github.com/spheronFdn/'],
  livepeer: ['https://docs.livepeer.org/', 'https://livepeerfoundation-d4522ba3.mintlify.site/'],
  lium: ['https://docs.lium.io/'],
  octaspace: ['https://octa.space/'],
  hyperbolic: ['https://docs.hyperbolic.xyz/'],
  'prime-intellect': ['https://www.primeintellect.ai/', 'https://github.com/PrimeIntellect-ai/'],
}

const said = (text: string, source: string, asOf: string, evidence: EvidenceClass): Fact => ({
  text,
  source,
  asOf,
  class: evidence,
})

/** Looked up on 2026-11-21: the facts name the change, but no page for it. */
const netFlow = said(
  'Since November 2025 a subnet’s share of new TAO follows the net flow of stake into it; a net outflow brings none',
  'https://docs.taostats.io/docs/tao-emission (undated page)',
  '2026-11-21',
  'third-party',
)

export const extraFacts: Readonly<Record<string, Partial<Record<NetworkFactLabel, Fact>>>> = {
  akash: {
    Activity: said(
      'About 59 active providers with 433 GPUs',
      'https://dev.to/swiftnodes/akash-network-rpc-querying-a-decentralized-compute-marketplace-47d9',
      '2026-09',
      'weak-third-party',
    ),
  },
  ionet: {
    'Payment fee': said(
      '2 % when paid in USDC, none in IO; may be older than the rules of June 2026',
      'https://io.net/docs/guides/coin/io-tokenomics (undated page)',
      '2026-11-20',
      'third-party',
    ),
  },
  render: {
    'Other rewards': said(
      'Dispersed, a week: 6 RENDER for availability, 10 times the card’s multiplier for work, 2 for preparation, each by share of 168 hours; a 4090 counts 1, a 5090 about 1.81, a 3060 about 0.5',
      'https://otoyinc.mintlify.app/node-operators/node-operators-understanding-rewards (undated page)',
      '2026-11-20',
      'project-document',
    ),
  },
  nosana: {
    Activity: said(
      'About 2,800 verified GPUs and $3.4 million revenue a year, estimated',
      'https://depin.builders/reports/nosana',
      '2026-05-29',
      'weak-third-party',
    ),
  },
  clore: {
    'Payment fee': said(
      '15 % more from the host when the renter pays in BTC, USDT or USDC; locking CLORE lowers it',
      'https://docs.clore.ai/for-hosts/host-fees (undated page)',
      '2026-11-20',
      'project-document',
    ),
  },
  flux: {
    'Other rewards': said(
      'Node operators share 25 % of FluxCloud revenue, 2 points more each year up to 50 %',
      'https://coinsholder.com/?p=7324 (undated page)',
      '2026-11-20',
      'weak-third-party',
    ),
  },
  chutes: { 'Other rewards': netFlow },
  lium: { 'Other rewards': netFlow },
  targon: { 'Other rewards': netFlow },
  theta: {
    Activity: said(
      'Standard nodes report 0.1 to 1 TFUEL a day; jobs are scarce',
      'https://www.depinly.io/methodology/theta',
      '2026-05-22',
      'weak-third-party',
    ),
  },
}

const a100Pcie = ['a100-pcie-40-gb', 'a100-pcie-80-gb']
const a100Sxm = ['a100-sxm4-40-gb', 'a100-sxm4-80-gb']
const h100 = ['h100-pcie-80-gb', 'h100-sxm5-80-gb']

/** The cards that a price list's short name may mean. */
export const cardsByPriceName: Readonly<Record<string, readonly string[]>> = {
  A10: ['a10'],
  A40: ['a40'],
  'A100 80GB': ['a100-pcie-80-gb', 'a100-sxm4-80-gb'],
  'A100 PCIe': a100Pcie,
  'A100 SXM': a100Sxm,
  B200: ['b200'],
  H100: h100,
  'H100 80GB': h100,
  'H100 NVL': ['h100-nvl-94-gb'],
  'H100 PCIe': ['h100-pcie-80-gb'],
  'H100 SXM': ['h100-sxm5-80-gb'],
  H200: ['h200-nvl', 'h200-sxm-141-gb'],
  L4: ['l4'],
  'RTX 2080 Ti': ['geforce-rtx-2080-ti'],
  'RTX 3060': ['geforce-rtx-3060-12-gb'],
  'RTX 3080': ['geforce-rtx-3080', 'geforce-rtx-3080-12-gb'],
  'RTX 3090': ['geforce-rtx-3090'],
  'RTX 3090 Ti': ['geforce-rtx-3090-ti'],
  'RTX 4070': ['geforce-rtx-4070'],
  'RTX 4070 Ti': ['geforce-rtx-4070-ti'],
  'RTX 4080': ['geforce-rtx-4080'],
  'RTX 4080 SUPER': ['geforce-rtx-4080-super'],
  'RTX 4090': ['geforce-rtx-4090'],
  'RTX 5090': ['geforce-rtx-5090'],
  'RTX A4000': ['rtx-a4000'],
  'RTX A5000': ['rtx-a5000'],
  'RTX A6000': ['rtx-a6000'],
  T4: ['tesla-t4'],
  V100: ['tesla-v100-pcie-16-gb', 'tesla-v100-pcie-32-gb', 'tesla-v100-sxm2-16-gb', 'tesla-v100-sxm2-32-gb'],
}
