import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { EntryBody } from '../../../../shared/diligence/entry.ts'
import type { Role } from '../../../../shared/diligence/checklist.ts'
import { type Gate, rolesWithoutTest } from '../../../../shared/diligence/gates.ts'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import type { StandingCard } from '../../../../shared/diligence/standing.ts'
import { formatFigure } from '../../../../shared/units.ts'
import { SafeLink } from '../../../controls/SafeLink.tsx'
import { KeptFile } from '../fields/AttachmentField.tsx'
import { TakeBack } from '../fields/TakeBack.tsx'
import { GateForm } from '../GateMark.tsx'
import { useAppend, useReadOnlyReason } from '../use-diligence.ts'
import { gateWords } from '../words.ts'
import classes from './Jobs.module.css'
import { recordKinds } from './proof-drafts.ts'
import { PathForm, PayoutForm, type ProofFormProps, RecordForm } from './ProofForms.tsx'
import { shown } from '../shown.ts'

type ProofsProps = {
  readonly card: Scorecard
  readonly standing: StandingCard
  readonly gates: readonly Gate[]
}

/** What opens gates besides a test job, each with the gate that it stands before. */
export function Proofs({ card, standing, gates }: ProofsProps) {
  // A test job stands for every role's first test: what is here is looked at without any.
  const bringsOf = (role: Role) => rolesWithoutTest({ ...standing, jobs: [] }, [role]).length === 0
  const token = gates.find(({ id }) => id === 'token')
  return (
    <section className={classes.section} aria-labelledby="proofs-title">
      <h2 id="proofs-title" className={classes.title}>
        Payouts, records and dated paths
      </h2>
      <div className={classes.proofs}>
        <Proof
          card={card}
          title="First payout"
          about="A provider’s first test: a payout that arrived, with its record kept as a file."
          action="Note a payout"
          brings={bringsOf('provider')}
          gates={[]}
          Form={PayoutForm}
          lines={standing.payouts.map((payout) => ({
            sequence: payout.sequence,
            name: `payout of ${payout.amount} ${shown(payout.currency)}`,
            words: (
              <>
                {payout.amount} {shown(payout.currency)} on {payout.receivedOn}
                <span className={classes.small}>
                  {shown(payout.reference)} ·{' '}
                  {payout.fileSha256 === null ? (
                    'no record is kept: it does not count as the first test'
                  ) : (
                    <KeptFile sha256={payout.fileSha256} />
                  )}
                </span>
              </>
            ),
          }))}
        />
        <Proof
          card={card}
          title="On-chain records"
          about="Paid usage is an investor’s first test; revenue that reached holders is one half of the token’s gate."
          action="Note a record"
          brings={bringsOf('investor')}
          gates={[token]}
          Form={RecordForm}
          lines={standing.records.map((record) => ({
            sequence: record.sequence,
            name: `record ${shown(record.transaction)}`,
            words: (
              <>
                {formatFigure(record.usd, 'usd')} of{' '}
                {recordKinds.find(({ value }) => value === record.of)?.label ?? record.of}, {record.from} to{' '}
                {record.to}
                <span className={classes.small}>
                  {shown(record.transaction)} · <SafeLink href={record.link} />
                </span>
              </>
            ),
          }))}
        />
        <Proof
          card={card}
          title="Dated paths"
          about="Something announced that would open the token’s gate, with its date. It holds until that day and no longer."
          action="Note a dated path"
          brings={null}
          gates={[token]}
          Form={PathForm}
          lines={standing.datedPaths.map((path) => ({
            sequence: path.sequence,
            name: `path until ${path.until}`,
            words: (
              <>
                {shown(path.text)}
                <span className={classes.small}>
                  {path.until < standing.on ? `over since ${path.until}` : `until ${path.until}`}
                  {path.link !== null && (
                    <>
                      {' '}
                      · <SafeLink href={path.link} />
                    </>
                  )}
                </span>
              </>
            ),
          }))}
        />
      </div>
    </section>
  )
}

type ProofProps = {
  readonly card: Scorecard
  readonly title: string
  readonly about: string
  readonly action: string
  /** Whether what stands here is a first test; null where nothing here could be. */
  readonly brings: boolean | null
  readonly gates: readonly (Gate | undefined)[]
  readonly Form: (props: ProofFormProps) => ReactNode
  readonly lines: readonly { readonly sequence: number; readonly name: string; readonly words: ReactNode }[]
}

function Proof({ card, title, about, action, brings, gates, Form, lines }: ProofProps) {
  const append = useAppend(card)
  const readOnly = useReadOnlyReason(card) !== null
  const [open, setOpen] = useState(false)
  const keep = async (body: EntryBody) => {
    if ((await append(action.toLowerCase(), [body])) !== null) setOpen(false)
  }
  return (
    <section className={classes.proof} aria-label={title}>
      <div className={classes.head}>
        <h3 className={classes.proofTitle}>{title}</h3>
        {!open && (
          <Button variant="default" size="compact-xs" disabled={readOnly} onClick={() => setOpen(true)}>
            {action}
          </Button>
        )}
      </div>
      <p className={classes.about}>{about}</p>
      {brings !== null && (
        <p className={classes.gate}>
          <GateForm state={brings ? 'open' : 'closed'} />{' '}
          {brings ? 'What stands here is a first test.' : 'Nothing here is a first test yet.'}
        </p>
      )}
      {gates.map(
        (gate) =>
          gate !== undefined && (
            <p key={gate.id} className={classes.gate}>
              <GateForm state={gate.state} /> {shown(gateWords(gate))}
            </p>
          ),
      )}
      {open && <Form onKeep={keep} onClose={() => setOpen(false)} />}
      {lines.length > 0 && (
        <ul className={classes.list}>
          {lines.toReversed().map(({ sequence, name, words }) => (
            <li key={sequence} className={classes.entry}>
              <div className={classes.entryWords}>{words}</div>
              <TakeBack card={card} sequence={sequence} what={name} disabled={readOnly} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
