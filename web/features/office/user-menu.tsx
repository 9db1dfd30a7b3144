import { Menu, useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconKeyboard, IconLogout, IconMoon, IconSun } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { sentenceOf } from '../../problem.ts'
import { Monogram } from '../../ui/monogram.tsx'
import { tellProblem } from '../../ui/toast.ts'
import { signOut } from '../session/auth.ts'
import classes from './office-switcher.module.css'
import { useOffice } from './use-office.ts'

const SCHEMES = [
  { scheme: 'light', label: 'Light', icon: IconSun },
  { scheme: 'dark', label: 'Dark', icon: IconMoon },
  { scheme: 'auto', label: 'As the system', icon: IconDeviceDesktop },
] as const

/** What belongs to the person and not to the office: colours, shortcuts, signing out. */
export function UserMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const { user } = useOffice()
  return (
    <Menu position="top-start" width={220}>
      <Menu.Target>
        <button type="button" className={classes.button}>
          <Monogram name={user.name} size={26} />
          <span className={classes.name}>{user.name}</span>
          <span className="only-read">, your menu</span>
        </button>
      </Menu.Target>
      <UserMenuItems onShortcuts={onShortcuts} />
    </Menu>
  )
}

/** The content of the person's menu, wherever it opens. */
export function UserMenuItems({ onShortcuts }: { onShortcuts?: () => void }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => location.assign('/sign-in'),
    onError: (error) => tellProblem(sentenceOf(error)),
  })
  return (
    <Menu.Dropdown>
      <Menu.Label>Colours</Menu.Label>
      <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(schemeOf(value))}>
        {SCHEMES.map(({ scheme, label, icon: Icon }) => (
          <Menu.RadioItem key={scheme} value={scheme} rightSection={<Icon size={16} />}>
            {label}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Divider />
      {onShortcuts && (
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={onShortcuts}>
          Keyboard shortcuts
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => leave.mutate()}>
        Sign out
      </Menu.Item>
    </Menu.Dropdown>
  )
}

const schemeOf = (value: string) => SCHEMES.find(({ scheme }) => scheme === value)?.scheme ?? 'auto'
