import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { ROOT } from '../../worker/local/tools.mjs'
import { rawMail } from '../support/raw-mail.ts'

const FILLER = 'I have been coming to you for years and would be glad to come again soon.\r\n'

/** A raw mail of about so many bytes that nobody has sent before. */
export function rawMailOf(bytes: number, subject: string): Uint8Array<ArrayBuffer> {
  const text = `May I book a haircut for Friday at 3pm? Call me on 020 7946 0123.\r\n${FILLER}`
  return rawMail({ subject, text: text + FILLER.repeat(Math.max(0, Math.ceil(bytes / FILLER.length) - 2)) })
}

const EXAMPLES = path.join(ROOT, 'worker/features/assistant/training/held-out')
const Example = z.object({ text: z.string() })

/** Mails of this length as the analyser gets them, one of each intent, made of what people wrote. */
export function readableMails(characters: number) {
  return readdirSync(EXAMPLES).map((file) => {
    const lines = readFileSync(path.join(EXAMPLES, file), 'utf8').trim().split('\n')
    const texts = lines.map((line) => Example.parse(JSON.parse(line)).text)
    const text = `${texts.join('\n\n')}\n\n`
      .repeat(1 + Math.floor(characters / texts.join().length))
      .slice(0, characters)
    return {
      subject: texts[0]?.slice(0, 60) ?? '',
      text,
      from: 'Ann Archer <ann@customer.test>',
      at: '2026-03-02T08:00:00Z',
    }
  })
}
