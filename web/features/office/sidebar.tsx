import { Link } from '@tanstack/react-router'
import { OfficeSwitcher } from './office-switcher.tsx'
import classes from './sidebar.module.css'
import { useCounts } from './use-counts.ts'
import { usePlaces } from './use-places.ts'
import { UserMenu } from './user-menu.tsx'

export function Sidebar({ onShortcuts }: { onShortcuts: () => void }) {
  const places = usePlaces()
  const counts = useCounts()
  return (
    <nav className={classes.sidebar} aria-label="Office">
      <OfficeSwitcher />
      <div className={classes.places}>
        {places.map(({ to, label, icon: Icon }) => (
          <Link key={to} to={to} className={classes.place}>
            <Icon size={18} stroke={1.7} aria-hidden />
            {label}
            <Count count={counts[to]} />
          </Link>
        ))}
      </div>
      <div className={classes.foot}>
        <UserMenu onShortcuts={onShortcuts} />
      </div>
    </nav>
  )
}

const MOST_SHOWN = 99

function Count({ count }: { count: number | undefined }) {
  if (!count) return null
  return <span className={classes.count}>{count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}</span>
}
