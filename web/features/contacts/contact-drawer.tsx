import { Drawer } from '@mantine/core'
import { ContactPanel } from './contact-panel.tsx'

/** The contact over the conversation, where there is no room beside it. */
export function ContactDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  return (
    <Drawer opened onClose={onClose} position="right" size={340} title="Contact">
      <ContactPanel id={id} />
    </Drawer>
  )
}
