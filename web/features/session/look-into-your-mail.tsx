import { AnchorLink } from '../../ui/links.tsx'
import { FrontPage } from './front-page.tsx'
import { LocalMails } from './local-mails.tsx'

/** What follows when the next step lies in the person's mail, which was asked for at `since`. */
export function LookIntoYourMail({ email, since, why }: { email: string; since: number; why: string }) {
  return (
    <FrontPage title="Look into your mail" lead={why} foot={<AnchorLink to="/sign-in">Back to sign in</AnchorLink>}>
      <LocalMails email={email} since={since} />
    </FrontPage>
  )
}
