import { Switch } from '@mantine/core'
import classes from './settings.module.css'

type Face<Kind extends string> = {
  title: string
  names: Record<Kind, string>
  /** What is not named is on. */
  on: Partial<Record<Kind, boolean>>
  onChange: (on: Partial<Record<Kind, boolean>>) => void
}

/** One switch for each kind of thing that may happen by itself. */
export function GateSwitches<Kind extends string>({ title, names, on, onChange }: Face<Kind>) {
  const kinds = kindsOf(names)
  return (
    <fieldset className={classes.fieldset}>
      <legend className={classes.label}>{title}</legend>
      <div className={classes.switches}>
        {kinds.map((kind) => (
          <Switch
            key={kind}
            label={names[kind]}
            checked={on[kind] ?? true}
            onChange={(event) => onChange({ ...on, [kind]: event.currentTarget.checked })}
          />
        ))}
      </div>
    </fieldset>
  )
}

function kindsOf<Kind extends string>(names: Record<Kind, string>): Kind[] {
  const kinds: Kind[] = []
  for (const kind in names) kinds.push(kind)
  return kinds
}
