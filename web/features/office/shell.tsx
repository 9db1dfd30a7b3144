import { Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { BottomBar } from './bottom-bar.tsx'
import { OfflineBanner } from './offline-banner.tsx'
import classes from './shell.module.css'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import { Sidebar } from './sidebar.tsx'
import { TopBar } from './top-bar.tsx'
import { useLive } from './use-live.ts'
import { usePlaceShortcuts } from './use-place-shortcuts.ts'

/** The frame around every screen of an office: where to go, what to look for, what happened by itself. */
export function Shell() {
  const [sheetOpen, setSheetOpen] = useState(false)
  useLive()
  usePlaceShortcuts(() => setSheetOpen(true))
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#screen">
        Skip to the content
      </a>
      <Sidebar onShortcuts={() => setSheetOpen(true)} />
      <div className={classes.main}>
        <OfflineBanner />
        <TopBar />
        <main id="screen" className={classes.screen} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <BottomBar />
      <ShortcutSheet opened={sheetOpen} onClose={() => setSheetOpen(false)} />
    </div>
  )
}
