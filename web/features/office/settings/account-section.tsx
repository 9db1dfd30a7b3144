import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { LoadingRows } from '../../../ui/loading-rows.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { NewBackupCodes } from '../../session/second-factor/new-backup-codes.tsx'
import { SwitchOff } from '../../session/second-factor/switch-off.tsx'
import { SwitchOn } from '../../session/second-factor/switch-on.tsx'
import { useOffice } from '../use-office.ts'
import { Section } from './section.tsx'
import classes from './settings.module.css'

type Act = 'switch on' | 'new codes' | 'switch off'

/** What belongs to the person, in whichever office: how they prove that it is them. */
export function AccountSection() {
  const { user } = useOffice()
  const { data, error, refetch } = useQuery(trpc.signIn.secondFactor.queryOptions())
  const [act, setAct] = useState<Act | null>(null)
  const queryClient = useQueryClient()
  const cancel = () => setAct(null)
  const done = () => {
    cancel()
    void queryClient.invalidateQueries(trpc.signIn.secondFactor.pathFilter())
  }
  return (
    <Section id="account" title="Your account" lead={`You are signed in as ${user.email}.`}>
      {!data && !error && <LoadingRows count={1} round={false} />}
      {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      {data && !act && <SecondFactorRow {...data} onAct={setAct} />}
      {act === 'switch on' && <SwitchOn onDone={done} onCancel={cancel} />}
      {act === 'new codes' && <NewBackupCodes onDone={done} onCancel={cancel} />}
      {act === 'switch off' && <SwitchOff onDone={done} onCancel={cancel} />}
    </Section>
  )
}

type RowFace = { isOn: boolean; backupCodesLeft: number; onAct: (act: Act) => void }

function SecondFactorRow({ isOn, backupCodesLeft, onAct }: RowFace) {
  const { office, isOwner } = useOffice()
  const acts: Record<string, Act> = isOn
    ? { 'New backup codes': 'new codes', 'Switch off': 'switch off' }
    : { 'Switch on': 'switch on' }
  const isAsked = isOwner && office.requireSecondFactor
  return (
    <div className={classes.rows}>
      <div className={classes.row}>
        <div className={classes.words}>
          <div className={classes.name}>Second factor: {isOn ? 'on' : 'off'}</div>
          <div className={classes.detail}>
            {isOn
              ? `Signing in takes a code of your app. Backup codes left: ${backupCodesLeft}.`
              : 'With it, signing in takes a code of an app beside your password, so that a stolen password opens nothing.'}
            {!isOn && isAsked && ' This office asks its owners for it after their first seven days.'}
          </div>
        </div>
        {Object.entries(acts).map(([words, act]) => (
          <Button key={act} size="xs" variant="default" onClick={() => onAct(act)}>
            {words}
          </Button>
        ))}
      </div>
    </div>
  )
}
