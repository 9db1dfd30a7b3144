/** A letter of somebody who does not exist, for whoever wants to see a mail arrive. */
export type TestMail = { from: string; subject: string; text: string }

/** Sent one after the other; they suit any small office. */
export const TEST_MAILS: readonly [TestMail, ...TestMail[]] = [
  {
    from: 'Ann Archer <ann.archer@postbox.example>',
    subject: 'Appointment on Friday?',
    text: `Hello,

Could I book an appointment for Friday at 3pm, please? You can call me on +44 20 7946 0401.

Kind regards
Ann Archer`,
  },
  {
    from: 'Ivo Sandberg <ivo@sandbergbakery.example>',
    subject: 'What would this cost?',
    text: `Good morning,

My sister recommended you. Could you send me a quote for a package for twelve people on a Saturday next month? Our budget is about 900.

Best wishes
Ivo Sandberg
Sandberg Bakery, +44 7700 900411`,
  },
  {
    from: 'Petra Kovac <petra.kovac@northmail.example>',
    subject: 'Need to move tomorrow',
    text: `Hi, I'm so sorry, my little one is ill and I have to reschedule my appointment tomorrow. Would the same time next Tuesday work instead?

Petra`,
  },
  {
    from: 'Malcolm Reid <malcolm.reid@hearth.example>',
    subject: 'Disappointed with my last visit',
    text: `Dear team,

I am not happy with how my last visit went. I waited for half an hour, nobody apologised, and the result is not what we agreed on. I would like somebody to ring me back today: 020 7946 0425.

Malcolm Reid`,
  },
  {
    from: 'Nora Whitfield <nora.whitfield@postbox.example>',
    subject: 'Do you have parking?',
    text: `Hello, I am coming to you for the first time next week. Is there anywhere to park close by, and are you on the ground floor? I use a walking frame.

Thank you
Nora Whitfield`,
  },
  {
    from: 'Bright Leads <hello@brightleads.example>',
    subject: 'More customers for your business',
    text: `Hi there,

We help local businesses like yours get 20 new clients a month, guaranteed. Do you have 15 minutes for a quick call this week, so that I can show you how our marketing works?

Tim, Bright Leads`,
  },
]
