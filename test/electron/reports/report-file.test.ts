/** A report's file: its name, its bytes on any machine, and nothing of the machine in it. */
import { execFileSync } from 'node:child_process'
import { homedir, hostname, userInfo } from 'node:os'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { reportForms, scorecardReport } from '../../../electron/procedures/report.ts'
import { fullCard, sourcesOf, today } from '../../shared/diligence/report/full-card.ts'
import { documentOf } from '../../../shared/diligence/report/report-document.ts'
import { reportOf } from '../../../shared/diligence/report/report.ts'
import { pdfOf } from '../../../electron/reports/pdf.ts'
import { textOf } from './pdf-reading.ts'

const probe = path.join(import.meta.dirname, 'probe-report.ts')

async function file(form: (typeof reportForms)[number], name = 'Any network', text = 'Seen.') {
  const { card, listing } = fullCard(8, { text, name })
  return scorecardReport(card, listing, { form, asOf: today, roles: ['provider'] })
}

describe('RP7 a report file', () => {
  it('is the same in every time zone and language, and made twice', () => {
    const made = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns', 'Australia/Lord_Howe'].map((zone, at) => {
      const language = ['C', 'de_DE.UTF-8', 'tr_TR.UTF-8', 'C'][at]
      return execFileSync(process.execPath, [probe], {
        encoding: 'utf8',
        env: {
          TZ: zone,
          LANG: language,
          LC_ALL: language,
          HOME: `/home/canary-${at}`,
          USER: `canary-${at}`,
          HOSTNAME: `canary-${at}`,
        },
      })
    })
    expect(made[0]).toMatch(/^[0-9a-f]{64}\n[0-9a-f]{64}\n[0-9a-f]{64}$/)
    expect(new Set(made).size).toBe(1)
  })

  test.each(reportForms)('as %s holds nothing of the machine', async (form) => {
    const name = '/home/somebody/bill.pdf'
    const { card, listing } = fullCard(8, { text: 'Seen.' })
    const attachments = listing.attachments.map((each) => Object.assign({}, each, { fileName: name }))
    const given = { card, listing: { ...listing, attachments } }
    const { base64 } = await scorecardReport(card, given.listing, { form, asOf: today, roles: ['provider'] })
    const ofPages = await pdfOf(documentOf(reportOf(sourcesOf(given), ['provider'], today)), {
      isCompressed: false,
    })
    const text = Buffer.from(base64, 'base64').toString('latin1') + (form === 'pdf' ? textOf(ofPages) : '')
    expect(text).toContain('bill.pdf')
    expect(text).not.toContain('somebody')
    const canaries = [homedir(), hostname(), process.cwd(), path.dirname(import.meta.dirname)]
    for (const canary of [...canaries, `/${userInfo().username}/`].filter((each) => each.length > 3))
      expect(text).not.toContain(canary)
    expect(text).not.toMatch(/node_modules|pdfmake|\.ttf/)
  })

  it('has a name that is only letters, digits and hyphens', async () => {
    expect((await file('markdown')).fileName).toBe(`scorecard-any-network-${today}.md`)
    expect((await file('csv', '../../CON:\0\u202e')).fileName).toBe(`scorecard-con-${today}.csv`)
    expect((await file('csv', '中文')).fileName).toBe(`scorecard-${today}.csv`)
    expect((await file('csv', 'x'.repeat(120))).fileName.length).toBeLessThan(100)
  })

  it('names what it is', async () => {
    expect(await file('pdf')).toMatchObject({
      mediaType: 'application/pdf',
      base64: expect.stringMatching(/^JVBERi0/),
    })
    expect((await file('csv')).mediaType).toBe('text/csv; charset=utf-8')
  })
})
