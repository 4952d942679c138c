import type { SameWords } from '@toonbank/ui/look';
import type { words as dutch } from './nl';

export const words: SameWords<typeof dutch> = {
  title: 'Notifications',
  one: 'Notification',
  lead: 'What the bank told us. Each was verified and kept before it was answered.',
  caption: 'Notifications of the bank, newest first',
  loading: 'Fetching notifications',
  received: 'Received',
  webshop: 'Webshop',
  state: 'State',
  keyVersion: 'Key version',
  tokenUntil: 'Token valid until',
  id: 'Id',
  facts: 'Facts',
  said: 'What the bank said',
  message: 'Verbatim message',
  withoutToken: 'The token is left out: as long as it lives it opens the results of the webshop.',
  pull: 'Fetch now',
  asked: 'The bank is being asked again.',
  tokenOver:
    'Nothing can be fetched with this token any more. As long as something is ready the bank sends a new notification each minute, until 24 hours after the final state.',
  states: {
    ...{ waiting: 'Waiting', pulled: 'Fetched', expired: 'Expired' },
    'key-destroyed': 'Key destroyed',
  },
  leads: {
    waiting: 'The results will be fetched in a moment.',
    pulled: 'The results were fetched and applied.',
    expired: 'The token ran out unused; a newer notification took over.',
    'key-destroyed':
      'The key it came under was destroyed before anything was fetched with it; a notification under the new key takes over.',
  },
  refused: {
    ownOne:
      "Since {{since}} 1 notification with this webshop's poiId was refused, on {{last}}: no key from here verifies its signature.",
    own: "Since {{since}} {{many}} notifications with this webshop's poiId were refused, the last on {{last}}: no key from here verifies their signature.",
    noneVerified:
      "None verified with this pair yet. It may be of another webshop, or the bank made new keys since. Compare it with the bank's dashboard and enter the pair of this webshop; the bank repeats its message.",
    othersVerify:
      'Others do verify with this pair, the last on {{verified}}. If the bank made new keys since, enter them; otherwise nothing is to be done.',
    unknownOne:
      "At the agency's webhook address 1 notification was refused since {{since}}, on {{last}}: its poiId is of no webshop that has keys here.",
    unknown:
      "At the agency's webhook address {{many}} notifications were refused since {{since}}, the last on {{last}}: their poiId is of no webshop that has keys here.",
    poiIds: 'The last: {{poiIds}}.',
    unknownMeans:
      "No notification of this webshop verified yet. Its poiId may be wrong here, or the webhook address is filled in at the bank for a webshop that is not kept here. Compare the poiId with the bank's dashboard.",
    anybody: 'Anybody can send something to the address. What is refused changes nothing.',
  },
  nothingFits: 'No notification fits these filters',
  nothingFitsMore: 'Remove a filter.',
  dropFilter: 'Clear filters',
  empty: 'The bank has not told us anything in this environment yet',
  emptyMore:
    'As soon as an order has a final state, the bank tells us here. If it stays quiet, check whether the webhook is entered at the bank.',
  toWebshops: 'See the webshops',
};
