import { Radio } from '@mantine/core'
import type { Contact } from '../types.ts'
import type { FieldToChoose } from './fields-to-choose.ts'
import classes from './merge.module.css'

type Face = {
  keep: Contact
  drop: Contact
  fields: FieldToChoose[]
  /** The fields whose value comes from the contact that goes. */
  fromOther: string[]
  onChoose: (fromOther: string[]) => void
}

/** The two contacts side by side: what stays of both, and a choice where only one value can stay. */
export function MergeTable({ keep, drop, fields, fromOther, onChoose }: Face) {
  const choose = (name: string, isOther: boolean) =>
    onChoose(isOther ? [...fromOther, name] : fromOther.filter((each) => each !== name))
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">
            <span className={classes.hidden}>Field</span>
          </th>
          <th scope="col">{keep.name} stays</th>
          <th scope="col">{drop.name}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, label, kept, dropped }) => (
          <tr key={name}>
            <th scope="row">{label}</th>
            {[false, true].map((isOther) => (
              <td key={String(isOther)}>
                <Radio
                  name={name}
                  label={(isOther ? dropped : kept) ?? 'Nothing'}
                  checked={fromOther.includes(name) === isOther}
                  onChange={() => choose(name, isOther)}
                />
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">Addresses</th>
          <td>{addressesOf(keep)}</td>
          <td>{addressesOf(drop)}</td>
        </tr>
      </tbody>
    </table>
  )
}

const addressesOf = ({ addresses }: Contact) => addresses.map(({ asTyped }) => asTyped).join(', ') || 'None'
