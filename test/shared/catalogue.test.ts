import { describe, expect, test } from 'vitest'
import type { CatalogueGpu } from '../../shared/catalogue-gpu.ts'
import { findGpuByName, medianIdleBoardWatts, searchGpus } from '../../shared/catalogue-search.ts'
import { unknownFigure } from '../../shared/figure.ts'
import { shippedCatalogue } from '../catalogue/shipped.ts'

const found = (name: string, mebibytes: number | null) =>
  findGpuByName(shippedCatalogue, name, mebibytes)?.id ?? null

/** Memory in MiB as nvidia-smi shows it on such a card; the L40S, T4, A10G and RTX 3060 figures are from captures. */
const meant: readonly (readonly [string, number | null, string])[] = [
  ['NVIDIA GeForce RTX 4080 SUPER', 16376, 'geforce-rtx-4080-super'],
  ['NVIDIA GeForce RTX 4080', 16376, 'geforce-rtx-4080'],
  ['GeForce RTX 3090', 24268, 'geforce-rtx-3090'],
  ['NVIDIA GeForce RTX 3060', 12288, 'geforce-rtx-3060-12-gb'],
  ['NVIDIA GeForce RTX 3080', 10240, 'geforce-rtx-3080'],
  ['NVIDIA GeForce RTX 3080', 12288, 'geforce-rtx-3080-12-gb'],
  ['NVIDIA GeForce RTX 4060 Ti', 8188, 'geforce-rtx-4060-ti-8-gb'],
  ['NVIDIA GeForce RTX 4060 Ti', 16380, 'geforce-rtx-4060-ti-16-gb'],
  ['NVIDIA GeForce RTX 4090 D', 24564, 'geforce-rtx-4090-d'],
  ['NVIDIA L40S', 46068, 'l40s'],
  ['NVIDIA L40', 46068, 'l40'],
  ['NVIDIA L4', 23034, 'l4'],
  ['Tesla T4', 15109, 'tesla-t4'],
  ['Tesla T4', null, 'tesla-t4'],
  ['Tesla V100-SXM2-16GB', 16160, 'tesla-v100-sxm2-16-gb'],
  ['Tesla V100-PCIE-32GB', 32510, 'tesla-v100-pcie-32-gb'],
  ['NVIDIA A10', 23028, 'a10'],
  ['NVIDIA A10G', 22731, 'a10g'],
  ['NVIDIA A100-SXM4-80GB', 81920, 'a100-sxm4-80-gb'],
  ['NVIDIA A100-SXM4-80GB', null, 'a100-sxm4-80-gb'],
  ['A100-SXM4-40GB', 40536, 'a100-sxm4-40-gb'],
  ['NVIDIA A100 80GB PCIe', 81920, 'a100-pcie-80-gb'],
  ['NVIDIA H100 80GB HBM3', 81559, 'h100-sxm5-80-gb'],
  ['NVIDIA H100 PCIe', 81559, 'h100-pcie-80-gb'],
  ['NVIDIA H100 NVL', 95830, 'h100-nvl-94-gb'],
  ['NVIDIA H200', 143771, 'h200-sxm-141-gb'],
  ['NVIDIA H200 NVL', 143771, 'h200-nvl'],
  ['NVIDIA B200', 183359, 'b200'],
  ['NVIDIA RTX A2000', 6138, 'rtx-a2000'],
  ['NVIDIA RTX A2000 12GB', 12282, 'rtx-a2000-12-gb'],
  ['NVIDIA RTX A6000', 49140, 'rtx-a6000'],
  ['NVIDIA RTX 6000 Ada Generation', 49140, 'rtx-6000-ada-generation'],
  ['NVIDIA RTX PRO 6000 Blackwell Workstation Edition', 97887, 'rtx-pro-6000-blackwell'],
  ['NVIDIA RTX PRO 6000 Blackwell Max-Q Workstation Edition', 97887, 'rtx-pro-6000-blackwell-max-q'],
  ['NVIDIA RTX PRO 6000 Blackwell Server Edition', 97887, 'rtx-pro-6000-blackwell-server'],
  ['NVIDIA TITAN RTX', 24576, 'titan-rtx'],
  ['AMD Radeon RX 7900 XTX', 24560, 'radeon-rx-7900-xtx'],
  ['AMD Instinct MI210', 65520, 'instinct-mi210'],
  ['AMD Instinct MI50', 32752, 'instinct-mi50'],
  ['Intel(R) Arc(TM) A770 Graphics', 16256, 'arc-a770'],
  ['Apple M4 Max', null, 'apple-m4-max'],
]

const notMeant: readonly (readonly [string, number | null, string])[] = [
  ['NVIDIA RTX A2000 Laptop GPU', 4096, 'a laptop card is not its desktop namesake'],
  ['NVIDIA GeForce RTX 4080 Laptop GPU', 12282, 'a laptop card is not its desktop namesake'],
  ['NVIDIA GeForce RTX 4090 Laptop GPU', 16376, 'a laptop card is not its desktop namesake'],
  ['NVIDIA RTX 5000 Ada Generation Laptop GPU', 16376, 'a laptop card is not its desktop namesake'],
  ['NVIDIA GeForce RTX 2080 with Max-Q Design', 8192, 'a Max-Q card is not its namesake'],
  ['NVIDIA GeForce RTX 4080', 12282, 'the memory is not that card’s'],
  ['NVIDIA GeForce RTX 2060', 12288, 'the 12 GB variant is not in the catalogue'],
  ['NVIDIA GeForce RTX 3060', 8192, 'the 8 GB variant is not in the catalogue'],
  ['NVIDIA GeForce RTX 3060', null, 'without memory it may be either variant'],
  ['NVIDIA GeForce RTX 3080', null, 'two cards share the name'],
  ['NVIDIA GeForce RTX 4060 Ti', null, 'two cards share the name'],
  ['NVIDIA GeForce RTX 4090', 49140, 'a card with its memory doubled'],
  ['NVIDIA A100-SXM4-80GB', 40536, 'name and reading contradict each other'],
  ['A100-SXM-64GB', 65536, 'a custom card'],
  ['Tesla V100-FHHL-16GB', 16160, 'another board'],
  ['Quadro RTX 6000', 24576, 'another card with a similar name'],
  ['NVIDIA RTX 4000', 20475, 'a part of a name'],
  ['NVIDIA GeForce GTX 1070 Ti', 8192, 'not in the catalogue'],
  ['NVIDIA GH200 480GB', 97871, 'not in the catalogue'],
  ['NVIDIA Graphics Device', 8192, 'no name at all'],
  ['Radeon RX 7900 XT/7900 XTX', 24560, 'two names in one'],
  ['Intel(R) Arc(TM) A770M Graphics', 16256, 'a laptop card is not its desktop namesake'],
  ['Intel(R) UHD Graphics 770', null, 'not in the catalogue'],
  ['NVIDIA', null, 'only a vendor'],
  ['', null, 'nothing'],
]

describe('C6 findGpuByName', () => {
  test.each(meant)('%s with %s MiB is %s', (name, mebibytes, id) => {
    expect(found(name, mebibytes)).toBe(id)
  })

  test.each(notMeant)('%s with %s MiB is no card: %s', (name, mebibytes) => {
    expect(found(name, mebibytes)).toBeNull()
  })

  test('a card’s own name is never taken for another card', () => {
    for (const gpu of shippedCatalogue.gpus)
      for (const mebibytes of [null, (gpu.memoryGigabytes.value ?? 0) * 1024 || null])
        expect([gpu.id, null]).toContain(found(gpu.name, mebibytes))
  })
})

const names = (text: string) => searchGpus(shippedCatalogue, text).map(({ name }) => name)

describe('C7 searchGpus', () => {
  test('puts the plain model before its variants', () => {
    expect(names('4090')).toEqual(['GeForce RTX 4090', 'GeForce RTX 4090 D'])
    expect(names('rtx4090')).toEqual(['GeForce RTX 4090', 'GeForce RTX 4090 D'])
    expect(names('3060')).toEqual(['GeForce RTX 3060 12 GB', 'GeForce RTX 3060 Ti'])
  })

  test('needs every word, in any order', () => {
    expect(names('80 a100')).toEqual(['A100 PCIe 80 GB', 'A100 SXM4 80 GB'])
    expect(names('super ti')).toEqual(['GeForce RTX 4070 Ti SUPER'])
    expect(names('radeon 4090')).toEqual([])
  })

  test('puts a name that begins so before one that only holds it', () => {
    expect(names('l4').slice(0, 3)).toEqual(['L4', 'L40', 'L40S'])
  })

  test('gives all cards for nothing typed', () => {
    expect(searchGpus(shippedCatalogue, '  ')).toBe(shippedCatalogue.gpus)
  })
})

const card = (watts: number | null): CatalogueGpu => ({
  ...shippedCatalogue.gpus[0]!,
  segment: 'consumer',
  idleBoardWatts: { ...unknownFigure('watts'), value: watts },
})

const catalogueOf = (...watts: (number | null)[]) => ({ compiledAt: '2026-11-20', gpus: watts.map(card) })

describe('C8 medianIdleBoardWatts', () => {
  test('is the middle of the measured cards, with their least and most', () => {
    const median = medianIdleBoardWatts(catalogueOf(37.21, null, 11.6, 25.92, 27.23), 'consumer')
    expect(median.value).toBeCloseTo(26.575, 10)
    expect(median).toMatchObject({
      low: 11.6,
      high: 37.21,
      unit: 'watts',
      class: 'assumption',
      asOf: '2026-11-20',
    })
    expect(median.source).toBe('median of 4 measured consumer cards')
    expect(medianIdleBoardWatts(catalogueOf(30, 10, 20), 'consumer').value).toBe(20)
  })

  test('is unknown with fewer than three measured cards, and counts only its class', () => {
    expect(medianIdleBoardWatts(catalogueOf(10, 20, null), 'consumer')).toEqual(unknownFigure('watts'))
    expect(medianIdleBoardWatts(catalogueOf(10, 20, 30), 'workstation')).toEqual(unknownFigure('watts'))
  })

  test('of what ships: known for home and datacentre cards, unknown for workstation cards', () => {
    expect(medianIdleBoardWatts(shippedCatalogue, 'consumer').value).toBeCloseTo(26.575, 10)
    expect(medianIdleBoardWatts(shippedCatalogue, 'datacentre').value).toBe(69.85)
    expect(medianIdleBoardWatts(shippedCatalogue, 'workstation').value).toBeNull()
  })
})
