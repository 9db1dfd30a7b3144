import { Hono } from 'hono'
import type { HttpEnv } from '../app.ts'
import { twilioDoor } from './twilio-door.ts'

export const smsDoors = new Hono<HttpEnv>()
smsDoors.post('/twilio', twilioDoor)
