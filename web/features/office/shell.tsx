import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { BottomBar } from './bottom-bar.tsx'
import { OfflineBanner } from './offline-banner.tsx'
import classes from './shell.module.css'
import { Sidebar } from './sidebar.tsx'
import { TopBar } from './top-bar.tsx'
import { UnconfirmedBanner } from './unconfirmed-banner.tsx'
import { useLive } from './use-live.ts'
import { usePlaceShortcuts } from './use-place-shortcuts.ts'

/** Dialogs are loaded when they are first opened. */
const ShortcutSheet = lazy(async () => ({ default: (await import('./shortcut-sheet.tsx')).ShortcutSheet }))

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
        <UnconfirmedBanner />
        <TopBar />
        <main id="screen" className={classes.screen} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <BottomBar />
      <Suspense>{sheetOpen && <ShortcutSheet onClose={() => setSheetOpen(false)} />}</Suspense>
    </div>
  )
}
