import { type Conversation, close, on, they, theyAdd, theyAnswer, we } from '../story.ts'

/** People who would like to come. */
export const BOOKINGS: readonly Conversation[] = [
  {
    from: 'Grace Okafor <grace.okafor@postbox.example>',
    subject: 'Cut and blow dry',
    begins: on(-19, '09:12'),
    turns: [
      they(
        `Hi Mara,

Could I book a cut and blow dry for {date-14} at 10am, please? Same as last time, just a little shorter at the back.

Thanks so much
Grace`,
      ),
      we(
        1,
        `Hi Grace,

{day-14} at 10 is yours. Shorter at the back, noted.

See you then,
Mara
Salon Lumen`,
      ),
      theyAnswer(2, `Perfect, thank you!\nGrace`),
      close(3),
    ],
  },
  {
    from: 'Helen Brennan <brennans@hearth.example>',
    subject: 'Children before the school photo',
    begins: on(-18, '20:41'),
    turns: [
      they(
        `Good evening,

It is school photo week again. Could Orla and Fintan both come in for a haircut on {date-15}, after 3.30? They can go one after the other, Fintan first because he will not sit still twice.

Our home number is 020 7946 0124 if it is easier to ring.

Best wishes
Helen Brennan`,
      ),
      we(
        13,
        `Dear Helen,

Fintan at 3.45 and Orla at 4.15 on {day-15}. We have a new box of stickers for people who sit still.

Mara`,
      ),
      theyAnswer(5, `You are a saint. See you on {day-15}.\n\nHelen`),
      close(2),
    ],
  },
  {
    from: 'Yuki Tanaka <yuki.tanaka@kestrelworks.example>',
    subject: 'Root touch-up',
    begins: on(-16, '12:05'),
    turns: [
      they(
        `Hello, I would like to book an appointment for a root touch-up. After 5pm on {date-11} would be ideal. Thank you, Yuki`,
      ),
      we(
        2,
        `Hello Yuki,

{day-11} at 5.15pm with Theo? He has your formula from last time.

Mara
Salon Lumen`,
      ),
      theyAnswer(1, `Yes please, 5.15 works. Thank you!`),
      close(20),
    ],
  },
  {
    from: 'Marcus Bell <marcus.bell@brightwater.example>',
    subject: 'trim',
    begins: on(-13, '08:20'),
    turns: [
      they(`morning, any chance of a trim {day-12} lunchtime? can be in and out in 20 mins\n\nM`),
      we(1, `Morning Marcus, 12.30 on {day-12} is free. In and out.\n\nMara`),
      theyAnswer(1, `legend`),
      close(4),
    ],
  },
  {
    from: 'Eleanor Frost <eleanor.frost@frostlegal.example>',
    subject: 'Appointment before a hearing',
    begins: on(-11, '17:48'),
    turns: [
      they(
        `Dear Ms Lindqvist,

I should like to book a cut and blow dry on {date-7}. It must be finished by 9.15 in the morning as I am due in court at 10. I appreciate that this is before you open.

With kind regards
Eleanor Frost

Eleanor Frost LLB
Frost Legal, 14 Tanner Row
Tel. 020 7946 0186`,
      ),
      we(
        16,
        `Dear Eleanor,

We will open for you at 8.00 on {day-7}, and you will be out of the door by 9.10.

Mara Lindqvist
Salon Lumen`,
      ),
      theyAnswer(
        2,
        `That is exceptionally kind. Confirmed.

Eleanor Frost LLB
Frost Legal, 14 Tanner Row
Tel. 020 7946 0186`,
      ),
      close(2),
    ],
  },
  {
    from: 'Sofia Almeida <sofia.almeida@postbox.example>',
    subject: 'Gel nails',
    begins: on(-9, '19:30'),
    turns: [
      they(
        `Hiya! Do you have a slot for gel nails on {date-5}? Any time after 2 is good for me. I saw a deep green on your Instagram and I have not stopped thinking about it :)

Sofia x`,
      ),
      theyAdd(1, `Sorry me again, it was the post with the ivy! Sofia x`),
      we(14, `Hi Sofia,\n\nThe ivy green is called Fern and there is plenty of it. {day-5} at 2.30?\n\nMara`),
      theyAnswer(1, `2.30 it is!! thank you xx`),
      close(2),
    ],
  },
  {
    from: 'Joan Whitlock <joan.whitlock@postbox.example>',
    subject: 'My usual',
    begins: on(-8, '10:02'),
    turns: [
      they(
        `Dear Mara,

May I have my usual appointment, a cut and blow dry, on {date-4} at 11 o'clock? Sam will drop me off, so please do not let me be early.

Yours sincerely,
Joan Whitlock`,
      ),
      we(2, `Dear Joan,\n\nEleven on {day-4}, and the kettle on from five to.\n\nMara`),
      close(26),
    ],
  },
  {
    from: 'Rhys Morgan <rhys.morgan@northmail.example>',
    subject: "Men's cut this week?",
    begins: on(-5, '13:15'),
    turns: [
      they(
        `Hi, can I book in for a men's cut on {date-2}, somewhere between 4 and 6? And a beard trim if there is time.

Cheers,
Rhys`,
      ),
      we(2, `Hi Rhys,\n\n{day-2} at 4.30, with the beard.\n\nMara`),
      theyAnswer(1, `Sorted, ta`),
      close(3),
    ],
  },
  {
    from: 'Camille Dubois <camille.dubois@brightwater.example>',
    subject: 'Balayage appointment',
    begins: on(-3, '11:20'),
    turns: [
      they(
        `Hello Mara,

After thinking about it for a month: yes to the balayage! Is there an afternoon free next week, {date+3} perhaps? I can be there from 1pm.

Best,
Camille`,
      ),
      we(
        3,
        `Hello Camille,

I am so glad. {day+3} from 1.15pm, three hours, and please come with dry hair that was not washed that morning.

Mara
Salon Lumen`,
      ),
      theyAnswer(4, `Noted, see you on {day+3}! Should I bring a photo?\n\nCamille`),
      we(14, `Please do, two or three are even better.\n\nMara`, ['request_appointment']),
    ],
  },
]
