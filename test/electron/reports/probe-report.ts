/** In a process of its own, with the time zone, language and home it was given: digests of all three forms. */
import { createHash } from 'node:crypto'
import { reportForms, scorecardReport } from '../../../electron/procedures/report.ts'
import { fullCard, today } from '../../shared/diligence/report/full-card.ts'

const { card, listing } = fullCard(12)
const digests: string[] = []
for (const form of reportForms) {
  const { base64 } = await scorecardReport(card, listing, { form, asOf: today, roles: ['provider'] })
  digests.push(createHash('sha256').update(base64).digest('hex'))
}
process.stdout.write(digests.join('\n'))
