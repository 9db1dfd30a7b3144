import { ActionIcon, Menu } from '@mantine/core'
import { Monogram } from '../../ui/monogram.tsx'
import { RecentActions } from '../assistant/recent-actions.tsx'
import { NoticeBell } from '../notices/notice-bell.tsx'
import { Search } from '../search/search.tsx'
import classes from './top-bar.module.css'
import { useOffice } from './use-office.ts'
import { UserMenuItems } from './user-menu.tsx'

/** Above every screen: the search, and what happened by itself of late. */
export function TopBar() {
  const { user } = useOffice()
  return (
    <header className={classes.bar}>
      <Search />
      <div className={classes.end}>
        <RecentActions />
        <NoticeBell />
        <div className={classes.phone}>
          <Menu position="bottom-end" width={220}>
            <Menu.Target>
              <ActionIcon size={40}>
                <Monogram name={user.name} size={28} />
                <span className="only-read">{user.name}, your menu</span>
              </ActionIcon>
            </Menu.Target>
            <UserMenuItems />
          </Menu>
        </div>
      </div>
    </header>
  )
}
