import type { SameWords } from '@toonbank/ui/look';
import type { acts as dutch } from './acts.nl';

export const acts: SameWords<typeof dutch> = {
  choose: {
    all: 'Choose all that is shown here',
    one: 'Choose {{host}}',
    bar: 'Chosen webshops',
    count: '{{count}} webshops chosen',
    countOne: '1 webshop chosen',
    tooMany: 'At most {{most}} in one batch',
    drop: 'Choose none',
    renew: 'Renew these',
  },
  destroy: {
    column: 'Destroy',
    start: 'Destroy',
    ofVersion: 'version {{version}}',
    ask: {
      title: 'Destroy version {{version}}?',
      means:
        'This pair was replaced and only verifies what the bank still signs with it. After this that is refused.',
      final: 'This can’t be undone: the keys are destroyed.',
      act: 'Destroy version {{version}}',
    },
    askLast: {
      title: 'Destroy version {{version}}?',
      means:
        'This webshop has ended and this is the pair in use. After that Toonbank can ask the bank nothing for it any more: no result and no refund.',
      final: 'This can not be undone: the keys are destroyed.',
      act: 'Destroy version {{version}}',
    },
    verdict: {
      safe: 'Safe to destroy: quiet for {{hours}} hours, and no order waits for it.',
      quiet: 'Safe from {{at}} on, if it stays quiet.',
      order: '1 order still waits for its result.',
      orders: '{{count}} orders still wait for their result.',
      manyOrders: 'More than a hundred orders still wait for their result.',
    },
    early: {
      title: 'Version {{version}} is not safe to destroy yet',
      means:
        'It has not been quiet long enough, or an order still waits for it. What the bank signs with it is refused from now on.',
      final: 'Nothing has changed yet. Rather wait, or destroy it anyway: then it is for good.',
      act: 'Destroy anyway',
    },
    done: 'Version {{version}} is destroyed.',
  },
  revokeApiKey: {
    title: 'Revoke API key {{prefix}}…?',
    means: 'The webshop that uses it can announce no orders from that moment on.',
    final: 'This can’t be undone. Create a new one first if the shop must go on.',
    act: 'Revoke key',
    done: 'API key {{prefix}}… revoked.',
  },
};
