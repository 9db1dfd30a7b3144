import { useState } from 'react'
import type { Range } from '../../ui/mark-pieces.ts'
import { FormattedMail } from './formatted-mail.tsx'
import { MessageText } from './message-text.tsx'
import { MessageTools } from './message-tools.tsx'
import type { Message } from './types.ts'

type Face = { message: Message; marks: readonly Range[]; strong: number | null }

/** The text of a message; its own formatting, the whole text and the raw message are one button away. */
export function MessageBody({ message, marks, strong }: Face) {
  const [formatted, setFormatted] = useState(false)
  // Words can be pointed at in the text only, so pointing shows it for as long as it lasts.
  const showsText = !formatted || strong !== null
  return (
    <>
      {showsText ? (
        <MessageText text={message.text} ranges={message.ranges} marks={marks} strong={strong} />
      ) : (
        <FormattedMail message={message} />
      )}
      <MessageTools message={message} formatted={formatted} onFormatted={setFormatted} />
    </>
  )
}
