import { Button } from '@mantine/core'
import { useId, useMemo, useState } from 'react'
import { trustByClass } from '../../shared/figure.ts'
import type { Expression, InputLeaf, Operation } from '../../shared/explain/expression.ts'
import type { Values } from '../../shared/explain/value.ts'
import { inputsOf } from '../../shared/explain/value.ts'
import { amountWords, formulaWords, shownOf, treeText } from '../../shared/explain/words.ts'
import { classInWords } from './figure-text.ts'
import classes from './ShowHow.module.css'

type ShowHowTreeProps = { readonly label: string; readonly expression: Expression }

/** The tree of one figure, its inputs below it, and all of it as text. */
export function ShowHowTree({ label, expression }: ShowHowTreeProps) {
  const values = useMemo<Values>(() => new Map(), [])
  const inputs = useMemo(() => inputsOf(expression), [expression])
  return (
    <div className={classes.panel}>
      <p className={classes.figure}>
        {label}: <strong>{amountWords(expression, values)}</strong>
      </p>
      <div>
        <CopyAsText expression={expression} values={values} />
      </div>
      <ul className={classes.tree} aria-label={`How ${label} comes about`}>
        <Node expression={expression} values={values} open />
      </ul>
      <h3 className={classes.heading}>
        Rests on {inputs.length === 1 ? '1 input' : `${inputs.length} inputs`}
      </h3>
      <ul className={classes.inputs}>
        {inputs.map((leaf) => (
          <li key={`${leaf.key} ${leaf.label}`} className={classes.row}>
            <LeafWords leaf={leaf} values={values} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function CopyAsText({ expression, values }: { readonly expression: Expression; readonly values: Values }) {
  const [said, setSaid] = useState('Copy as text')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(treeText(expression, values))
      setSaid('Copied')
    } catch {
      setSaid('The clipboard is not open to this page')
    }
  }
  return (
    <Button variant="default" onClick={() => void copy()}>
      <span aria-live="polite">{said}</span>
    </Button>
  )
}

type NodeProps = { readonly expression: Expression; readonly values: Values; readonly open?: boolean }

function Node({ expression, values, open = false }: NodeProps) {
  if (expression.kind === 'input')
    return (
      <li className={classes.row}>
        <LeafWords leaf={expression} values={values} />
      </li>
    )
  if (expression.kind === 'fact')
    return (
      <li className={classes.row}>
        <Amount expression={expression} values={values} />
      </li>
    )
  return <Branch expression={expression} values={values} startsOpen={open} />
}

type BranchProps = {
  readonly expression: Exclude<Expression, { kind: 'input' | 'fact' }>
  readonly values: Values
  readonly startsOpen: boolean
}

/** A part that is computed: closed it says its amount, open its formula and the parts of it. */
function Branch({ expression, values, startsOpen }: BranchProps) {
  const [isOpen, setOpen] = useState(startsOpen)
  const id = useId()
  return (
    <li className={classes.branch}>
      <button
        type="button"
        className={classes.toggle}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen((before) => !before)}
      >
        <span className={classes.arrow} data-open={isOpen || undefined} aria-hidden>
          ›
        </span>
        <Amount expression={expression} values={values} />
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen &&
          (expression.kind === 'root' ? (
            <>
              <p className={classes.formula}>Searched for: there, what follows is nothing.</p>
              <ul className={classes.tree}>
                <Node expression={expression.residual} values={values} open />
              </ul>
            </>
          ) : (
            <Parts expression={expression} values={values} />
          ))}
      </div>
    </li>
  )
}

/** A long row shows its first parts until the others are asked for. */
function Parts({ expression, values }: { readonly expression: Operation; readonly values: Values }) {
  const [isWhole, setWhole] = useState(false)
  const shown = shownOf(expression, values)
  const operands = isWhole ? expression.operands : shown.operands
  const hidden = shown.folded + shown.nothings
  return (
    <>
      <p className={classes.formula}>{formulaWords(expression, values, 'labels')}</p>
      <p className={classes.formula}>{formulaWords(expression, values, 'numbers')}</p>
      <ul className={classes.tree}>
        {operands.map((operand, i) => (
          // The parts of an operation never change their places.
          // oxlint-disable-next-line react/no-array-index-key
          <Node key={i} expression={operand} values={values} />
        ))}
      </ul>
      {hidden > 0 && !isWhole && (
        <button type="button" className={classes.more} onClick={() => setWhole(true)}>
          and {shown.folded > 0 ? `${shown.folded} more` : ''}
          {shown.folded > 0 && shown.nothings > 0 ? ', ' : ''}
          {shown.nothings > 0 ? `${shown.nothings} that ${shown.nothings === 1 ? 'is' : 'are'} nothing` : ''}
        </button>
      )}
    </>
  )
}

function Amount({ expression, values }: { readonly expression: Expression; readonly values: Values }) {
  const rule = expression.kind === 'operation' || expression.kind === 'root' ? expression.rule : null
  return (
    <span className={classes.amount}>
      <span>{expression.label}</span> <strong>{amountWords(expression, values)}</strong>
      {rule !== null && <span className={classes.rule}>rule {rule}</span>}
    </span>
  )
}

function LeafWords({ leaf, values }: { readonly leaf: InputLeaf; readonly values: Values }) {
  const { source, asOf } = leaf
  return (
    <span className={classes.amount}>
      <span className={classes.dot} data-trust={trustByClass[leaf.class]} aria-hidden />
      <span>{leaf.label}</span> <strong>{amountWords(leaf, values)}</strong>
      <span className={classes.source}>
        {[classInWords(leaf.class), source, asOf].filter((each) => each !== null).join('; ')}
      </span>
    </span>
  )
}
