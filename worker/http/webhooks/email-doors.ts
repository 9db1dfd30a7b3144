import { Hono } from 'hono'
import type { HttpEnv } from '../app.ts'
import { genericDoor } from './generic-door.ts'
import { mailgunDoor } from './mailgun-door.ts'
import { sendgridDoor } from './sendgrid-door.ts'

export const emailDoors = new Hono<HttpEnv>()
emailDoors.post('/generic/:inboxKey', genericDoor)
emailDoors.post('/sendgrid/:inboxKey', sendgridDoor)
emailDoors.post('/mailgun/:inboxKey', mailgunDoor)
emailDoors.post('/mailgun/:inboxKey/mime', mailgunDoor)
