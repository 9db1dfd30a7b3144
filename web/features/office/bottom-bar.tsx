import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import classes from './bottom-bar.module.css'
import { IN_BOTTOM_BAR } from './places.ts'
import { useCounts } from './use-counts.ts'
import { usePlaces } from './use-places.ts'

/** Where to go, within reach of a thumb. Hidden where there is room for the sidebar. */
export function BottomBar() {
  const places = usePlaces()
  const counts = useCounts()
  const inBar = places.filter(({ to }) => IN_BOTTOM_BAR.includes(to))
  const inMenu = places.filter(({ to }) => !IN_BOTTOM_BAR.includes(to))
  return (
    <nav className={classes.bar} aria-label="Office, at the bottom">
      {inBar.map(({ to, label, icon: Icon }) => (
        <Link key={to} to={to} className={classes.place}>
          <Icon size={22} stroke={1.7} aria-hidden />
          {label}
          {counts[to] ? <span className={classes.count}>{counts[to]}</span> : null}
        </Link>
      ))}
      <Menu position="top-end">
        <Menu.Target>
          <button type="button" className={classes.place}>
            <IconDots size={22} stroke={1.7} aria-hidden />
            More
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {inMenu.map(({ to, label, icon: Icon }) => (
            <Menu.Item key={to} component={Link} to={to} leftSection={<Icon size={18} stroke={1.7} />}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </nav>
  )
}
