import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { FrontPage } from './front-page.tsx'
import { LocalMails } from './local-mails.tsx'

/** What follows when the next step lies in the person's mail. */
export function LookIntoYourMail({ email, why }: { email: string; why: string }) {
  return (
    <FrontPage
      title="Look into your mail"
      lead={why}
      foot={
        <Anchor component={Link} to="/sign-in">
          Back to sign in
        </Anchor>
      }
    >
      <LocalMails email={email} />
    </FrontPage>
  )
}
