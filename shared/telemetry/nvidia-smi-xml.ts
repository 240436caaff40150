/** Pure parser of `nvidia-smi -q -x`, schemas v9 to v13, as far as a card's readings go. */
import { readDriverVersion, readName, readPciBusId, readUuid, type CardRow } from './card.ts'
import type { Reading } from './gpu-sample.ts'
import type { ParsedInstants } from './nvidia-smi.ts'
import * as reading from './reading.ts'
import { readXml, type XmlElement } from './xml.ts'

/**
 * Reads one or several logs after one another, each one instant. Board watts come from `gpu_power_readings` (newer) or
 * `power_readings` (older) and never from `module_power_readings` or `gpu_memory_power_readings`, which are not the
 * board. The index is unknown, for the log does not print it. An element that is there twice is unreadable.
 *
 * Example: `<power_draw>26.78 W</power_draw>` under `power_readings` gives `boardWatts: { value: 26.78 }`.
 * @see SPEC.md M2, M4, M8
 */
export function parseXml(text: string): ParsedInstants {
  const xml = readXml(text)
  const refuse = (at: number, expected: string): ParsedInstants => ({
    instants: null,
    problem: {
      line: text.slice(0, at).split('\n').length,
      expected,
      found: at >= text.length ? 'the end of the file' : reading.printable(text.slice(at, at + 120), 120),
    },
  })
  if (xml.roots === null) return refuse(xml.problem.at, xml.problem.expected)
  const logs = xml.roots.filter((root) => root.name === 'nvidia_smi_log')
  if (logs.length === 0) return refuse(0, '<nvidia_smi_log>, the output of nvidia-smi -q -x')
  const instants = logs.map((log) => {
    const driverVersion = readDriverVersion(textAt(log, 'driver_version'))
    return log.children.filter((child) => child.name === 'gpu').map((gpu) => readCard(gpu, driverVersion))
  })
  if (instants.every((cards) => cards.length === 0))
    return refuse(0, 'at least one <gpu> in <nvidia_smi_log>')
  return { instants: instants.filter((cards) => cards.length > 0), problem: null }
}

function readCard(gpu: XmlElement, driverVersion: string | null): CardRow {
  const number = (path: string, measure: reading.Measure): Reading => {
    const places = elementsAt(gpu, path)
    return places.length > 1
      ? reading.unknownReading('unreadable', 'the element is there twice')
      : reading.readNumber(places[0]?.text, measure, true)
  }
  return {
    cardsInRig: null,
    uuid: readUuid(textAt(gpu, 'uuid')),
    card: {
      index: null,
      name: readName(textAt(gpu, 'product_name')),
      pciBusId: readPciBusId(textAt(gpu, 'pci/pci_bus_id') ?? /^id="([^"]*)"$/.exec(gpu.attributes)?.[1]),
      driverVersion,
      boardWatts: reading.firstOffered([
        number('gpu_power_readings/power_draw', reading.watts),
        number('gpu_power_readings/average_power_draw', reading.watts),
        number('gpu_power_readings/instant_power_draw', reading.watts),
        number('power_readings/power_draw', reading.watts),
      ]),
      boardLimitWatts: reading.firstOffered([
        number('gpu_power_readings/current_power_limit', reading.watts),
        number('gpu_power_readings/requested_power_limit', reading.watts),
        number('power_readings/enforced_power_limit', reading.watts),
        number('power_readings/power_limit', reading.watts),
      ]),
      busyRatio: reading.asRatio(number('utilization/gpu_util', reading.percent)),
      memoryUsedMebibytes: number('fb_memory_usage/used', reading.mebibytes),
      memoryTotalMebibytes: number('fb_memory_usage/total', reading.mebibytes),
      temperatureCelsius: number('temperature/gpu_temp', reading.celsius),
    },
  }
}

function textAt(element: XmlElement, path: string): string | undefined {
  const places = elementsAt(element, path)
  return places.length === 1 ? places[0]?.text : undefined
}

/** Every element at the path, counted through parents that are there twice too, so that none hides another. */
function elementsAt(element: XmlElement, path: string): readonly XmlElement[] {
  let places: readonly XmlElement[] = [element]
  for (const name of path.split('/')) {
    places = places.flatMap((place) => place.children.filter((child) => child.name === name))
  }
  return places
}
