import { useState } from 'react'
import { useOffice } from '../use-office.ts'
import { type Settings, useSaveSettings } from './use-save-settings.ts'

type Parts = Pick<Settings, 'gate' | 'assistant'>
const partsOf = ({ gate, assistant }: Settings): Parts => ({ gate, assistant })

/** The settings of the assistant while they are being changed, and how they are kept. */
export function useSettingsDraft() {
  const { office } = useOffice()
  const [settings, setSettings] = useState(() => partsOf(office.settings))
  const { save, isSaving } = useSaveSettings()
  const { gate, assistant } = settings
  return {
    settings,
    putGate: (change: Partial<Settings['gate']>) => setSettings({ ...settings, gate: { ...gate, ...change } }),
    putAssistant: (change: Partial<Settings['assistant']>) =>
      setSettings({ ...settings, assistant: { ...assistant, ...change } }),
    isChanged: JSON.stringify(settings) !== JSON.stringify(partsOf(office.settings)),
    isSaving,
    save: () => save(settings),
  }
}
export type SettingsDraft = ReturnType<typeof useSettingsDraft>
