import type { ModelsComparison } from '../../../../shared/guide.ts'
import { SentenceHeadline } from '../../../controls/SentenceHeadline.tsx'
import tables from '../../../controls/Table.module.css'
import classes from './ModelsCompared.module.css'

export type ModelsComparedProps = {
  readonly comparison: ModelsComparison
  /** The address of a term of the glossary. */
  readonly hrefOf: (termId: string) => string
}

/** Six models and the same questions to each; every answer is one sentence. */
export function ModelsCompared({ comparison, hrefOf }: ModelsComparedProps) {
  const { models, questions, whichIsMine } = comparison
  return (
    <div className={classes.page}>
      <SentenceHeadline
        sentence="What it is called matters less than who pays for the hours."
        aside={`${models.length} models, the same ${questions.length} questions to each. A network may be several of them at once.`}
      />
      <section className={classes.mine} aria-labelledby="which-is-mine">
        <h2 id="which-is-mine" className={classes.title}>
          Which one is mine?
        </h2>
        {whichIsMine.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      <div className={tables.scroller} tabIndex={0} role="region" aria-label="Models compared, table">
        <table className={`${tables.table} ${classes.table}`}>
          <thead>
            <tr>
              <th scope="col">Question</th>
              {models.map(({ id, name, termId }) => (
                <th key={id} scope="col">
                  <a href={hrefOf(termId)}>{name}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {questions.map(({ id, question, answers }) => (
              <tr key={id}>
                <th scope="row">{question}</th>
                {models.map((model) => (
                  <td key={model.id}>{answers[model.id]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
