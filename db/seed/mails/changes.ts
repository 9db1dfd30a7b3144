import { type Conversation, close, on, they, theyAnswer, we } from '../story.ts'

/** People whose plans have changed. */
export const CHANGES: readonly Conversation[] = [
  {
    from: 'Priyanka Shah <priyanka@shahandco.example>',
    subject: 'Need to move my appointment',
    begins: on(-17, '07:55'),
    turns: [
      they(
        `Hi Mara, I am so sorry but I need to move my appointment on {date-16}. A client has landed on me. Could we do {date-13} at the same time instead?

Priyanka`,
      ),
      we(2, `Hi Priyanka,\n\nNo trouble. You are moved to {day-13} at 11.\n\nMara`),
      theyAnswer(1, `Thank you!!`),
      close(2),
    ],
  },
  {
    from: 'Dev Patel <dev.patel@kestrelworks.example>',
    subject: 'Cancelling {day-10}',
    begins: on(-11, '21:10'),
    turns: [
      they(
        `Hi there,

Unfortunately I have to cancel my haircut on {date-10}, I have come down with something and nobody wants that in a chair.

Will get in touch when I am human again.

Dev`,
      ),
      we(12, `Hi Dev,\n\nCancelled, no charge. Get well soon.\n\nMara`),
      close(1),
    ],
  },
  {
    from: 'Isla McKenzie <isla.mckenzie@hearth.example>',
    subject: 'Highlights on {day-6}',
    begins: on(-8, '16:33'),
    turns: [
      they(
        `Hello,

I'm running a training day on {date-6} after all. Can I reschedule my highlights to another day that week or the next? Mornings are best. My number has changed too, it is now 07700 900301.

Isla`,
      ),
      we(
        1,
        `Hello Isla,

How about {date-1} at 9.30? I have put your new number down.

Mara
Salon Lumen`,
      ),
      theyAnswer(15, `9.30 on {day-1} is great, thanks for being so flexible.\n\nIsla`),
      close(2),
    ],
  },
  {
    from: 'Ruth Abelman <ruth.abelman@postbox.example>',
    subject: 'Leo',
    begins: on(-4, '09:40'),
    turns: [
      they(
        `Dear Mara,

Leo has to cancel his cut on {date-2}, he is still on crutches and your stairs are not his friends. I will come to mine as arranged.

Ruth`,
      ),
      we(
        2,
        `Dear Ruth,\n\nCancelled for Leo. Please tell him that there is a chair downstairs for as long as he needs one.\n\nMara`,
      ),
      theyAnswer(3, `That is good to know, I will tell him. Ruth`),
      close(1),
    ],
  },
  {
    from: 'Georgia Wren <georgia.wren@northmail.example>',
    subject: 'Could I come a bit later on {day+1}?',
    begins: on(-1, '18:05'),
    turns: [
      they(
        `Hi, I've got my balayage booked for {date+1} at 10am. Would it be possible to push it back to 11? The nursery run has moved on me. If not no worries at all and I'll make it work.

Georgia x`,
      ),
    ],
  },
]
