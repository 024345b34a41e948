import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { mailProvider } from '@/simulations/actors/mail-provider';

describe('mail provider', () => {
  it('sends a mail for each request, if they have no key', () => {
    const { hears } = actor(mailProvider);
    expect(hears(mail(null))).toMatchObject({
      facts: [{ name: 'mail.sent', id: 'mail-1', says: 'done' }],
      sent: [{ type: 'mail.accepted', to: 'somebody', mail: 'mail-1' }],
    });
    expect(hears(mail(null)).facts).toMatchObject([{ id: 'mail-2' }]);
  });

  it('sends one mail for a key, and accepts every repeat of it', () => {
    const { hears } = actor(mailProvider);
    expect(hears(mail('receipt-1')).facts).toHaveLength(1);
    const again = hears(mail('receipt-1'));
    expect(again.facts).toEqual([]);
    expect(again.sent).toMatchObject([{ type: 'mail.accepted', mail: 'mail-1' }]);
    expect(hears(mail('receipt-2')).facts).toMatchObject([{ id: 'mail-2' }]);
  });

  it('takes no key for the name of something that every object has', () => {
    const { hears } = actor(mailProvider);
    expect(hears(mail('constructor')).facts).toHaveLength(1);
  });
});

// Helpers

const mail = (key: string | null) => ({ type: 'mail.requested', key });
