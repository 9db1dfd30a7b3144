/** A calendar file around some lines, with the line ends of the standard. */
export const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')

export const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')

/** An event of an hour at ten on a day of March 2027 by the clocks of Berlin. */
export const meeting = (uid: string, day = '01', ...more: string[]) =>
  event(
    `UID:${uid}`,
    `DTSTART;TZID=Europe/Berlin:202703${day}T100000`,
    `DTEND;TZID=Europe/Berlin:202703${day}T110000`,
    `SUMMARY:Meeting ${uid}`,
    ...more,
  )
