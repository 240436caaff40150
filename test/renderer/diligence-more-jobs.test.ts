import { describe, expect, it } from 'vitest'
import { bytesOf, base64Of, readAttachment } from '../../renderer/places/diligence/fields/attachment.ts'
import { readDayField, readNumberField } from '../../renderer/places/diligence/fields/field-values.ts'
import {
  draftOfJob,
  type JobDraft,
  jobOfDraft,
  newJobDraft,
} from '../../renderer/places/diligence/jobs/job-draft.ts'
import { costSentence, lackWords, listed, whyNoCost } from '../../renderer/places/diligence/jobs/job-words.ts'
import {
  pathOfDraft,
  payoutOfDraft,
  recordOfDraft,
} from '../../renderer/places/diligence/jobs/proof-drafts.ts'
import {
  draftOfSheet,
  sheetOfDraft,
  sheetSentence,
} from '../../renderer/places/diligence/permissions/sheet-draft.ts'
import type { PermissionSheetForm } from '../../shared/diligence/checklist.ts'
import { entryBodySchema } from '../../shared/diligence/entry-schema.ts'
import type { TestJob } from '../../shared/diligence/entry.ts'

const today = '2026-11-21'
const bill = 'a'.repeat(64)

const typed = (change: Partial<JobDraft>, numbers: Partial<JobDraft['numbers']> = {}): JobDraft => {
  const blank = newJobDraft('1', today)
  return {
    ...blank,
    name: 'Ten pictures',
    ...change,
    numbers: { ...blank.numbers, successfulJobs: '3', failedAttempts: '0', ...numbers },
  }
}

function kept(draft: JobDraft): TestJob {
  const read = jobOfDraft(draft, today, 'me')
  if ('problem' in read) throw new Error(read.problem)
  return read.value
}

function problem(draft: JobDraft): string | null {
  const read = jobOfDraft(draft, today, 'me')
  return 'problem' in read ? read.problem : null
}

describe('A test job as it is typed', () => {
  it('leaves unknown what nobody gave, and asks for the two counts that nobody can leave open', () => {
    const job = kept(typed({}))
    expect(job).toMatchObject({ billedUsd: null, quotedUsd: null, interruptions: null, whatFailed: null })
    expect(jobOfDraft(typed({}, { successfulJobs: '' }), today, 'me')).toEqual({
      problem: 'Jobs that succeeded: expected a whole number; 0 where there was none.',
    })
    expect(jobOfDraft(typed({}, { failedAttempts: '1.5' }), today, 'me')).toEqual({
      problem: 'Attempts that failed: expected a whole number, found 1.5.',
    })
  })

  it('is accepted by the schema of entries and comes back as it was typed', () => {
    const draft = typed(
      { outputCheck: 'matched', billSha256: bill },
      { billedUsd: '1,20', quotedUsd: '$1', cloudUsd: '2', setUpMinutes: '25', supportAnswerHours: '7.5' },
    )
    const job = kept(draft)
    expect(entryBodySchema.parse(job)).toEqual(job)
    expect(job).toMatchObject({ billedUsd: 1.2, quotedUsd: 1, setUpMinutes: 25, supportAnswerHours: 7.5 })
    expect(kept(draftOfJob(job))).toEqual(job)
  })

  it('is refused by field: no name, a day to come, a number with two meanings, another currency', () => {
    expect(problem(typed({ name: '  ' }))).toBe('Name: nothing stands there yet.')
    expect(problem(typed({ ranOn: '2026-11-22' }))).toBe(
      'Run on: expected a day up to 2026-11-21, 2026-11-22 lies after it.',
    )
    expect(problem(typed({}, { billedUsd: '1.234' }))).toBe(
      'Billed for what succeeded: “1.234” means two numbers. Choose one.',
    )
    expect(problem(typed({}, { quotedUsd: '1 €' }))).toMatch(/^Quoted before: .*EUR/)
  })
})

describe('What a test job comes to', () => {
  const job = kept(
    typed({}, { billedUsd: '1.2', failedAttempts: '1', failedAttemptsUsd: '0.3', cloudUsd: '2' }),
  )

  it('is its cost beside the cloud’s; (1.20 + 0.30) / 3 is 0.50, a quarter of 2', () => {
    expect(costSentence(job)).toBe(
      '$1.50 / 3 = $0.50 a successful job, beside $2.00 for one on a normal cloud: 25\u00A0% of it.',
    )
    expect(costSentence({ ...job, cloudUsd: null, cloudName: 'Big Cloud' })).toBe(
      '$1.50 / 3 = $0.50 a successful job; what one costs on Big Cloud is not known.',
    )
  })

  it('is unknown with the reason where something is missing', () => {
    expect(whyNoCost({ ...job, successfulJobs: 0 })).toBe('no job succeeded')
    expect(whyNoCost({ ...job, billedUsd: null })).toBe('what was billed is unknown')
    expect(whyNoCost({ ...job, failedAttemptsUsd: null })).toBe('what the failed attempts cost is unknown')
    expect(whyNoCost(job)).toBeNull()
  })

  it('says plainly what it lacks to count', () => {
    expect(lackWords({ ...job, outputCheck: 'matched', billSha256: bill })).toBe('Counts as the first test.')
    expect(lackWords(job)).toBe('Lacks an output that was checked and matched, and the bill, kept as a file.')
    expect(listed(['a', 'b', 'c'])).toBe('a; b; and c')
  })
})

describe('What else opens gates, as it is typed', () => {
  it('keeps a payout’s amount to its last digit and refuses nothing and less', () => {
    const draft = {
      amount: '0.000000000000000001',
      currency: 'TKN',
      receivedOn: today,
      reference: 'tx 1',
      fileSha256: null,
    }
    const read = payoutOfDraft(draft, today, 'me')
    expect(read).toMatchObject({ value: { amount: '0.000000000000000001' } })
    expect('value' in read && entryBodySchema.safeParse(read.value).success).toBe(true)
    for (const amount of ['0', '0.00', '-1', '1e3', ''])
      expect(payoutOfDraft({ ...draft, amount }, today, 'me'), amount).toHaveProperty('problem')
  })

  it('takes a record with dollars above zero, days in order and an https link only', () => {
    const draft = {
      of: 'paid-usage' as const,
      usd: '120',
      from: '2026-10-01',
      to: '2026-10-31',
      transaction: '0xabc',
      link: 'https://explorer.example/tx/0xabc',
    }
    const read = recordOfDraft(draft, today, 'me')
    expect('value' in read && entryBodySchema.safeParse(read.value).success).toBe(true)
    const wrong = [
      { usd: '0' },
      { usd: '' },
      { to: '2026-09-30' },
      { link: 'javascript:alert(1)' },
      { link: 'http://explorer.example' },
    ]
    for (const change of wrong)
      expect(recordOfDraft({ ...draft, ...change }, today, 'me'), JSON.stringify(change)).toHaveProperty(
        'problem',
      )
  })

  it('takes a dated path until today at the earliest', () => {
    const draft = { text: 'Fee switch', until: today, link: '' }
    expect(pathOfDraft(draft, today, 'me')).toMatchObject({ value: { until: today, link: null } })
    expect(pathOfDraft({ ...draft, until: '2026-11-20' }, today, 'me')).toHaveProperty('problem')
  })
})

describe('A permission sheet', () => {
  const form: PermissionSheetForm = {
    schema: 1,
    permissions: ['root', 'firewall', 'wallet'].map((id) => ({ id, question: id, why: id, ifGranted: id })),
    steps: [
      { id: 'own-wallet', group: 'wallet', step: 'own wallet', why: 'why' },
      { id: 'typed', group: 'domain', step: 'typed', why: 'why' },
    ],
  }

  it('writes only what was said, and what nobody said stays unknown', () => {
    const draft = {
      permissions: {
        root: { value: 'granted', note: ' asked twice ' },
        firewall: { value: 'unknown', note: '' },
      } as const,
      stepsDone: { typed: '2026-11-20' },
    }
    const read = sheetOfDraft(draft, form, 'job-1', today, 'me')
    if ('problem' in read) throw new Error(read.problem)
    expect(read.value).toEqual({
      kind: 'permissions',
      jobId: 'job-1',
      permissions: [{ permissionId: 'root', value: 'granted', note: 'asked twice' }],
      stepsDone: [{ stepId: 'typed', doneOn: '2026-11-20' }],
      who: 'me',
    })
    expect(entryBodySchema.parse(read.value)).toEqual(read.value)
    expect(sheetSentence(read.value, form)).toBe('1 granted, 0 refused, 2 unknown; 1 of 2 steps done.')
    expect(sheetSentence(undefined, form)).toBe('0 granted, 0 refused, 3 unknown; 0 of 2 steps done.')
    expect(sheetOfDraft(draftOfSheet(read.value), form, 'job-1', today, 'me')).toEqual(read)
  })

  it('refuses a step done on a day to come, by the step', () => {
    const draft = { permissions: {}, stepsDone: { typed: '2026-12-01' } }
    expect(sheetOfDraft(draft, form, 'job-1', today, 'me')).toEqual({
      problem: 'typed: expected a day up to 2026-11-21, 2026-12-01 lies after it.',
    })
  })
})

describe('Fields', () => {
  it('read numbers as people write them, within bounds', () => {
    const definition = { label: 'Days', unit: 'count', low: 1, high: 10, isWhole: true } as const
    expect(readNumberField(' ', definition)).toEqual({ value: null })
    expect(readNumberField('7', definition)).toEqual({ value: 7 })
    expect(readNumberField('11', definition)).toHaveProperty('problem')
    expect(readNumberField('0', definition)).toHaveProperty('problem')
    expect(readDayField('2026-1-1', 'Day', null)).toHaveProperty('problem')
    expect(readDayField('1969-12-31', 'Day', null)).toHaveProperty('problem')
  })

  it('turn bytes to base64 and back, also more than one call can take', () => {
    const bytes = Uint8Array.from({ length: 100_003 }, (_, at) => (at * 7) % 256)
    expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'))
    expect(bytesOf(base64Of(bytes))).toEqual(bytes)
  })

  it('refuse a file over the limit before a byte of it is read, and an empty one', async () => {
    let wasRead = false
    const large = {
      name: 'bill.png',
      size: 10 * 1024 * 1024 + 1,
      arrayBuffer: async () => {
        wasRead = true
        return new ArrayBuffer(0)
      },
    }
    expect(await readAttachment(large)).toMatchObject({
      kind: 'refused',
      message: /“bill\.png” is larger than 10,485,760 bytes: it has 10,485,761/,
    })
    expect(wasRead).toBe(false)
    expect(await readAttachment(new File([], 'b'))).toMatchObject({ message: /holds nothing/ })
    expect(await readAttachment(new File(['hi'], 'b'))).toEqual({ kind: 'read', name: 'b', base64: 'aGk=' })
  })
})
