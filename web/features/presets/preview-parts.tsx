import type { ReactNode } from 'react'
import { KIND_NAMES } from '../fields/kind-names.ts'
import { useWords } from '../office/use-words.ts'
import { templateWords } from '../task-templates/template-words.ts'
import classes from './trade.module.css'
import type { Preview } from './types.ts'

/** What comes, part by part; what the office has by that name already is said to be left. */
export function PreviewParts({ preview }: { preview: Preview }) {
  const present = useWords()
  const { words, fields, pipeline, lostReasons, templates } = preview
  return (
    <dl className={classes.parts}>
      <Part title="Your people">
        {words.isThere
          ? `Stay ${present.many}, as you have said.`
          : `Are called ${words.many}: in the menu, in headings and on buttons.`}
      </Part>
      <Part title="Fields">
        <ul>
          {fields.map(({ record, label, kind, options, isThere }) => (
            <li key={`${record} ${label}`}>
              {label}
              <small>
                {record === 'company' && 'on companies, '}
                {isThere
                  ? 'you have this one, it is left'
                  : options.length > 0
                    ? options.join(', ')
                    : KIND_NAMES[kind].toLowerCase()}
              </small>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={`Pipeline “${pipeline.name}”`}>
        {pipeline.isThere ? (
          'You have a pipeline of this name, it is left.'
        ) : (
          <>
            <ol>
              {pipeline.stages.map(({ name, kind, probability, rottingDays }) => (
                <li key={name}>
                  {name}
                  <small>{stageWords(kind, probability, rottingDays)}</small>
                </li>
              ))}
            </ol>
            {pipeline.putsAside && (
              <p>“{pipeline.putsAside}” is empty and is put aside. It comes back when this one goes.</p>
            )}
          </>
        )}
      </Part>
      <Part title="Why deals are lost">
        {lostReasons.map(({ label, isThere }) => (isThere ? `${label} (left)` : label)).join(', ')}
      </Part>
      <Part title="Task templates">
        <ul>
          {templates.map(({ title, daysAfter, checklist, isThere }) => (
            <li key={title}>
              {title}
              <small>{isThere ? 'you have this one, it is left' : templateWords(daysAfter, checklist.length)}</small>
            </li>
          ))}
        </ul>
      </Part>
    </dl>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function stageWords(kind: 'open' | 'won' | 'lost', probability: number, rottingDays: number | null): string {
  if (kind !== 'open') return kind
  return `${probability} % likely${rottingDays === null ? '' : `, too long after ${rottingDays === 1 ? 'a day' : `${rottingDays} days`}`}`
}
