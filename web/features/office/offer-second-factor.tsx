import { FrontPage } from '../session/front-page.tsx'
import { SwitchOn } from '../session/second-factor/switch-on.tsx'

/** The second step of a first run: it can be put off, and is found in the settings afterwards. */
export function OfferSecondFactor({ onDone }: { onDone: () => void }) {
  return (
    <FrontPage
      title="Keep your office to yourself"
      lead="With a second factor, signing in takes a code of an app beside your password. Owners need one from their eighth day on."
    >
      <SwitchOn onDone={onDone} onCancel={onDone} />
    </FrontPage>
  )
}
