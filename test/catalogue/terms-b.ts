/** The second half of the networks' terms; the field named is the one of the facts that says so. */
import type { TermChoices } from './terms.ts'

export const termsB: Readonly<Record<string, TermChoices>> = {
  flux: {
    resourceKind: ['several kinds', 'workloads'],
    pricing: ['network sets it', 'pricing'],
    currencies: ['token', 'payoutCurrency'],
    cadence: [
      null,
      'payoutCadence',
      'Nodes are rewarded every block; when a GPU’s rent is paid was not found',
    ],
    symbol: 'FLUX',
  },
  fluence: {
    currencies: ['cash', 'payoutCurrency'],
    cadence: [null, 'payoutCadence', 'FLT by epochs of 24 hours; when rent in USDC is paid was not found'],
    collateralKind: ['token', 'collateral'],
    verification: {
      stayedOnline: ['Proof of capacity', 'verification'],
      punished: ['Missed proofs cost part of the collateral each epoch', 'slashing'],
    },
    symbol: 'FLT',
  },
  spheron: {
    resourceKind: ['container', 'workloads'],
    matching: ['hosts bid on an order', 'pricing'],
    pricing: ['auction', 'pricing'],
    currencies: [
      null,
      'providersPaidInToken',
      'Rewards in SPON; in which token a lease is paid out was not found',
    ],
    cadence: [null, 'payoutCadence', 'Rewards by eras of 24 hours; when a lease is paid out was not found'],
    collateralKind: ['token', 'collateral'],
    verification: {
      stayedOnline: ['Liveness counted by eras of 24 hours', 'payoutCadence'],
      punished: ['Stake and rewards for downtime in a lease', 'slashing'],
    },
    uptimePromised: ['A home node below 50 % gets nothing for that era', 'slashing'],
    symbol: 'SPON',
  },
  livepeer: {
    resourceKind: ['several kinds', 'workloads'],
    matching: ['stake and performance', 'pricing'],
    pricing: ['host sets it', 'pricing'],
    currencies: ['token', 'payoutCurrency'],
    cadence: [null, 'payoutCadence'],
    collateralKind: ['token', 'collateral'],
    verification: {
      punished: ['Double signing, faked transcoding proof and malicious tickets can be slashed', 'slashing'],
    },
    symbol: 'LPT',
  },
  theta: {
    resourceKind: ['several kinds', 'workloads'],
    pricing: ['host sets it', 'pricing'],
    currencies: ['token', 'payoutCurrency'],
    cadence: ['monthly', 'payoutCadence'],
    collateralKind: ['none', 'collateral'],
    unbondingDays: { value: 2.5, field: 'collateral' },
    symbol: 'TFUEL',
  },
  chutes: {
    resourceKind: ['inference job', 'workloads'],
    currencies: ['token', 'payoutCurrency'],
    cadence: ['hourly', 'payoutCadence'],
    collateralKind: [null, 'collateral'],
    verification: {
      isolated: ['Trusted execution on newer nodes', 'verification'],
    },
    symbol: 'SN64',
  },
  lium: {
    resourceKind: ['container', 'workloads'],
    pricing: ['host sets it under a cap', 'pricing'],
    currencies: ['token', 'payoutCurrency'],
    cadence: ['daily', 'payoutCadence'],
    verification: {
      stayedOnline: ['Validators probe the hardware', 'verification'],
      outputRight: ['Validators give made-up work', 'verification'],
    },
    symbol: 'SN51',
  },
  targon: {
    resourceKind: ['several kinds', 'workloads'],
    currencies: ['token', 'payoutCurrency'],
    verification: {
      stayedOnline: ['Attested again every 72 minutes', 'verification'],
      isolated: ['Attestation by Intel TDX and NVIDIA', 'verification'],
    },
    symbol: 'SN4',
  },
  octaspace: {
    resourceKind: ['several kinds', 'workloads'],
    pricing: ['host sets it', 'pricing'],
    currencies: ['token', 'payoutCurrency'],
    cadence: [
      null,
      'payoutCadence',
      'The renter is charged every 5 seconds; when the host is paid was not found',
    ],
    collateralKind: ['none', 'collateral'],
    verification: {
      stayedOnline: ['Reliability over 30 days decides on a staking reward', 'collateral'],
    },
    uptimePromised: ['Reliability of 95 % over 30 days, for the optional staking reward only', 'collateral'],
    symbol: 'OCTA',
  },
  hyperbolic: {
    pricing: ['host sets it under a cap', 'pricing'],
    currencies: ['cash', 'providersPaidInToken', 'Rental income, not in a token; in what form was not found'],
    verification: { outputRight: ['Proof of sampling, for inference', 'verification'] },
  },
  'prime-intellect': {
    whoMayJoin: ['after approval', 'verification', 'Validators admit providers, in the testnet'],
    resourceKind: ['several kinds', 'workloads'],
    collateralKind: [null, 'collateral'],
    verification: {
      outputRight: ['TOPLOC proofs', 'verification'],
      punished: ['Part of the stake or all of it', 'slashing'],
    },
  },
}
