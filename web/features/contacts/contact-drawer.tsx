import { Drawer } from '@mantine/core'
import { useWords } from '../office/use-words.ts'
import { ContactPanel } from './contact-panel.tsx'

/** The contact over the conversation, where there is no room beside it. */
export function ContactDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const words = useWords()
  return (
    <Drawer opened onClose={onClose} position="right" size={340} title={words.one}>
      <ContactPanel id={id} />
    </Drawer>
  )
}
