import { Kbd, Modal } from '@mantine/core'
import classes from './shortcut-sheet.module.css'
import { usePlaces } from './use-places.ts'

type Group = { title: string; lines: readonly (readonly [shortcut: string, does: string])[] }

const EVERYWHERE: Group['lines'] = [
  ['/', 'Find or do anything'],
  ['Ctrl K', 'The same, also while typing'],
  ['?', 'This sheet'],
]
const GROUPS: readonly Group[] = [
  {
    title: 'Inbox',
    lines: [
      ['j', 'Next conversation'],
      ['k', 'Previous conversation'],
      ['r', 'Reply'],
      ['e', 'Done, or open again'],
      ['u', 'Mark as unread'],
    ],
  },
  {
    title: 'Review',
    lines: [
      ['j', 'Next suggestion'],
      ['k', 'Previous suggestion'],
      ['a', 'Accept'],
      ['e', 'Edit, then accept'],
      ['r', 'Reject'],
      ['u', 'Undo the last decision'],
    ],
  },
  {
    title: 'Calendar',
    lines: [
      ['n', 'New appointment'],
      ['t', 'Today'],
      ['j', 'Further'],
      ['k', 'Back'],
      ['d', 'Day'],
      ['w', 'Week'],
      ['m', 'Month'],
      ['p', 'People side by side'],
      ['Alt ↑', 'Move the focused one, in all four directions'],
      ['Alt Shift ↓', 'Longer, or shorter'],
    ],
  },
  {
    title: 'Tasks',
    lines: [
      ['n', 'New task'],
      ['j', 'Next'],
      ['k', 'Previous'],
      ['x', 'Done, or open again'],
      ['s', 'Put off until tomorrow'],
    ],
  },
  {
    title: 'Nobody is on this',
    lines: [
      ['j', 'Next'],
      ['k', 'Previous'],
      ['f', 'Follow up tomorrow'],
      ['w', 'Follow up in a week'],
      ['e', 'Conversation done'],
    ],
  },
]

/** Every shortcut, on `?`. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const places = usePlaces().map(({ shortcut, label }) => [shortcut, label] as const)
  const groups = [{ title: 'Go to', lines: [...places, ...EVERYWHERE] }, ...GROUPS]
  return (
    <Modal opened onClose={onClose} title="Keyboard shortcuts" size="lg">
      <div className={classes.groups}>
        {groups.map(({ title, lines }) => (
          <section key={title} className={classes.group}>
            <h3>{title}</h3>
            {lines.map(([shortcut, does]) => (
              <div key={shortcut} className={classes.line}>
                <span>{does}</span>
                <span className={classes.keys}>
                  {shortcut.split(' ').map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </span>
              </div>
            ))}
          </section>
        ))}
      </div>
    </Modal>
  )
}
