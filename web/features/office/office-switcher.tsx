import { Menu } from '@mantine/core'
import { IconCheck, IconPlus, IconSelector } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { Monogram } from '../../ui/monogram.tsx'
import { tellProblem } from '../../ui/toast.ts'
import { startAfresh } from '../session/start-afresh.ts'
import classes from './office-switcher.module.css'
import { useMe, useOffice } from './use-office.ts'

/** Which office is open, and the way into another one. */
export function OfficeSwitcher() {
  const { office } = useOffice()
  const { offices } = useMe()
  const change = useMutation(
    trpc.office.switch.mutationOptions({
      onSuccess: () => startAfresh('/inbox'),
      onError: (error) => tellProblem(sentenceOf(error)),
    }),
  )
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <button type="button" className={classes.button}>
          <Monogram name={office.name} size={26} square />
          <span className={classes.name}>{office.name}</span>
          <span className="only-read">, change office</span>
          <IconSelector size={15} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Your offices</Menu.Label>
        {offices.map(({ id, name }) => (
          <Menu.Item
            key={id}
            leftSection={<Monogram name={name} size={22} square />}
            rightSection={id === office.id ? <IconCheck size={15} aria-label="open now" /> : null}
            onClick={() => id !== office.id && change.mutate({ officeId: id })}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/start" leftSection={<IconPlus size={16} />}>
          New office
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
